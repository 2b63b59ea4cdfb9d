"""Partners as people write them: which names mean the same one. Only spelling and the Swedish definite form differ."""

from collections.abc import Container, Iterable

from crosp_cli.analysis.follow_up.roles import role_key

_DEFINITE = ("en", "et", "n", "t")
"""How a word ends that is the same word without it: `socialtjänsten`, `elevhälsan`."""


def partner_key(name: str) -> str:
    """Return what two spellings of one partner have in common, whatever their capitals and spaces."""
    return role_key(name) or ""


def is_among(name: str, keys: Container[str]) -> bool:
    """Whether one of `keys` is of the partner that a name means: spelled alike, or one in the definite form."""
    key = partner_key(name)
    longer = (key + ending for ending in _DEFINITE if key)
    shorter = (key.removesuffix(ending) for ending in _DEFINITE if key.endswith(ending))
    return any(form and form in keys for form in (key, *longer, *shorter))


def grouped(names: Iterable[str]) -> dict[str, str]:
    """Return, for the key of each name, the key of the shortest one that means the same, whatever their order."""
    keys = {partner_key(name) for name in names} - {""}
    found: dict[str, str] = {}
    for key in sorted(keys, key=lambda key: (len(key), key)):
        without = (key.removesuffix(ending) for ending in _DEFINITE if key.endswith(ending))
        found[key] = next((found[short] for short in without if short in found), key)
    return found
