"""What somebody answers `crosp init` in words of their own: taken where it is a form of a name, asked about else."""

import pytest

from crosp_cli.cli.commands.init.asking import chosen, nearest
from crosp_cli.model.framework import Framework
from crosp_cli.reading.documents.framework import built_in_folder, read_framework


@pytest.fixture(scope="module")
def framework() -> Framework:
    found = read_framework(built_in_folder()).framework
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("kind", "word", "entry"),
    [
        ("organiser_types", "kommunen", "municipal"),
        ("organiser_types", "kommunal", "municipal"),
        ("organiser_types", "stat", "state"),
        ("levels", "huvudmannen", "organiser"),
        ("levels", "undervisningen", "teaching"),
        ("school_forms", "grundskolan", "grundskola"),
        ("school_forms", "anpassade grundskolan", "anpassad-grundskola"),
        ("school_forms", "förskolan", "forskola"),
        ("school_forms", "Förskoleklassen", "forskoleklass"),
        ("school_forms", "fritidshemmet", "fritidshem"),
    ],
)
def test_a_form_of_a_name_is_taken(framework: Framework, kind: str, word: str, entry: str) -> None:
    assert chosen([word], getattr(framework.head, kind)) == ((entry,), ())


@pytest.mark.parametrize(
    ("kind", "word", "entry"),
    [
        ("levels", "skola", "school"),
        ("levels", "enhet", "school"),
        ("school_forms", "gymnasiet", "gymnasieskola"),
        ("school_forms", "fritids", "fritidshem"),
        ("school_forms", "gruundskola", "grundskola"),
        ("school_forms", "särskola", None),
        ("school_forms", "skola", None),
        ("school_forms", "anpassad", None),
        ("levels", "rektor", None),
    ],
)
def test_a_part_of_a_name_is_asked_about(framework: Framework, kind: str, word: str, entry: str | None) -> None:
    entries = getattr(framework.head, kind)
    assert chosen([word], entries) == ((), (word,))
    assert nearest(word, entries, "sv") == entry
