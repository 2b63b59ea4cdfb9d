"""Opening what people point at without harm, and writing files whole or not at all."""

from crosp_cli.files.reading import LARGEST, Refusal, RefusedError, read_bytes
from crosp_cli.files.writing import Left, LeftError, make_folders, place, write_whole

__all__ = [
    "LARGEST",
    "Left",
    "LeftError",
    "Refusal",
    "RefusedError",
    "make_folders",
    "place",
    "read_bytes",
    "write_whole",
]
