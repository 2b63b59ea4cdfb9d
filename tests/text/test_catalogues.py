"""The catalogues hold every text of crosp's own, translated, and are compiled from what they say."""

import gettext
import re
import string
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.resources import resource
from crosp_cli.text.languages import LANGUAGES
from crosp_cli.text.translation import DOMAIN

catalog = pytest.importorskip("babel.messages.catalog", reason="Babel is there for developers only")
extract = pytest.importorskip("babel.messages.extract")
mofile = pytest.importorskip("babel.messages.mofile")
pofile = pytest.importorskip("babel.messages.pofile")
frontend = pytest.importorskip("babel.messages.frontend")

CLAIM = re.compile(
    r"\b(?:le(?:tt|dde|der|da) (?:fram )?till|ber(?:or|ott|odde) på|tack vare|till följd av|på grund av"
    r"|orsaka(?:t|de|s|r)?|resultera(?:t|de|r) i|gjorde att|har gjort att"
    r"|effekten av|medför(?:t|de)?|bidr(?:og|agit|ar) till"
    r"|led to|leads to|has led to|due to|thanks to|because of|as a result of|caused|resulted in|the effect of)\b",
    re.IGNORECASE,
)
ROOT = Path(__file__).parents[2]
TRANSLATED = [language for language in LANGUAGES if language != "en"]
"""The words in the code are English."""


def files(language: str) -> tuple[Path, Path]:
    folder = resource("locale") / language / "LC_MESSAGES"
    return folder / f"{DOMAIN}.po", folder / f"{DOMAIN}.mo"


@pytest.fixture(scope="module", params=TRANSLATED)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def messages(language: str) -> Any:
    with files(language)[0].open("rb") as file:
        return pofile.read_po(file, language)


def parts(text: Any) -> tuple[str, ...]:
    return text if isinstance(text, tuple) else (text,)


def placeholders(text: str) -> list[str]:
    """The names in `{}` or in `%()s`, each as often as it stands there."""
    braces = [field for _, field, _, _ in string.Formatter().parse(text) if field] if "{" in text else []
    return sorted([*braces, *re.findall(r"%\((\w+)\)[sd]", text)])


@pytest.fixture(scope="module")
def by_file() -> list[tuple[str, Any]]:
    """Every text that code and templates give to be translated, with its file, as babel.cfg says where to look."""
    with (ROOT / "babel.cfg").open() as file:
        methods, options = frontend.parse_mapping_cfg(file)
    keywords = {**extract.DEFAULT_KEYWORDS, **frontend.parse_keywords(["_", "many:1,2"])}

    def found() -> Iterator[tuple[str, Any]]:
        for folder in ("src", "templates"):
            for name, _line, message, _comments, _context in extract.extract_from_dir(
                ROOT / folder,
                [(pattern.removeprefix(f"{folder}/"), method) for pattern, method in methods],
                {pattern.removeprefix(f"{folder}/"): option for pattern, option in options.items()},
                keywords,
            ):
                assert name
                yield f"{folder}/{name}", message

    return list(found())


@pytest.fixture(scope="module")
def in_the_code(by_file: list[tuple[str, Any]]) -> set[Any]:
    return {message for _file, message in by_file}


def test_the_code_was_looked_through(in_the_code: set[Any]) -> None:
    assert "Check assessments and crosp.yaml: reading, shape and content. Never writes." in in_the_code
    assert ("{count} error", "{count} errors") in in_the_code
    assert len(in_the_code) > 120


def test_every_text_is_in_the_catalogue(messages: Any, in_the_code: set[Any]) -> None:
    known = {message.id for message in messages if message.id}
    assert sorted(map(str, in_the_code - known)) == [], "run `make catalogues`, and translate what is new"


def test_nothing_else_is(messages: Any, in_the_code: set[Any]) -> None:
    known = {message.id for message in messages if message.id}
    assert sorted(map(str, known - in_the_code)) == [], "run `make catalogues`"


def test_every_text_is_translated(messages: Any) -> None:
    untranslated = [message.id for message in messages if message.id and not all(parts(message.string))]
    assert untranslated == []


def test_no_translation_is_a_guess(messages: Any) -> None:
    assert [message.id for message in messages if message.id and message.fuzzy] == []


def test_placeholders_agree(messages: Any) -> None:
    wrong = []
    for message in messages:
        originals, translations = parts(message.id), parts(message.string)
        for number, translation in enumerate(translations if message.id else ()):
            allowed, found = set(placeholders(originals[-1 if number else 0])), set(placeholders(translation))
            singular = number == 0 and len(translations) > 1  # "one file" need not say 1
            if translation and not (found <= allowed if singular else found == allowed):
                wrong.append((message.id, translation))
    assert wrong == []


def test_what_stands_around_the_words_is_kept(messages: Any) -> None:
    for message in messages:
        for original, translation in zip(parts(message.id), parts(message.string), strict=False):
            if original and translation:
                assert (original[0] == " ", original[-1] == " ") == (translation[0] == " ", translation[-1] == " ")
                assert original.count("`") == translation.count("`"), original
                assert (original[-1] in ".:?") == (translation[-1] in ".:?"), original


def test_it_is_compiled_from_what_it_says(language: str, messages: Any) -> None:
    compiled = BytesIO()
    mofile.write_mo(compiled, messages)
    compiled.seek(0)
    expected = gettext.GNUTranslations(compiled)
    with files(language)[1].open("rb") as file:
        found = gettext.GNUTranslations(file)
    words = {key: value for key, value in vars(expected)["_catalog"].items() if key}
    assert {key: value for key, value in vars(found)["_catalog"].items() if key} == words, "run `make catalogues`"


CAUSE = re.compile(
    r"\b(?:orsak|effekt|resultat av|verkan|påverk|därför att|gav upphov|tack vare"
    r"|caus|effect|impact|result of|thanks to)",
    re.IGNORECASE,
)
DENIED = (
    "Made with crosp from the programme's own file, as of %(today)s. It names units, roles and groups, never "
    "individuals, and draws no conclusions about causes."
)
"""What says that nothing is claimed."""


def test_what_is_said_of_a_programme_claims_no_cause(messages: Any, by_file: list[tuple[str, Any]]) -> None:
    """Of a programme only what stands before and after is told, in every language and every form of it."""
    said = {message for file, message in by_file if "programme" in file or file.endswith("coverage.py")}
    assert len(said) > 80
    translated = {message.id: message.string for message in messages if message.id}
    texts = [text for message in said - {DENIED} for text in (*parts(message), *parts(translated[message]))]
    assert [text for text in texts if CAUSE.search(text) or CLAIM.search(text)] == []
