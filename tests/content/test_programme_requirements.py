"""Requirements of the domain study that the invented programme of volunteers meets, row by row.

Rows R005 to R028 that are not here:

- R001 to R004, R012, R014, R021, R024, R025 and R028 are about a log of issues, and R026 about its
  abbreviations: see ``test_issues_requirements.py``.
- R008, R017, R019, R027 and R186 are about a newsletter. Its blocks can be placed into a written
  page; that it is written, numbered and sent is not part of a programme.
- R009 is about figures from data that others hold (heat maps), of which a programme has none.
- R011, and of R010 what a return may not say, are about reading: see ``test_sessions.py``.
- R006 and R181, what stops a build: see ``test_programme_rules.py`` and ``test_privacy.py``; here
  is what a build must not have in it.
"""

from __future__ import annotations

import csv
import io
import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import pytest

from content.published import Published

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytest_plugins = ["demonstration"]

SPOT = "filled.count.soap"
"""The position of every site of the example."""
PLATE = re.compile(r"\b[A-Z]{2}[0-9]{2} ?[A-Z]{3}\b")
KEPT_BACK = "[c]"
PROTECTED = (
    "letter_2",
    "letter_3_or_visit",
    "no_action",
    "words_of_advice",
    "caution",
    "course",
    "fixed_penalty",
    "court",
)
COLUMNS = (
    "team,session_date,site,w3w,speed_limit_mph,start_time,duration_minutes,volunteers,"
    "vehicles_passed,vehicles_over_threshold,highest_speed_mph,notes"
)


class Built(NamedTuple):
    """All pages of the programme, as readers get them."""

    page: Published
    sites: dict[str, Published]
    blank: Published

    @property
    def pages(self) -> list[Published]:
        return [self.page, self.blank, *self.sites.values()]

    @property
    def texts(self) -> dict[Path, str]:
        """What every file of the programme holds, by its place below the programme."""
        return {
            file.relative_to(self.page.folder): file.read_text(encoding="utf-8")
            for file in sorted(self.page.folder.rglob("*"))
            if file.is_file()
        }

    def counts(self, table: str, key: str, value: str) -> dict[str, int]:
        """Return the counts of the whole period in a table by what they are of."""
        return {row[key]: int(row[value]) for row in self.page.table(table)}

    def drops(self, before: str) -> int:
        """Return how many vehicles do not come to a step, for whatever reason."""
        rows = self.page.table("drops")
        return sum(int(row["vehicles"]) for row in rows if row["before"] == before)


@pytest.fixture(scope="module")
def built(demonstration: Path) -> Built:
    folder = demonstration / "volunteers" / "example-speedwatch"
    sites = {one.name: Published(one) for one in sorted((folder / "sites").iterdir())}
    return Built(Published(folder), sites, Published(folder / "return"))


