"""Returns: a small programme of an invented vale, and the return that its teams send in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from folders import PlansFolder

__all__ = ["COLUMNS", "PROGRAMME", "RETURN", "SESSIONS", "a_row", "put_programme", "reshaped"]

PROGRAMME: Final = "vale/programme.yml"
SESSIONS: Final = "vale/sessions.csv"
COLUMNS: Final = (
    "team,session_date,site,w3w,speed_limit_mph,start_time,duration_minutes,volunteers,"
    "vehicles_passed,vehicles_over_threshold,highest_speed_mph,notes"
)
_ROWS: Final = """\
Example Village,2022-05-03,Example Village - High Street,WORDS,30,08:05,45,3,210,9,47,
Example Village,2022-05-10,Example Village - School Lane,WORDS,20,15:10,60,3,164,4,33,
Sample Green,2022-05-07,Sample Green - Main Road,WORDS,40,10:00,45,4,0,0,,Abandoned: heavy rain
"""
RETURN: Final = f"{COLUMNS}\n{_ROWS.replace('WORDS', '///filled.count.soap')}"
"""The three rows from which the columns of a return were agreed; they are invented."""
_RECORD: Final = """\
format: 1
title: Speed watch of the vale
publisher: hill-town-council
as_at: 2022-05
area: the vale
period: 2022/23
teams:
  - {id: example-village, name: Example Village}
  - {id: sample-green, name: Sample Green}
sites:
  - id: high-street
    name: Example Village - High Street
    speed_limit_mph: 30
    threshold_mph: 35
    approved: 2021-05-04
    w3w: ///filled.count.soap
  - id: school-lane
    name: Example Village - School Lane
    speed_limit_mph: 20
    threshold_mph: 24
    approved: 2021-05-04
    w3w: ///filled.count.soap
  - id: main-road
    name: Sample Green - Main Road
    speed_limit_mph: 40
    threshold_mph: 46
    approved: 2021-05-04
    w3w: ///filled.count.soap
"""


def put_programme(folder: PlansFolder, rows: str | bytes = RETURN) -> PlansFolder:
    """Add the programme to a folder, with what teams sent in."""
    folder.put(PROGRAMME, _RECORD)
    folder.put(SESSIONS, rows)
    return folder


def a_row(**cells: object) -> str:
    """Return a return of one sound row but for ``cells``, given by the names of their columns."""
    sound = dict(zip(COLUMNS.split(","), RETURN.splitlines()[1].split(","), strict=True))
    return f"{COLUMNS}\n{','.join(map(str, {**sound, **cells}.values()))}\n"


def reshaped() -> dict[str, bytes]:
    """Return the same return as other programs and other habits would save it."""
    uk = RETURN
    for day in ("2022-05-03", "2022-05-10", "2022-05-07"):
        year, month, of_month = day.split("-")
        uk = uk.replace(day, f"{of_month}/{month}/{year}")
    crlf = RETURN.replace("\n", "\r\n")
    return {
        "as it is": RETURN.encode(),
        "with a byte order mark": RETURN.encode("utf-8-sig"),
        "with lines of Windows": crlf.encode(),
        "with semicolons": RETURN.replace(",", ";").encode(),
        "with tabs": RETURN.replace(",", "\t").encode(),
        "with dates of this country": uk.encode(),
        "with commas behind": RETURN.replace("\n", ",,,\n").encode(),
        "with blank rows": RETURN.replace("\n", "\n,,,,,,,,,,,\n").encode(),
        "as Unicode text": RETURN.replace(",", "\t").encode("utf-16"),
        "all at once": b"\xef\xbb\xbf"
        + uk.replace(",", ";").replace("\n", ";;\r\n").encode("utf-8"),
    }
