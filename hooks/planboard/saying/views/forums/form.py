"""Form: the questions of the next return, on paper and as the columns of a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import routes, wording
from planboard.saying.views.parts import Link
from planboard.truth.model.returns import MOST_PRIORITIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.truth.model.forums import Forums

__all__ = ["TEMPLATE", "FieldView", "FormView", "of_forums"]

TEMPLATE: Final = "returns_template.csv"
"""The file beside the page that has a column for each question."""


@dataclass(frozen=True, slots=True)
class FieldView:
    """One question: how much room its answer has on paper, and the columns it has in a file.

    ``choices`` are what is ticked off on paper, each with its number.
    """

    label: str
    hint: str
    room: str
    columns: str
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FormView:
    """The form for the next return (R055), and where it is as a table to fill in."""

    title: str
    file: Link
    sentence: str
    fields: tuple[FieldView, ...]


def of_forums(forums: Forums, page: str) -> FormView:
    """Return the form for the next return of a forum; its link works on ``page``."""
    within = wording.counted(forums.return_within_days, "day")
    return FormView(
        title="Form for the next return",
        file=Link(
            "Take it as a table to fill in", routes.relative(routes.beside(page, TEMPLATE), page)
        ),
        sentence=f"Print it and fill it in, or fill a row of the table for each meeting. It is due "
        f"within {within} of the meeting. Names of people do not belong in it.",
        fields=tuple(_fields(forums)),
    )


def _fields(forums: Forums) -> Iterator[FieldView]:
    back = wording.counted(forums.report_months, "month")
    ahead = wording.counted(forums.objective_months, "month")
    yield FieldView("Name of the forum", "", "line", "forum")
    yield FieldView("Date of the meeting", "", "line", "met_on")
    yield FieldView(
        "Elected members at the meeting",
        "A number; write “about” where nobody counted",
        "line",
        "attendance_elected_members",
    )
    yield FieldView(
        "Residents at the meeting",
        "A number; write “about” where nobody counted",
        "line",
        "attendance_residents",
    )
    yield FieldView("Police at the meeting", "How many, or of which rank", "line", "police")
    yield FieldView(
        f"Were {_word(MOST_PRIORITIES)} priorities identified and agreed?",
        "Yes or no",
        "line",
        "agreed",
    )
    yield FieldView(
        f"What are the {_word(MOST_PRIORITIES)} priorities?",
        f"Up to {_word(MOST_PRIORITIES)}; none is an answer, too",
        "lines",
        "priorities_1 to priorities_3",
    )
    yield FieldView(
        "What was reported on the priorities of the last meeting?",
        "What was done about each",
        "lines",
        "progress_1_priority, progress_1_text and so on",
    )
    yield FieldView(
        "What does the forum want done?",
        "By when, and who raised it: a resident, an elected member, the police; no names",
        "lines",
        "actions_wanted_1_text, actions_wanted_1_required_by, actions_wanted_1_raised_by",
    )
    yield FieldView(
        "Issues and good news",
        "What worries people, and what went well; tensions are not published unless released",
        "lines",
        "concerns_1, good_news_1, tensions_1_text",
    )
    yield FieldView(
        f"Events in the last {back}, and what came of them",
        "Day, kind, place and outcome of each",
        "lines",
        "events_1_on, events_1_kind, events_1_place, events_1_outcome",
    )
    yield FieldView(
        f"Objectives for the next {ahead}",
        "Which are done, and how that is known",
        "lines",
        "objectives_1_objective, objectives_1_done, objectives_1_evidence",
        tuple((one.number or "", " ".join(one.text.split())) for one in forums.objectives),
    )


def _word(value: int) -> str:
    return {1: "one", 2: "two", 3: "three"}.get(value, wording.number(value))
