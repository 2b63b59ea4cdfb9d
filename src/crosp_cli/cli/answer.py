"""Where an answer goes that may be printed or written to a file: looked at before any work, and then put there."""

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.console import as_bytes, print_message, print_result, refuse_to_replace, write_result
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.target import Target
from crosp_cli.output.formats import PRINTED, ending, writer
from crosp_cli.reading.discovery import SUFFIXES
from crosp_cli.text.translation import translation


def checked(target: Target, name: str, language: str) -> Target:
    """Return the target if something may be written there; `name` is what a file of it could be called.

    Raises:
        CannotError: it is a folder, named like an assessment, or exists and was not to be replaced.
    """
    file = target.file
    if file is None:
        return target
    _ = translation(language).gettext
    path = shown_name(file)
    if file.is_dir():
        text = _("{path} is a folder. Name a file in it, such as {example}.")
        example = file / f"{name}{ending(target.format)}"
        raise CannotError(text.format(path=path, example=shown_name(example)))
    if file.suffix.lower() in SUFFIXES:
        text = _("{path} would be a YAML file, which this is not. Choose another name.")
        raise CannotError(text.format(path=path))
    target.refuse_ending(file, language)
    refuse_to_replace(file, language, force=target.force)
    return target


def put(result: str, target: Target, language: str, *content: object) -> None:
    """Print `content`, a result of that name in the register of formats, or write it to a file and say where that is.

    Raises:
        CannotError: it cannot be written.
        MissingPartError: the format asked for needs a library that is not there.
    """
    made = writer(result, target.format)(*content, language)
    if target.file is None:
        print_result(made if target.format in PRINTED else as_bytes(made))
        return
    write_result(target.file, as_bytes(made), language, force=target.force)
    print_message(translation(language).gettext("written: {file}").format(file=shown_name(target.file)))
