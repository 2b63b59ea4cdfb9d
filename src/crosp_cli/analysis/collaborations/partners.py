"""Partners as people write them: which names mean the same one. Only spelling and the Swedish definite form differ."""

from collections.abc import Iterable

from crosp_cli.analysis.follow_up.roles import role_key

_DEFINITE = ("en", "et", "n", "t")
"""How a word ends that is the same word without it: `socialtjänsten`, `elevhälsan`."""


def partner_key(name: str) -> str:
    """Return what two spellings of one partner have in common, whatever their capitals and spaces."""
    return role_key(name) or ""


def same_partner(one: str, other: str) -> bool:
    """Whether two names mean the same partner: they are spelled alike, or one is the definite form of the other."""
    shorter, longer = sorted((partner_key(one), partner_key(other)), key=len)
    return shorter == longer or (bool(shorter) and any(longer == shorter + ending for ending in _DEFINITE))


def grouped(names: Iterable[str]) -> dict[str, str]:
    """Return, for the key of each name, the key of the shortest one that means the same, whatever their order."""
    keys = {partner_key(name) for name in names} - {""}
    found: dict[str, str] = {}
    for key in sorted(keys, key=lambda key: (len(key), key)):
        without = (key.removesuffix(ending) for ending in _DEFINITE if key.endswith(ending))
        found[key] = next((found[short] for short in without if short in found), key)
    return found
