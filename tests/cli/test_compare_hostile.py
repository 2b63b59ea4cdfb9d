"""`crosp compare` in a repository whose owner would have it run something: nothing does, and nothing takes for ever."""

import os
import select
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crosp_cli import limits
from crosp_cli.reading.git import process
from crosp_cli.reading.git.repository import revision

pytestmark = [
    pytest.mark.breadth,
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
]

Git = Callable[..., str]
CELLS = "shared-direction: {funding: {current_state: {rating: 1}}}"


class Hostile:
    """A project in a repository, and a program that leaves a mark where it ran."""

    def __init__(self, folder: Any, elsewhere: Path) -> None:
        self.folder, self.path = folder, Path(folder.path)
        self.mark = elsewhere / "mark"
        self.program = elsewhere / "program"
        self.program.write_text(f"#!/bin/sh\ntouch {self.mark}\n")
        self.program.chmod(0o755)
        folder.project()
        folder.assessment("a.yaml", CELLS, occasion="2025-ht", date="2025-10-15")
        self.git("init", "--quiet", "--initial-branch", "main")
        self.commit()
        folder.assessment("a.yaml", CELLS.replace("1", "2"), occasion="2026-ht")

    def git(self, *arguments: str, cwd: Path | None = None, given: str = "") -> str:
        settings = ("-c", "user.name=test", "-c", "user.email=", "-c", "protocol.file.allow=always")
        command = ("git", *settings, *arguments)
        done = subprocess.run(command, cwd=cwd or self.path, input=given, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "-m", "x")

    def configure(self, **settings: str) -> None:
        """Write into the repository's own configuration; `__` stands for a dot."""
        for name, value in settings.items():
            self.git("config", name.replace("__", "."), value)

    def lose_the_file(self) -> None:
        """Take the content of the assessment out of the repository, which then says that another one has it."""
        name = self.git("rev-parse", "HEAD:a.yaml")
        (self.path / ".git/objects" / name[:2] / name[2:]).unlink()
        self.configure(core__repositoryformatversion="1", extensions__partialClone="o", remote__o__promisor="true")
        self.configure(remote__o__fetch="+refs/heads/*:refs/remotes/o/*", remote__o__partialclonefilter="blob:none")


