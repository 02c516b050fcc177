"""Times the page of a programme of volunteers while the rows of its returns grow.

``python benchmarks/sessions.py`` makes a site with 1,000, 100,000, 200,000 and 300,000 sessions of
100 teams at 400 sites, builds each strictly with the code of this checkout in a process of its own,
and prints how long that took and the most memory it had. It fails when the largest takes more than
30 seconds or 300 MB. Other numbers of rows may be given.

Every row is read, validated, compared with teams and sites, searched for personal data and added
up; what is built is the whole site, with the page of the programme and one for each site. A
twentieth of the rows has a note of its own, because notes are what takes room.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from starters import fill_blanks

if TYPE_CHECKING:
    import resource
    from collections.abc import Iterator, Sequence

ROOT: Final = Path(__file__).resolve().parents[1]
SIZES: Final = (1_000, 100_000, 200_000, 300_000)
SLOWEST: Final = 30.0
"""The most seconds."""
LARGEST: Final = 300.0
"""The most megabytes (1,000,000 bytes)."""
TEAMS: Final = 100
SITES: Final = 4  # of each team
FIRST_DAY: Final = date(2025, 4, 1)
DAYS: Final = 365
NOTED: Final = 20  # one row of so many has a note
SEED: Final = 2026
HEAD: Final = """\
format: 1
title: Speed watch of a county that is not
publisher: {publisher}
area: the county
as_at: 2026-03
period: 2025/26
example: true
"""
COLUMNS: Final = (
    "team,session_date,site,w3w,speed_limit_mph,start_time,duration_minutes,volunteers,"
    "vehicles_passed,vehicles_over_threshold,highest_speed_mph,notes"
)


@dataclass(frozen=True, slots=True)
class Took:
    """How many rows were built in how many seconds and megabytes, and how large their file is."""

    rows: int
    seconds: float
    megabytes: float
    file: float


def main(arguments: Sequence[str]) -> int:
    """Build a site for each number of rows, print a table, and return 1 if a limit is passed."""
    sizes = [int(one) for one in arguments] or SIZES
    print(f"{'rows':>9} {'file MB':>9} {'seconds':>9} {'peak MB':>9} {'µs a row':>9}")
    for rows in sizes:
        took = built(rows)
        print(
            f"{took.rows:>9,} {took.file:>9.1f} {took.seconds:>9.1f} {took.megabytes:>9.1f} "
            f"{took.seconds / took.rows * 1e6:>9.0f}"
        )
    failed = took.seconds > SLOWEST or took.megabytes > LARGEST
    print(f"{'Too much' if failed else 'Within'}: at most {SLOWEST:.0f} s and {LARGEST:.0f} MB.")
    return int(failed)


def built(rows: int) -> Took:
    """Build a site with so many sessions in a child process."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        size = prepared(site, rows)
        start = time.perf_counter()
        run = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
            cwd=site,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"},
        )
        _, status, used = os.wait4(run.pid, 0)
        seconds = time.perf_counter() - start
        if status:
            raise SystemExit("The build failed.")
    return Took(rows, seconds, peak(used) / 1e6, size / 1e6)


def peak(used: resource.struct_rusage) -> int:
    """Return the most bytes that a process had."""
    return used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def prepared(site: Path, rows: int) -> int:
    """Write a new site with a programme; return how many bytes its sessions have."""
    planboard = [sys.executable, "-m", "planboard", "new", "site"]
    subprocess.run(planboard, cwd=site, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
    fill_blanks(site, "https://county.example/")
    registers = (site / "plans/registers/publishers.yml").read_text("utf-8")
    publisher = registers.partition("- id: ")[2].split()[0]
    programme = site / "plans/county"
    programme.mkdir()
    (programme / "programme.yml").write_text(HEAD.format(publisher=publisher), "utf-8")
    (programme / "teams.csv").write_text("\n".join(teams()), "utf-8")
    (programme / "sites.csv").write_text("\n".join(sites()), "utf-8")
    with (programme / "sessions.csv").open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in sessions(rows))
    return (programme / "sessions.csv").stat().st_size


def teams() -> Iterator[str]:
    """Yield the table of teams."""
    yield "id,name,leaders,deputies,members"
    yield from (f"team-{team},Team {team},1,{team % 2},5" for team in range(TEAMS))


def sites() -> Iterator[str]:
    """Yield the table of sites."""
    yield "id,name,speed_limit_mph,threshold_mph,requested,approved,w3w"
    for team in range(TEAMS):
        for place in range(SITES):
            yield (
                f"site-{team}-{place},Team {team} - Road {place},30,35,2024-03-01,2024-05-10,"
                "///filled.count.soap"
            )


def sessions(rows: int) -> Iterator[str]:
    """Yield the table of so many sessions, each at another time, the same in each run."""
    dice = random.Random(SEED)  # noqa: S311 - figures, no secrets
    yield COLUMNS
    for row in range(rows):
        team, place, turn = row % TEAMS, row // TEAMS % SITES, row // (TEAMS * SITES)
        day = FIRST_DAY + timedelta(days=turn % DAYS)
        minute = 7 * 60 + turn // DAYS * 20
        passed = dice.randint(40, 400)
        over = passed * dice.randint(0, 6) // 100
        highest = dice.randint(36, 58) if over else ""
        note = (
            f"Traffic was {'light' if row % 3 else 'slow'} at post {row}"
            if row % NOTED == 0
            else ""
        )
        yield (
            f"Team {team},{day},Team {team} - Road {place},///filled.count.soap,30,"
            f"{minute // 60:02}:{minute % 60:02},{dice.choice((30, 45, 60))},{dice.randint(2, 5)},"
            f"{passed},{over},{highest},{note}"
        )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
