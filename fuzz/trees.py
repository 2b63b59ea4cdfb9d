"""A git repository with whatever objects: what stood at a revision is read, or one line says why not."""

import hashlib
import os
import shutil
import tempfile
import zlib
from pathlib import Path

from bits import Bits

from crosp_cli.reading.git.process import GitError
from crosp_cli.reading.git.repository import revision
from crosp_cli.reading.git.revision import WorkspaceAtRevision

FOLDER = Path(tempfile.mkdtemp(prefix="crosp-fuzz-"))
MODES = (b"100644", b"40000", b"100755", b"120000", b"160000", b"040000", b"0", b"777777", b"100664", b"", b"x")
NAMES = (
    b"a.yaml", b"crosp.yaml", b"assessments", b"..", b".", b".git", b"a/b.yaml", b"", b"a\nb.yaml", b"\xff.yaml",
    b"framework", b"framework.yaml", b"principles.yaml", b"-a.yaml", b" ", b"\t.yaml", "å.yaml".encode(), b"a.yaml ",
    b"HEAD", b"C:.yaml", b"a\\b.yaml",
)  # fmt: skip
SEEDS = Path(__file__).parent
BLOBS = (
    (SEEDS / "seeds" / "files" / "small.yaml").read_bytes(),
    (SEEDS / "project" / "crosp.yaml").read_bytes(),
    b"format: crosp-project/1\nframework: ./framework\norganiser: {id: a, name: A, type: municipal}\n",
    b"crosp-",
    b"",
)
REVISIONS = (
    "main",
    "HEAD",
    "main~0",
    "main^{tree}",
    "main:a.yaml",
    ":/x",
    "main^{/x}",
    "-p",
    "--all",
    "main..main",
    "@",
    "",
)


def _written(kind: bytes, content: bytes) -> bytes:
    """Write an object and return its name, as bytes."""
    whole = kind + b" %d\0" % len(content) + content
    name = hashlib.sha1(whole, usedforsecurity=False).hexdigest()
    path = FOLDER / ".git" / "objects" / name[:2] / name[2:]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(zlib.compress(whole, 1))
    return bytes.fromhex(name)


def _repository(bits: Bits) -> None:
    shutil.rmtree(FOLDER / ".git", ignore_errors=True)
    for name in ("objects", "refs/heads"):
        (FOLDER / ".git" / name).mkdir(parents=True)
    (FOLDER / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    (FOLDER / ".git" / "config").write_bytes(b"[core]\nrepositoryformatversion = 0\n")
    names = [_written(b"blob", blob) for blob in (*BLOBS, bits.some(200))]
    kinds = (b"tree", b"tree", b"tree", b"tree", b"tree", b"blob", b"commit", b"tag", b"odd")
    root = names[0]
    for _ in range(1 + bits.number(5)):
        entries = b"".join(
            bits.choice(MODES)
            + b" "
            + (bits.choice(NAMES) if bits.number(7) else bits.some(20))
            + b"\0"
            + bits.choice(names)
            for _ in range(bits.number(8))
        )
        root = _written(bits.choice(kinds), entries + (b"" if bits.number(9) else bits.some(60)))
        names.append(root)
    about = b"tree " + root.hex().encode() + b"\nauthor a <> 0 +0000\ncommitter a <> 0 +0000\n\nx\n"
    commit = _written(b"commit", about if bits.number(9) else bits.some(200))
    (FOLDER / ".git" / "refs" / "heads" / "main").write_text(commit.hex() + "\n")


def tried(data: bytes) -> None:
    """Make the repository, and read all that it has."""
    bits = Bits(data)
    name = bits.choice(REVISIONS) if bits.number(3) == 0 else "main"
    name = name if bits.number(9) else os.fsdecode(bits.some(20)).replace("\0", "")
    _repository(bits)
    try:
        workspace = WorkspaceAtRevision(revision(name, FOLDER))
        for _document, context in workspace.assessments():
            workspace.registry(context)
    except GitError:
        return