ROWS: dict[str, tuple[str, Callable[[Built], bool]]] = {
    "R005": (
        "results are at the top: how many came back, and since when others are waited for",
        lambda built: (
            re.search(
                r"10 of 12 batches of results have come back to volunteers; 2 [a-z ]+, the first "
                r"since 29 December 2025\.",
                built.page.words,
            )
            is not None
            and built.page.data["results"]
            == {"returned": 10, "waiting": 2, "waiting_since": "2025-12-29"}
        ),
    ),
    "R005, a hop is no return": (
        "a batch that went one hop and reached nobody does not count as returned",
        lambda built: (
            [row["id"] for row in built.page.table("batches") if not row["told_on"]]
            == ["2025-12", "2026-03"]
            and [row["batch"] for row in built.page.table("hops")].count("2025-12") == 1
            and "Waiting since 29 December 2025" in built.page.words
        ),
    ),
    "R006": (
        "visits stand beside the sessions of their own site",
        lambda built: (
            all(
                [row["on"] for row in site.table("visits")]
                == [row["on"] for row in built.page.table("visits") if row["site_id"] == name]
                for name, site in built.sites.items()
                if site.data["counts"]["visits"]
            )
            and "May 2025 2 1 213 8 3.8% 1: asked for"
            in built.sites["kettlebeck-school-hill"].words
        ),
    ),
    "R006, positions": (
        "a position is in what is published of a site only if it is released",
        lambda built: (
            {row["id"] for row in built.page.table("sites") if row["position"]}
            == {"garthwick-high-street", "kettlebeck-high-street"}
            == {name for name, site in built.sites.items() if SPOT in site.html}
            and SPOT not in built.blank.html
        ),
    ),
    "R007": (
        "a trail with the day of each hop, and the days from result to volunteers",
        lambda built: (
            [row["on"] for row in built.page.table("hops") if row["batch"] == "2025-04"]
            == ["2025-05-03", "2025-05-05", "2025-05-09"]
            and re.search(
                r"Traffic officer \(Alderbourne\) to SpeedWatch lead \(Alderbourne\), [^,]*, "
                r"3 May 2025 .*Told on 9 May 2025|Told on 9 May 2025 .*3 May 2025",
                built.page.words,
            )
            is not None
            and "6 days from result to volunteers" in built.page.words
        ),
    ),
    "R010": (
        "a return has 12 columns, is sent in every 14 days, and can be taken blank",
        lambda built: (
            (built.blank.folder / "return.csv").read_bytes().decode("utf-8-sig").strip() == COLUMNS
            and "every 14 days" in built.blank.words
            and all(f"<code>{name}</code>" in built.blank.html for name in COLUMNS.split(","))
        ),
    ),
    "R013": (
        "teams without a deputy as a count, and nobody is named",
        lambda built: (
            "6 of 10 teams have no deputy." in built.page.words
            and [row["deputies"] for row in built.page.table("teams")].count("0") == 6
            and "leader" not in {key for row in built.page.table("teams") for key in row}
        ),
    ),
    "R015": (
        "every visit has a reason, or says that none is stated; the reasons sum to the visits",
        lambda built: (
            built.counts("reasons", "reason", "visits")
            == {"complaint": 10, "data": 19, "request": 9, "random": 5, "not_stated": 3}
            and len(built.page.table("visits")) == 46
        ),
    ),
    "R015, no visit": (
        "a site without a visit says so in words, with its months, and has no empty table",
        lambda built: (
            "No visits recorded April 2025 to March 2026."
            in built.sites["hollinmere-the-green"].words
            and not (built.sites["hollinmere-the-green"].folder / "visits.csv").exists()
        ),
    ),
    "R016": (
        "sites in all seven states, with the days to approval of each that states both days",
        lambda built: (
            built.counts("states", "state", "sites")
            == {
                "requested": 2,
                "surveyed": 2,
                "risk_assessed": 2,
                "approved": 29,
                "refused": 2,
                "suspended": 2,
                "retired": 2,
            }
            and {row["id"]: row["days_to_approval"] for row in built.page.table("sites")}[
                "thornleaze-college-lane"
            ]
            == "70"
        ),
    ),
    "R016, reasons": (
        "a site that is refused, suspended or given up says why",
        lambda built: all(
            row["reason"] and row["reason"] in built.sites[row["id"]].words
            for row in built.page.table("sites")
            if row["state"] in {"refused", "suspended", "retired"}
        ),
    ),
    "R018": (
        "every page for volunteers says both ways to report an abusive driver, in the same words",
        lambda built: all(
            "call 101, or use the page “Report a crime”" in page.words for page in built.pages
        ),
    ),
    "R020": (
        "a month has what volunteers did and what came of it side by side",
        lambda built: (
            next(row for row in built.page.table("months") if row["month"] == "2025-06").items()
            >= {
                "sessions": "57",
                "vehicles_passed": "9930",
                "over_threshold": "323",
                "letter_1": "224",
                "visits": "5",
            }.items()
        ),
    ),
    "R022": (
        "repeated and excessive speeders as counts, which fit the vehicles over the threshold",
        lambda built: (
            [row["vehicles"] for row in built.page.table("repeats") if not row["month"]]
            == ["137", "34", "10"]
            and sum(int(row["vehicles"]) for row in built.page.table("speeds"))
            == built.page.data["counts"]["over_threshold"]
        ),
    ),
    "R023": (
        "the outcomes sum to the drivers who were stopped",
        lambda built: (
            sum(
                number
                for kind, number in built.counts("follow_up", "kind", "count").items()
                if not kind.startswith("letter")
            )
            == built.page.data["counts"]["drivers_stopped"]
            == 182
            and "= 182 drivers" in built.page.words
        ),
    ),
    "R024": (
        "who passed results on, and who visited, are roles",
        lambda built: (
            {row[key] for row in built.page.table("hops") for key in ("by", "to")}
            | {row["by"] for row in built.page.table("visits")}
            <= {
                "All volunteers (Alderbourne)",
                "Neighbourhood team (Alderbourne)",
                "SpeedWatch lead (Alderbourne)",
                "Team leaders (Alderbourne)",
                "Traffic officer (Alderbourne)",
                "",
            }
        ),
    ),
    "R181": (
        "no plate, no note of a session and no position that is not released is in any file",
        lambda built: (
            not any(PLATE.search(text) for text in built.texts.values())
            and not any("tractor" in text for text in built.texts.values())
            and {str(path) for path, text in built.texts.items() if SPOT in text}
            <= {
                "data.json",
                "sites.csv",
                *(
                    f"sites/{name}/{file}"
                    for name in ("garthwick-high-street", "kettlebeck-high-street")
                    for file in ("index.html", "data.json")
                ),
            }
        ),
    ),
    "R187": (
        "the share with one decimal and both counts, of this programme and of real ones",
        lambda built: all(
            said in built.page.words
            for said in (
                "2,925 of 91,356 vehicles were over the threshold (3.2%)",
                "144,721 7,215 5.0%",
                "15,700 387 2.5%",
            )
        ),
    ),
    "R187, not held": (
        "sessions that were not held are counted by themselves, and divide nothing",
        lambda built: (
            built.page.data["counts"].items()
            >= {"planned": 584, "sessions": 506, "abandoned": 15, "cancelled": 25}.items()
            and not any(
                wrong in text for text in built.texts.values() for wrong in ("nan%", "NaN", "inf%")
            )
        ),
    ),
    "R188": (
        "from the threshold to a letter, with a reason for each vehicle that got none",
        lambda built: (
            built.counts("funnel", "step", "vehicles")
            == {"over_threshold": 2925, "checked": 2048, "letter": 1872, "outcome": 29}
            and all(
                before - after == built.drops(step)
                for (before, after), step in zip(
                    pairwise(built.counts("funnel", "step", "vehicles").values()),
                    ("checked", "letter", "outcome"),
                    strict=True,
                )
            )
            and "The plate was not read in full" in built.page.words
        ),
    ),
    "R189": (
        "how few third letters there were, with both counts, here and in Dorset",
        lambda built: (
            "9 of 1,872 letters were third letters or visits (0.5%)." in built.page.words
            and "9,783" in built.page.words
            and "34 were third ones" in built.page.words
        ),
    ),
    "R190": (
        "teams from A to Z, rates with their base, and no rank",
        lambda built: (
            [row["name"] for row in built.page.table("teams")]
            == sorted(row["name"] for row in built.page.table("teams"))
            and not any(
                re.search(r"\brank", name) for row in built.page.table("teams") for name in row
            )
            and [name.removeprefix("team-") for name in built.page.rows if name.startswith("team-")]
            == [row["id"] for row in built.page.table("teams")]
        ),
    ),
    "R121 and R178": (
        "a small count is kept back in every table, with a key, and the year is always shown",
        lambda built: (
            "[c] means that the count is kept back" in built.page.words
            and not any(
                0 < int(cell) < 5
                for text in built.texts.values()
                if text.lstrip("\ufeff").startswith(("month,", "id,", "team,"))
                for row in csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""))
                for kind in PROTECTED
                if (cell := row.get(kind, KEPT_BACK)) != KEPT_BACK
            )
            and KEPT_BACK not in {row["count"] for row in built.page.table("follow_up")}
        ),
    ),
    "example": (
        "every page says first that its data are invented",
        lambda built: all("Example data." in page.words for page in built.pages),
    ),
    "figures": (
        "real totals stand exactly as published, with their source",
        lambda built: (
            [
                [row[key] for key in ("sessions", "vehicles_passed", "over_threshold")]
                + [row["followed_up"]]
                for row in built.page.table("elsewhere")
            ]
            == [
                ["633", "144721", "7215", "4432"],
                ["7", "1132", "26", "26"],
                ["46", "15700", "387", "387"],
                ["1422", "", "12125", "9783"],
                ["", "", "", "5032"],
                ["686", "", "", "4875"],
                ["7715", "", "", "67000"],
            ]
            and all(
                f'href="{row["url"]}"' in built.page.html for row in built.page.table("elsewhere")
            )
        ),
    ),
}


@pytest.mark.parametrize("row", ROWS)
def test_the_row_is_met_by_the_programme_of_volunteers(built: Built, row: str) -> None:
    sentence, holds = ROWS[row]

    assert holds(built), f"{row}: {sentence}"
