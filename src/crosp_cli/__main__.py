"""The entry point of `crosp` and of `python -m crosp_cli`."""

import gc
import os
import sys

# Nothing else is imported up here: Ctrl-C while that is loading would end in a traceback.


def main() -> None:
    """Run crosp with the arguments of the process, and leave with its exit status."""
    try:
        _prepare()
        from crosp_cli.cli.main import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = 130
    except RuntimeError as error:  # what Python before 3.12 makes of Ctrl-C while a class is made
        if not isinstance(error.__cause__, KeyboardInterrupt):
            raise
        status = 130
    except (ImportError, MemoryError, OSError) as error:  # what would say so in the user's language is not loaded
        if os.environ.get("CROSP_TRACEBACK"):
            raise
        if sys.stderr is not None:
            try:  # noqa: SIM105 -- nothing more is loaded here
                sys.stderr.write(f"crosp: {type(error).__name__} {error}\n")
            except OSError:
                pass
        status = 3
    _leave(status)


def _prepare() -> None:
    """Leave out what a short run has no use for: plugins of pydantic, and looking for garbage that is not there.

    A document is a tree without cycles, freed the moment it is let go; the collector only walks it in vain, and what
    is imported stays. Looking for plugins takes a twentieth of a run.
    """
    gc.set_threshold(200_000)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    sys.unraisablehook = _interrupt_again


def _interrupt_again(lost: "sys.UnraisableHookArgs") -> None:
    """Let Ctrl-C that came where nothing can be raised, as in a callback of a library, come again a moment later."""
    if lost.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(lost)
        return
    from signal import SIGINT
    from threading import Timer

    Timer(0.05, os.kill, (os.getpid(), SIGINT)).start()  # a true signal, which also ends a wait


def _leave(status: int) -> None:
    """End the process at once: taking down all that was loaded, piece by piece, takes longer than a short run."""
    try:
        for stream in (sys.stderr, sys.stdout):
            stream.flush()
    finally:  # whoever no longer reads has been dealt with
        os._exit(status)


if __name__ == "__main__":
    main()
