"""What is to be followed up, as Markdown."""

import re

from crosp_cli.analysis.follow_up import OPEN, FollowUps
from crosp_cli.rendering import follow_up_words as words
from crosp_cli.rendering.templates import environment

_EMPTY_LINES = re.compile(r"\n{3,}")


def as_markdown(found: FollowUps, language: str) -> str:
    """Return each unit's roles with a table of what they have left to do. The same input gives the same text."""
    sections = [
        {
            "name": words.section_name(section),
            "levels": list(words.levels(section, language)),
            "counted": words.counted(section, language),
            "is_done": not any(section.count(state) for state in OPEN),
            "roles": [
                (words.role_name(role, language), found_rows)
                for role in section.roles
                if (found_rows := words.rows(role, section, language))
            ],
            "pointed": [
                (words.heading_of(what, language), words.question_of(what, language), points)
                for what, points in words.pointed(section, language)
            ],
            "without_date": words.without_date(section, language),
        }
        for section in found.sections
    ]
    template = environment(language).get_template("follow-up.md.j2")
    text = template.render(sections=sections, today=found.today, as_of=words.as_of(found, language))
    return _EMPTY_LINES.sub("\n\n", text).strip() + "\n"
