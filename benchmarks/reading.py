"""Times the reading of 5,000 actions against PyYAML's own loader on libyaml, in the same run.

``python benchmarks/reading.py`` prints both and fails when reading with the place of every
value costs more than half of loading without.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import yaml

sys.path.insert(0, str(Path(__file__).parents[1] / "hooks"))

from planboard.reading import documents

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS: Final = 7
STRANDS: Final = 10
OBJECTIVES: Final = 10
ACTIONS: Final = 50
DEAREST: Final = 0.5
STATUSES: Final = ("red", "amber", "green", "not_rated")

HEAD: Final = """\
format: 1
title: Example delivery plan
publisher: example-force
as_at: 2022-07
scale: rag
groups:
"""
STRAND: Final = """\
  - id: strand-{strand}
    kind: strand
    title: Strand {strand} – what residents asked for
    groups:
"""
OBJECTIVE: Final = """\
      - id: objective-{strand}-{objective}
        kind: objective
        title: Objective {objective} of strand {strand}
        actions:
"""
ACTION: Final = """\
          - id: "{number}"
            title: Agree measure {number} with the neighbourhood teams, and publish it
            owners: [policy-team, area-lead-{objective}]
            due: Start by Oct 22  # as agreed in June
            status: {status}
            updates:
              - on: 2022-06-29
                text: >-
                  The group met at 8:30 and agreed the first set of questions; the team’s
                  answers are at https://example.org/answers/{number}.
"""


def text() -> str:
    """Return a plan of 5,000 actions in nested groups, ten lines each."""
    parts = [HEAD]
    number = 0
    for strand in range(1, STRANDS + 1):
        parts.append(STRAND.format(strand=strand))
        for objective in range(1, OBJECTIVES + 1):
            parts.append(OBJECTIVE.format(strand=strand, objective=objective))
            for _ in range(ACTIONS):
                number += 1
                status = STATUSES[number % len(STATUSES)]
                parts.append(ACTION.format(number=number, objective=objective, status=status))
    return "".join(parts)


def seconds(work: Callable[[], object]) -> float:
    """Return how long ``work`` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> int:
    """Print the figures; return 1 when reading is too dear."""
    plan = text()
    data = plan.encode()
    document = documents.read(data, "plan.yml")
    if document.problems:
        print(*document.problems, sep="\n")
        return 1
    print(f"{STRANDS * OBJECTIVES * ACTIONS:,} actions, {plan.count(chr(10)):,} lines, {RUNS} runs")
    # Turn and turn about, so that a slow moment of the machine falls on both.
    times: dict[str, list[float]] = {"yaml.load": [], "documents.read": []}
    for _ in range(RUNS):
        times["yaml.load"].append(seconds(lambda: yaml.load(plan, Loader=yaml.CSafeLoader)))
        times["documents.read"].append(seconds(lambda: documents.read(data, "plan.yml")))
    medians = [statistics.median(each) for each in times.values()]
    for (name, each), median in zip(times.items(), medians, strict=True):
        print(f"{name:15} min {min(each) * 1000:6.0f} ms   median {median * 1000:6.0f} ms")
    ratio = medians[1] / medians[0]
    print(f"ratio of medians {ratio:.2f} (at most {DEAREST})")
    return int(ratio > DEAREST)


if __name__ == "__main__":
    sys.exit(main())
