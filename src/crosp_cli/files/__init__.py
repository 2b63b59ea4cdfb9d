"""Opening what people point at without harm, and writing files whole or not at all."""

from crosp_cli.files.reading import Refusal, RefusedError, read_bytes, real_path
from crosp_cli.files.writing import Left, LeftError, append, clear, make_folders, place, ready, write_whole

__all__ = [
    "Left",
    "LeftError",
    "Refusal",
    "RefusedError",
    "append",
    "clear",
    "make_folders",
    "place",
    "read_bytes",
    "ready",
    "real_path",
    "write_whole",
]
