"""A process of its own that sets a PDF or writes a Word document: what is asked for comes in on standard input, and
the answer goes out, as JSON.

It runs apart from crosp so that it can be ended when it takes too long, and so that its memory has a limit. It knows no
file but those that it is given.
"""

import base64
import json
import os
import re
import sys
import unicodedata
from contextlib import suppress
from typing import Any

from crosp_cli import child_process
from crosp_cli.limits import CONVERSION_MEMORY, CONVERSION_SECONDS
from crosp_cli.text.letters import composed

_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_NO_ROOM = "no room on a page"
"""What `templates/paper.typ` says where something that is not parted has more than is seen of it."""
_ATTEMPTS = 40
_SINGLY = 8
"""How many of them look for one mark at a time: each sets the document anew, and a text may have hundreds of marks."""
_ON_A_PAGE = 500
"""Characters: for each that Typst has no letterform for, it says in which line that was, and counts the lines."""
_AS_IT_IS = '#image("picture.svg")'
_ON_A_PAGE_OF_TEXT = """#context {
  let tall = measure(image("picture.svg", width: 170mm)).height
  assert(tall < 1e6 * 1mm)
  image("picture.svg", width: 170mm, height: calc.min(tall, 240mm), fit: "contain")
}"""
"""As wide as Word shows it, and no taller than a page: a drawing may say that it is larger than any memory."""
_ROOT = __file__
"""Where `read` looks: below a file, where nothing lies, and no folder that would be left when crosp is killed."""
_UNSEEN = "\u200d\ufe00-\ufe0f\U000e0020-\U000e007f"
"""What has no letterform of its own and changes the one before it. It goes with a character that has none."""
_CHANGES = re.compile(f"[{_UNSEEN}]")


def as_code(text: str, unknown: frozenset[str]) -> str:
    """Return `text` with each of the characters `unknown`, for which there is no letterform, written as its code.

    A mark that makes one letter with the one before it, as in é, is that letter, and has no code of its own.
    """
    if not unknown:
        return text
    signs = "[" + "".join(map(re.escape, sorted(unknown))) + "]"
    whole = composed(text)
    before = f"(?:(?<![{_UNSEEN}])[{_UNSEEN}]+)?"  # looked at from its beginning alone, however long it is
    return re.sub(f"{before}({signs})[{_UNSEEN}]*", lambda met: f"[U+{ord(met[1]):04X}]", whole)


def _pdf(asked: dict[str, Any], typst: Any) -> dict[str, Any]:
    from crosp_cli.reports.word_and_pdf.pdf_tags import with_row_heads
    from crosp_cli.reports.word_and_pdf.sheet_json import sheet_of

    made, unknown = _set(asked, typst)
    made = with_row_heads(made, sheet_of(asked["sheet"]))
    return {"made": base64.b64encode(made).decode(), "unknown": sorted(unknown)}


def _set(asked: dict[str, Any], typst: Any) -> tuple[bytes, frozenset[str]]:
    """The PDF as Typst sets it, and the characters that stand in it as codes."""
    compiler = typst.Compiler(b"", root=_ROOT)
    options = {"format": "pdf", "pdf_standards": ["ua-1"], "timestamp": asked["timestamp"]}
    unknown = _unknown(compiler, typst, "".join([asked["source"], *asked["pictures"].values()]), options)
    pictures, mends = asked["pictures"], [_one_by_one, _in_codes]
    kept = ["#let (held, heads) = (false, false)", "#let (held, heads) = (false, true)"]
    first = "#let (held, heads) = (true, true)"
    for attempt in range(_ATTEMPTS):
        source = f"{first}\n{asked['source']}"
        texts = {name: as_code(text, unknown) for name, text in {"main": source, **pictures}.items()}
        try:
            made = compiler.compile({name: text.encode() for name, text in texts.items()}, **options)
        except typst.TypstError as error:
            if _NO_ROOM in str(error) and kept:
                first = kept.pop()
                continue
            more = _not_set(str(error), "".join(texts.values())) - unknown
            if more and attempt >= _SINGLY:
                more |= _marks("".join(texts.values()))
            if not more and not mends:
                raise
            if not more:  # then it is a picture, in which letters put together of more characters cannot be set
                mend = mends.pop(0)
                pictures = {name: mend(text) for name, text in pictures.items()}
            unknown |= more
        except BaseException as error:  # where Typst fails to say which mark on a letter it cannot set
            more = _marks("".join(texts.values()))
            if not _is_panic(error):
                raise
            if more <= unknown:
                raise ValueError("Typst cannot set this text") from None
            unknown |= more
        else:
            return made, unknown
    raise ValueError("too many characters without letterforms")


