"""As much of two examples as shows what differs."""

from crosp_cli.output.reference.excerpt import excerpts

MEASURES = """\
cells:
  follow-up:
    quality:
      current_state:
        reflection: The meeting was not held.
      measures:
        - id: meeting
          what: One meeting a term.
          due: 2099-06-15
          status: planned
          carried_over_from: 2025-ht
""".splitlines()


def test_what_differs_is_shown_with_its_neighbours_and_the_keys_it_stands_under() -> None:
    bad, good = excerpts(MEASURES, [line.replace("planned", "ongoing") for line in MEASURES])
    assert bad == (
        "cells:",
        "  follow-up:",
        "    quality:",
        "      …",
        "      measures:",
        "        - id: meeting",
        "          …",
        "          due: 2099-06-15",
        "          status: planned",
        "          carried_over_from: 2025-ht",
    )
    assert good == tuple(line.replace("planned", "ongoing") for line in bad)


def test_what_is_short_is_shown_whole() -> None:
    assert excerpts(["a: 1", "b: 2", "c: 3"], ["a: 1", "b: 2"]) == (("a: 1", "b: 2", "c: 3"), ("a: 1", "b: 2"))


def test_what_differs_in_a_second_document_is_not_placed_under_the_first() -> None:
    one = ["format: a", *(f"x{n}: {n}" for n in range(9))]
    bad, good = excerpts([*one, "---", "id: a", "name: b"], [*one, "---", "id: c", "name: b"])
    assert (bad, good) == (("---", "id: a", "name: b"), ("---", "id: c", "name: b"))