@pytest.fixture
def hostile(folder: Any, tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    return Hostile(folder, tmp_path_factory.mktemp("elsewhere"))


def compared(crosp: Any, hostile: Hostile, *arguments: str, **more: Any) -> Any:
    """Compare, and see that nothing was run, and that the answer is a comparison or one line."""
    result = crosp("compare", *(arguments or ("HEAD", "a.yaml")), "--lang", "en", cwd=hostile.path, **more)
    assert not hostile.mark.exists()
    assert result.status in (0, 2), result.err
    assert result.status == 0 or len(result.err.splitlines()) == 1, result.err
    assert "Traceback" not in result.err
    return result


def test_an_honest_one_is_compared(crosp: Any, hostile: Hostile) -> None:
    assert compared(crosp, hostile).status == 0


@pytest.mark.parametrize(
    "url", ["ext::{program}", "ssh://host/x", "git://host/x", "file:///x", "/x", "http://localhost:1/x", "program::x"]
)
def test_what_another_repository_should_have_is_not_asked_for(crosp: Any, hostile: Hostile, url: str) -> None:
    hostile.lose_the_file()
    hostile.configure(remote__o__url=url.format(program=hostile.program), remote__o__uploadpack=str(hostile.program))
    hostile.configure(protocol__allow="always", protocol__ext__allow="always", core__sshCommand=str(hostile.program))
    shutil.copy(hostile.program, hostile.program.with_name("git-remote-program"))
    env = {"PATH": f"{hostile.program.parent}{os.pathsep}{os.environ['PATH']}"}
    result = compared(crosp, hostile, env=env)
    assert result.status == 2
    assert "A full copy does." in result.err


def test_a_remote_with_a_program_of_its_own_is_not_asked(crosp: Any, hostile: Hostile) -> None:
    hostile.lose_the_file()
    shutil.copy(hostile.program, hostile.program.with_name("git-remote-program"))
    hostile.configure(remote__o__url="x", remote__o__vcs="program")
    env = {"PATH": f"{hostile.program.parent}{os.pathsep}{os.environ['PATH']}"}
    assert compared(crosp, hostile, env=env).status == 2


@pytest.mark.parametrize(("url", "vcs"), [("::x", None), ("x", ""), ("x", "/"), ("x", "//")])
@pytest.mark.parametrize("alias", ["remote-", "remote-x"])
def test_a_protocol_without_a_name_runs_no_alias(
    crosp: Any, hostile: Hostile, url: str, vcs: str | None, alias: str
) -> None:
    hostile.lose_the_file()
    hostile.configure(remote__o__url=url, **{} if vcs is None else {"remote__o__vcs": vcs})
    hostile.configure(help__autocorrect="immediate", **{f"alias__{alias}": f"!{hostile.program}"})
    assert compared(crosp, hostile).status == 2
    with pytest.raises(process.GitError):  # as git before 2.39.4 asks for a file that is not here
        process.git(hostile.path, "fetch", "o", most=0, budget=process.Budget())
    assert not hostile.mark.exists()


def test_the_settings_of_a_copy_without_every_file_stay_as_they_are(crosp: Any, hostile: Hostile) -> None:
    hostile.lose_the_file()
    hostile.configure(remote__o__url="x")
    before = (hostile.path / ".git/config").read_bytes()
    assert compared(crosp, hostile).status == 2
    with pytest.raises(process.GitError) as error:  # as git before 2.39.4 asks for a file that is not here
        process.git(hostile.path, "fetch", "o", "--filter=blob:none", most=0, budget=process.Budget())
    assert error.value.why is process.Trouble.NOT_HERE
    assert (hostile.path / ".git/config").read_bytes() == before


def test_a_folder_that_is_itself_a_repository_is_none(crosp: Any, hostile: Hostile) -> None:
    hostile.lose_the_file()
    hostile.configure(core__bare="true", remote__o__url=f"ext::{hostile.program}", protocol__ext__allow="always")
    for entry in (hostile.path / ".git").iterdir():
        shutil.move(entry, hostile.path / entry.name)
    (hostile.path / ".git").rmdir()
    result = compared(crosp, hostile, "main", "a.yaml")
    assert result.status == 2
    assert "bare repository" in result.err or "would have to be a git repository" in result.err


@pytest.mark.parametrize("name", [":0:a.yaml", ":a.yaml", "HEAD", "main@{u}", ":/x", "HEAD^{tree}", "@{-1}"])
def test_no_program_of_the_repository_runs(crosp: Any, hostile: Hostile, name: str) -> None:
    program = str(hostile.program)
    hostile.configure(core__fsmonitor=program, core__pager=program, diff__external=program, core__editor=program)
    hostile.configure(core__hooksPath=str(hostile.program.parent), core__sshCommand=program, core__askPass=program)
    hostile.configure(filter__x__smudge=program, filter__x__clean=program, diff__x__textconv=program)
    hostile.configure(gpg__program=program, log__showSignature="true", core__alternateRefsCommand=program)
    hostile.configure(credential__helper=f"!{program}")
    hostile.git("config", "alias.cat-file", f"!{program}")
    (hostile.path / ".gitattributes").write_text("*.yaml filter=x diff=x\n")
    for hook in ("post-index-change", "reference-transaction", "post-checkout"):
        shutil.copy(hostile.program, hostile.program.with_name(hook))
    compared(crosp, hostile, name, "a.yaml")
    compared(crosp, hostile, name)


def test_no_variable_of_the_caller_steers_git(crosp: Any, hostile: Hostile, tmp_path: Path) -> None:
    other = tmp_path / "other"
    hostile.git("init", "--quiet", "--bare", str(other))
    program = str(hostile.program)
    steering = {
        "GIT_DIR": str(other),
        "GIT_WORK_TREE": str(other),
        "GIT_COMMON_DIR": str(other),
        "GIT_OBJECT_DIRECTORY": str(other / "objects"),
        "GIT_CONFIG_PARAMETERS": f"'core.fsmonitor={program}'",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": program,
        "GIT_EXTERNAL_DIFF": program,
        "GIT_SSH_COMMAND": program,
        "GIT_ASKPASS": program,
        "GIT_PAGER": program,
        "GIT_EXEC_PATH": str(hostile.program.parent),
        "GIT_TRACE": str(hostile.mark),
        "GIT_TRACE2": str(hostile.mark),
        "GIT_ALLOW_PROTOCOL": "ext",
        "GIT_CEILING_DIRECTORIES": str(hostile.path.parent),
        "GIT_NAMESPACE": "x",
        "GIT_REPLACE_REF_BASE": "refs/x/",
    }
    assert compared(crosp, hostile, env=steering).status == 0


def test_an_object_that_another_replaces_is_shown_as_it_is(crosp: Any, hostile: Hostile) -> None:
    old = hostile.git("rev-parse", "HEAD:a.yaml")
    new = hostile.git("hash-object", "-w", "a.yaml")
    hostile.git("replace", old, new)
    result = compared(crosp, hostile)
    assert result.status == 0
    assert "2025-ht" in result.out


def test_a_parent_that_a_commit_does_not_name_is_none(crosp: Any, hostile: Hostile) -> None:
    head, other = hostile.git("rev-parse", "HEAD"), hostile.git("commit-tree", "-m", "y", "HEAD^{tree}")
    (hostile.path / ".git/info").mkdir(exist_ok=True)
    (hostile.path / ".git/info/grafts").write_text(f"{head} {other}\n")
    assert "HEAD~1" in compared(crosp, hostile, "HEAD~1", "a.yaml").err
    assert compared(crosp, hostile).status == 0


def bomb(hostile: Hostile, wide: int, deep: int, blob: str) -> None:
    """Commit a tree of `wide` to the power of `deep` files that are all one object."""
    entry = f"100644 blob {blob}\t%d.yaml"
    for _ in range(deep):
        tree = hostile.git("mktree", given="".join(f"{entry % number}\n" for number in range(wide)))
        entry = f"040000 tree {tree}\t%d"
    hostile.git("update-ref", "HEAD", hostile.git("commit-tree", "-m", "x", tree))


@pytest.mark.parametrize(("wide", "deep"), [(10, 12), (1000, 2)])
def test_a_tree_that_never_ends_is_too_much(crosp: Any, hostile: Hostile, wide: int, deep: int) -> None:
    bomb(hostile, wide, deep, hostile.git("hash-object", "-w", "a.yaml"))
    result = compared(crosp, hostile)
    assert result.status == 2
    assert "HEAD is more than crosp reads from git: at most 100,000 files" in result.err


def test_a_path_that_no_disk_has_is_too_much(crosp: Any, hostile: Hostile) -> None:
    tree = hostile.git("rev-parse", "HEAD^{tree}")
    for _ in range(limits.GIT_PATH_BYTES // 251 + 1):
        tree = hostile.git("mktree", given=f"040000 tree {tree}\t{'n' * 250}\n")
    hostile.git("update-ref", "HEAD", hostile.git("commit-tree", "-m", "x", tree))
    result = compared(crosp, hostile)
    assert result.status == 2
    assert "HEAD is more than crosp reads from git" in result.err


def test_a_large_file_many_times_is_too_much(crosp: Any, hostile: Hostile) -> None:
    large = CELLS.join(["# x\n" * (limits.FILE_BYTES // 4 - 100), ""])
    bomb(hostile, 70, 1, hostile.git("hash-object", "-w", "--stdin", given=large))
    result = compared(crosp, hostile)
    assert result.status == 2
    assert "256 MiB" in result.err


def test_a_commit_larger_than_all_that_is_read_is_too_much(
    crosp: Any, hostile: Hostile, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert int(process._SET["GIT_ALLOC_LIMIT"]) == limits.GIT_BYTES
    monkeypatch.setitem(process._SET, "GIT_ALLOC_LIMIT", "1000000")
    hostile.git("commit", "--quiet", "--allow-empty", "-F", "-", given="x\n" * 1_000_000)
    result = compared(crosp, hostile)
    assert result.status == 2
    assert "HEAD is more than crosp reads from git" in result.err


@pytest.mark.skipif(sys.platform != "linux", reason="no limit of memory for another process on this system")
@pytest.mark.parametrize("name", ["HEAD~3", "HEAD^{/nowhere}", ":/nowhere", "a tree"])
def test_much_on_the_way_to_what_is_asked_for_is_too_much(
    crosp: Any, hostile: Hostile, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(process, "GIT_MEMORY", 20 * 1024**2)
    tree = hostile.git("rev-parse", "HEAD^{tree}")
    for number in range(4):  # each of ten megabytes, which git packs into a few thousand bytes
        if name == "a tree":
            entry = "\t".join(["100644 blob " + hostile.git("rev-parse", "HEAD:a.yaml"), "b" * 250])
            tree = hostile.git("mktree", given=f"040000 tree {tree}\ta\n" + f"{entry}\n" * 24_000)
        else:
            hostile.git("commit", "--quiet", "--allow-empty", "-F", "-", given=f"{number}\n" + "x\n" * 5_000_000)
    if name == "a tree":
        hostile.git("update-ref", "HEAD", hostile.git("commit-tree", "-m", "x", tree))
    result = compared(crosp, hostile, "HEAD" if name == "a tree" else name, "a.yaml")
    assert result.status == 2
    assert "is more than crosp reads from git" in result.err


def test_what_takes_too_long_is_ended(crosp: Any, hostile: Hostile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "GIT_SECONDS", 0)
    result = compared(crosp, hostile)
    assert result.status == 2
    assert "120 seconds" in result.err


@pytest.mark.skipif(sys.platform != "linux", reason="nothing ends with another process on this system")
@pytest.mark.parametrize("blow", ["SIGTERM", "SIGHUP", "SIGKILL"])
def test_a_git_that_waits_ends_with_crosp(hostile: Hostile, blow: str) -> None:
    begun, other = hostile.program.with_name("begun"), hostile.program.with_name("git")
    os.mkfifo(begun)
    other.write_text(f"#!/bin/sh\necho $$ > {begun}; exec sleep 1000\n")
    other.chmod(0o755)
    env = os.environ | {"PATH": f"{other.parent}{os.pathsep}{os.environ['PATH']}"}
    command = [sys.executable, "-m", "crosp_cli", "compare", "HEAD", "a.yaml"]
    with subprocess.Popen(command, cwd=hostile.path, env=env, stdout=subprocess.DEVNULL) as crosp:
        git = os.pidfd_open(int(begun.read_text()))
        crosp.send_signal(signal.Signals[blow])
    ended, _, _ = select.select([git], [], [], 3)  # by itself crosp would end it after 20 seconds
    os.close(git)
    assert ended


@pytest.mark.skipif(sys.platform != "linux", reason="there is no setsid elsewhere")
@pytest.mark.parametrize("left", ["sleep 100 &", "setsid sleep 100 &", "setsid sleep 100 >&2 &"])
def test_what_git_leaves_running_is_not_waited_for(
    crosp: Any, hostile: Hostile, monkeypatch: pytest.MonkeyPatch, left: str
) -> None:
    """A program that an employer has put before git, say: it holds git's answer open, which is whole all the same."""
    other = hostile.program.with_name("git")
    other.write_text(f'#!/bin/sh\n{left}\nexec {shutil.which("git")} "$@"\n')
    other.chmod(0o755)
    monkeypatch.setenv("PATH", f"{other.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(process, "GIT_SILENT_SECONDS", 10)
    monkeypatch.setattr(process, "_HELD_SECONDS", 0.1)
    result = compared(crosp, hostile)
    assert result.status == 0, result.err


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("kill -SEGV $$", "HEAD is more than crosp reads"),
        ("echo 'fatal: gone' >&2; exit 128", "git does not show HEAD: gone."),
    ],
)
def test_how_git_ended_is_known_also_where_nobody_would_hear_of_children(hostile: Hostile, end: str, told: str) -> None:
    """Ended by a signal, git has not said why: what it only came past is a line of a file that a repository names."""
    other = hostile.program.with_name("git")
    other.write_text(f"#!/bin/sh\necho 'error: object directory secret does not exist' >&2\n{end}\n")
    other.chmod(0o755)
    env = os.environ | {"PATH": f"{other.parent}{os.pathsep}{os.environ['PATH']}"}
    deaf = "signal.signal(signal.SIGCHLD, signal.SIG_IGN); os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    command = [sys.executable, "-c", f"import os, signal, sys; {deaf}", "-m", "crosp_cli", "compare", "HEAD", "a.yaml"]
    ended = subprocess.run(
        [*command, "--lang", "en"], cwd=hostile.path, env=env, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, told in ended.stderr, "secret" in ended.stderr) == (2, True, False), ended.stderr


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("core.bare", "bad boolean config value"),
        ("core.compression", "bad numeric config value"),
        ("core.createObject", "invalid mode for object creation"),
        ("core.attributesFile", "failed to expand user dir"),
    ],
)
def test_nothing_of_what_git_is_set_to_is_repeated(crosp: Any, hostile: Hostile, key: str, told: str) -> None:
    hostile.git("config", key, "~secret/x")
    result = compared(crosp, hostile)
    assert (result.status, "secret" in result.err) == (2, False)
    assert told in result.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFO on this system")
@pytest.mark.parametrize("name", ["config", "HEAD", "objects/info/alternates", "the assessment"])
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(
    crosp: Any, hostile: Hostile, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(process, "GIT_SILENT_SECONDS", 0.5)
    objects = hostile.git("rev-parse", "HEAD:a.yaml")
    pipe = hostile.path / ".git" / (f"objects/{objects[:2]}/{objects[2:]}" if "assessment" in name else name)
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe)
    result = compared(crosp, hostile)
    assert result.status == 2
    assert "20 without an answer" in result.err


def test_want_of_memory_for_a_thread_is_told_as_what_it_is(crosp: Any, hostile: Hostile) -> None:
    threading.stack_size(1 << 50)
    try:
        result = crosp("compare", "HEAD", "a.yaml", "--lang", "en", cwd=hostile.path)
    finally:
        threading.stack_size(0)
    said = "crosp: There was not enough memory for this. No file is left half written.\n"
    assert (result.status, result.out, result.err) == (3, "", said)


def test_every_reading_of_a_revision_is_taken_off_one_budget(hostile: Hostile, monkeypatch: pytest.MonkeyPatch) -> None:
    size = len(subprocess.check_output(["git", "show", "HEAD:a.yaml"], cwd=hostile.path))
    for limit, twice in ("GIT_BYTES", 2 * size), ("GIT_FILES", 2):
        monkeypatch.setattr(process, limit, twice)
        found = revision("HEAD", hostile.path)
        only = [blob for blob in found.files() if blob.path == "a.yaml"]
        for _ in range(2):
            assert [len(data) for _, data in found.read(only)] == [size]
        with pytest.raises(process.GitError, match="TOO_MUCH"):
            list(found.read(only))
        monkeypatch.undo()


def test_the_time_between_two_files_counts_too(hostile: Hostile, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(process, "monotonic", lambda: now)
    found = revision("HEAD", hostile.path)
    reading = found.read(found.files())
    next(reading)
    now = limits.GIT_SECONDS + 1.0
    with pytest.raises(process.GitError, match="TOO_MUCH"):
        next(reading)


@pytest.mark.parametrize("name", ["--batch", "-p", "--textconv", "--git-dir=/", "--output=x", "-", "--", "HEAD\n-p"])
def test_no_name_is_taken_for_an_option(crosp: Any, hostile: Hostile, name: str) -> None:
    result = compared(crosp, hostile, "--", name, "a.yaml")
    assert result.status == 2
    assert not (hostile.path / "x").exists()


def test_a_revision_whose_name_begins_like_an_option_is_one(hostile: Hostile) -> None:
    hostile.git("update-ref", "refs/heads/--batch", "HEAD")
    assert revision("--batch", hostile.path).commit == revision("HEAD", hostile.path).commit


WRONG = {
    "nothing": "",
    "words": "some words that nobody asked for",
    "a list of what is no object": "100644 blob xyz\\ta.yaml\\000",
    "a list without names": "100644 blob\\000\\000",
    "no size": "{commit} blob many",
    "a size of thousands of figures": "{commit} blob " + "9" * 5_000,
    "bytes": "\\377\\376\\000\\t\\n",
}


@pytest.mark.parametrize("question", ["ls-tree", "cat-file", "rev-parse"])
@pytest.mark.parametrize("answer", WRONG)
def test_an_answer_that_is_none_is_told_in_a_line(crosp: Any, hostile: Hostile, question: str, answer: str) -> None:
    commit = hostile.git("rev-parse", "HEAD")
    other = hostile.program.with_name("git")
    told = WRONG[answer].replace("{commit}", commit)
    real = shutil.which("git")
    other.write_text(f'#!/bin/sh\ncase "$*" in *{question}*) printf \'{told}\';; *) exec {real} "$@";; esac\n')
    other.chmod(0o755)
    env = {"PATH": f"{other.parent}{os.pathsep}{os.environ['PATH']}"}
    assert compared(crosp, hostile, env=env).status == 2


def test_what_git_complains_of_repeats_no_personal_data(crosp: Any, hostile: Hostile) -> None:
    hostile.configure(core__bare="anna@exempel.se")
    result = compared(crosp, hostile)
    assert result.status == 2
    assert "bad boolean" in result.err
    assert "exempel" not in result.err


@pytest.mark.parametrize("many", [1, 100])
@pytest.mark.parametrize("name", ["shallow", "objects/info/alternates", "packed-refs", "refs/heads/x", "commondir"])
def test_what_git_complains_of_quotes_no_file_elsewhere(
    crosp: Any, hostile: Hostile, tmp_path: Path, name: str, many: int
) -> None:
    tree = hostile.git("rev-parse", "HEAD^{tree}")
    (hostile.path / ".git/objects" / tree[:2] / tree[2:]).unlink()
    secret = tmp_path / "elsewhere"
    secret.write_text("".join(f"password = hunter{number}/\nerror: hunter/{number}\n" for number in range(many)))
    (hostile.path / ".git" / name).symlink_to(secret)
    for revision_ in "HEAD", "HEAD~9", "x":
        result = compared(crosp, hostile, revision_, "a.yaml")
        assert result.status == 2
        assert "hunter" not in result.err


def test_what_git_hints_at_first_is_not_why_it_refuses(crosp: Any, hostile: Hostile) -> None:
    tree = hostile.git("rev-parse", "HEAD^{tree}")
    (hostile.path / ".git/objects" / tree[:2] / tree[2:]).unlink()
    assert "not a tree object" in compared(crosp, hostile).err
    above = hostile.git("mktree", "--missing", given=f"040000 tree {tree}\ta\n")
    hostile.git("update-ref", "HEAD", hostile.git("commit-tree", "-m", "x", above))
    assert f"Could not read {tree}" in compared(crosp, hostile).err


def test_what_git_started_ends_with_it(crosp: Any, hostile: Hostile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "GIT_SECONDS", 0.2)
    other = hostile.program.with_name("git")
    other.write_text("#!/bin/sh\nsleep 1000 & wait\n")  # the child holds the other end of its output
    other.chmod(0o755)
    env = {"PATH": f"{other.parent}{os.pathsep}{os.environ['PATH']}"}
    assert compared(crosp, hostile, env=env).status == 2


def test_objects_that_lie_elsewhere_and_a_git_that_is_a_file(crosp: Any, hostile: Hostile, tmp_path: Path) -> None:
    objects = tmp_path / "objects"
    shutil.move(hostile.path / ".git/objects", objects)
    (hostile.path / ".git/objects/info").mkdir(parents=True)
    (hostile.path / ".git/objects/info/alternates").write_text(f"{objects}\n")
    assert compared(crosp, hostile).status == 0
    shutil.move(hostile.path / ".git", tmp_path / "git")
    (hostile.path / ".git").write_text(f"gitdir: {tmp_path / 'git'}\n")
    assert compared(crosp, hostile).status == 0
    (hostile.path / ".git").write_text("gitdir: /nowhere\n")
    assert compared(crosp, hostile).status == 2


def test_no_file_elsewhere_counts_as_used_by_the_list_of_files(crosp: Any, hostile: Hostile, tmp_path: Path) -> None:
    (hostile.path / "README").touch()
    hostile.git("add", "README")
    hostile.git("update-index", "--split-index")
    [shared] = (hostile.path / ".git").glob("sharedindex.*")
    elsewhere = tmp_path / "elsewhere"
    shutil.move(shared, elsewhere)
    shared.symlink_to(elsewhere)
    os.utime(elsewhere, (1e9, 1e9))
    for name in ":0:README", ":README", ":/", ":/x", "HEAD":
        compared(crosp, hostile, name, "a.yaml")
    assert elsewhere.stat().st_mtime == 1e9


def test_a_repository_within_is_not_gone_into(crosp: Any, hostile: Hostile) -> None:
    commit = hostile.git("rev-parse", "HEAD")
    (hostile.path / "within").mkdir()
    hostile.git("update-index", "--add", "--cacheinfo", f"160000,{commit},within")
    (hostile.path / ".gitmodules").write_text(f'[submodule "x"]\npath = within\nurl = ext::{hostile.program}\n')
    hostile.configure(protocol__allow="always", submodule__recurse="true", submodule__x__update=f"!{hostile.program}")
    hostile.commit()
    assert "160000" in hostile.git("ls-tree", "HEAD")
    assert compared(crosp, hostile, "HEAD~1", "a.yaml").status == 0
    assert compared(crosp, hostile, "HEAD", "a.yaml").status == 0