def _unknown(compiler: Any, typst: Any, source: str, options: dict[str, Any]) -> frozenset[str]:
    """The characters of the source that no font has, found on pages with each of them once."""
    signs = sorted({sign for sign in source if ord(sign) > 0x24F and not _CHANGES.match(sign)})
    unknown: set[str] = set()
    for begin in range(0, len(signs), _ON_A_PAGE):
        lines = "\n#parbreak()".join(f'#"{sign}"' for sign in signs[begin : begin + _ON_A_PAGE])
        page = f'#set document(title: "x")\n#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"))\n{lines}'
        try:
            compiler.compile({"main": page.encode()}, **options)
        except typst.TypstError as error:
            unknown.update(*map(_shown, _NO_GLYPH.findall(error.diagnostic)))
    return frozenset(unknown.intersection(signs))


def _one_by_one(text: str) -> str:
    """The text of a picture without what joins or marks characters. The same stands beside the picture, in full."""
    return "".join(sign for sign in _CHANGES.sub("", composed(text)) if not unicodedata.combining(sign))


def _in_codes(text: str) -> str:
    """The text of a picture with codes for all but the letters of Latin, where nothing else will do."""
    return as_code(text, frozenset(sign for sign in text if ord(sign) > 0x206F or 0x24F < ord(sign) < 0x1E00))


def _not_set(message: str, source: str) -> frozenset[str]:
    """The characters that an error message is about: marks on the text that it shows, or else what stands in that.

    Typst shows only the letter where a font has no letterform for it with its marks, such as the key around a digit.
    """
    met = _NO_GLYPH.search(message)
    if met is None:
        return frozenset()
    text = _shown(met[1])
    after = re.findall(f"{re.escape(text)}[{_UNSEEN}]*([^\x00-\x7f])", source)
    marks = frozenset(sign for sign in after if _is_mark(sign))
    shown = frozenset(sign for sign in text if ord(sign) > 0x7E)
    return marks or frozenset(sign for sign in shown if not _CHANGES.match(sign)) or shown  # with nothing to change


def _marks(text: str) -> frozenset[str]:
    return frozenset(sign for sign in text if _is_mark(sign))


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M") and not _CHANGES.match(sign)


def _shown(text: str) -> str:
    """The text of a message, in which some characters stand as their codes."""
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), text)


def _docx(asked: dict[str, Any], typst: Any) -> dict[str, Any]:
    from crosp_cli.reports.word_and_pdf.docx import written
    from crosp_cli.reports.word_and_pdf.sheet_json import sheet_of

    boxes = {row: png for row, source in asked["boxes"].items() if (png := _png(source, _AS_IT_IS, typst))}
    pictures = [_png(source, _ON_A_PAGE_OF_TEXT, typst) for source in asked["pictures"]]
    made = written(sheet_of(asked["sheet"]), pictures, boxes, asked["timestamp"])
    return {"made": base64.b64encode(made).decode()}


def _png(picture: str, drawn: str, typst: Any) -> bytes | None:
    """The drawing as PNG; one that cannot be drawn is left out, since what it shows stands beside it as text."""
    source = f"#set page(width: auto, height: auto, margin: 0pt)\n{drawn}"
    try:
        made = typst.compile(
            {"main": source.encode(), "picture.svg": picture.encode()}, root=_ROOT, format="png", ppi=200
        )
    except BaseException as error:
        if isinstance(error, typst.TypstError) or _is_panic(error):
            return None
        raise
    return bytes(made)


def _is_panic(error: BaseException) -> bool:
    """Whether Typst came to an end that it does not tell of itself."""
    return type(error).__name__ == "PanicException"


def _is_gone(asking: int) -> bool:
    """Whether the process that asks was killed before this one came so far as to end with it."""
    if sys.platform != "linux" or os.getppid() in (asking, 0):  # 0 is one that cannot be seen from here
        return False
    try:
        os.kill(asking, 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def main() -> None:
    """Answer what standard input asks for; what fails is told as one line. The argument is the process that asks."""
    child_process.end_with(os.getppid())
    if _is_gone(int(sys.argv[1])):
        return
    with suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows

        seconds = CONVERSION_SECONDS * (os.cpu_count() or 1)  # so that it also ends where nobody is left to end it
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (CONVERSION_MEMORY, CONVERSION_MEMORY))
    import typst

    asked = json.load(sys.stdin)
    try:
        answer = _docx(asked, typst) if asked["form"] == "docx" else _pdf(asked, typst)
    except MemoryError:
        answer = {"memory": True}
    except (typst.TypstError, ValueError) as error:
        answer = {"why": str(error).partition("\n")[0] or type(error).__name__}
    child_process.answer(json.dumps(answer).encode())


if __name__ == "__main__":
    main()
