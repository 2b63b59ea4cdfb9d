"""What is to be followed up, as Markdown."""

from crosp_cli.analysis.follow_up.follow_up import OPEN, FollowUps
from crosp_cli.output.follow_up import views as words
from crosp_cli.templating.environment import filled


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
    as_of = words.as_of(found, language)
    return filled("follow-up.md.j2", language, sections=sections, today=found.today, as_of=as_of)
