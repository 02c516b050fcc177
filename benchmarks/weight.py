"""Weighs the first view of every kind of page while a site grows, and times its build and search.

``python benchmarks/weight.py 5 300`` makes a site of 5 plans and one of 300, with 40 actions a
plan, builds each with the code of this checkout, opens it in Chromium and prints a table of each
beside the limits; without numbers it takes these two. It needs what ``make test`` needs.
A kB is 1,000 bytes; gz is what ``gzip -9`` leaves of a file. Everything in the plans is invented
and the same in each run; word for word it compresses like the plans of the demonstration.
"""

from __future__ import annotations

import gzip
import importlib.util
import itertools
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import yaml
from playwright.sync_api import TimeoutError as TooLate
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from previews import Silent, served
from starters import fill_blanks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from playwright.sync_api import Browser, Page

ROOT: Final = Path(__file__).resolve().parents[1]

# What is asked of a site.

PLAN_HTML: Final = 120_000
"""The most bytes of the HTML of a plan, as it is."""
FIRST_VIEW: Final = 150_000
"""The most bytes of a first view, with gzip."""
OUR_STYLES: Final = 15_000
"""The most bytes of the style sheets that are not the theme's, with gzip."""

# What a plan is made of.

SIZES: Final = (5, 300)
GROUPS: Final = 5
ACTIONS: Final = 8  # of each group
PLANS_OF_ONE: Final = 3  # of each publisher
OWN_OWNERS: Final = 8  # of each plan
LOCAL_OWNERS: Final = 2  # in all plans of a publisher
COUNTY_OWNERS: Final = 2  # of those that all publishers share
ABBREVIATIONS: Final = 8  # of the glossary, in each plan
WORDS: Final = 4_000
STEEPNESS: Final = 1.1  # of how much rarer each word is than the one before it
SEED: Final = 2026
FIRST_DAY: Final = date(2026, 6, 30)

COMMON: Final = """
    the and to of is in are be for a it on that with will has they what at can by as this every
    people from have not more all their which or an was been were than when new also out who each
    first where now other into there two about up after next until before some only between most
    three during both while under over later through so no
"""
BEGINS: Final = "b bl c ch d dr f fl g gr h l m n p pl pr r s sp st t th tr v w"
VOWELS: Final = "a a a e e e e i i i o o o u u ea ai oa ee"
ENDS: Final = "n n r r l t t s m d nd st ck nt ll"
SUFFIXES: Final = ["", "", "", "", "", "s", "s", "ed", "ing", "er", "ment", "tion", "al", "ly"]
FIRST_HALVES: Final = """
    Ash Birch Black Brook Coal Copper Cross Dun East Elm Fern Glen Hart Hazel Holm King Lang Mill
    North Oak Penn Raven Stone Thorn West Whin Wick Wolver Wood Yar
"""
SECOND_HALVES: Final = """
    bridge bury by combe den field ford ham hurst leigh minster mouth stead ton well worth
"""
BODIES: Final = (("council", "Council"), ("csp", "Community Safety Partnership"))
TOPICS: Final = (
    *("Night-time economy", "Safer streets", "Rural crime", "Serious violence", "Road safety"),
    *("Domestic abuse", "Hate crime", "Retail crime", "Burglary", "Youth justice"),
)
JOBS: Final = (
    *("Head of Community Safety", "Neighbourhood inspector", "Licensing manager", "Housing lead"),
    *("Street lighting team", "Youth services manager", "Public health lead", "Schools liaison"),
    *("Head of Planning", "Road safety team", "Victim support coordinator", "Parks manager"),
    *("Communications team", "Data and insight team", "Head of Legal", "Town centre manager"),
    *("Trading standards lead", "Fire prevention lead", "Probation lead", "Drug and alcohol lead"),
    *("Early help manager", "Safeguarding lead", "Business crime lead", "Transport manager"),
    *("Estates team", "Control room manager", "Volunteering coordinator", "Finance partner"),
)
COUNTY: Final = (
    *("County Safety Board", "Criminal Justice Board", "Violence Reduction Unit"),
    *("County Highways", "Ambulance service", "County Fire and Rescue", "Integrated Care Board"),
    *("County Probation Service", "Road Safety Partnership", "Victims Board"),
)
GLOSSARY: Final = {
    "ANPR": "automatic number plate recognition",
    "ASB": "anti-social behaviour",
    "BAU": "business as usual",
    "BID": "business improvement district",
    "CCTV": "closed-circuit television",
    "CSP": "community safety partnership",
    "DA": "domestic abuse",
    "HMO": "house in multiple occupation",
    "ICB": "integrated care board",
    "IOM": "integrated offender management",
    "JSNA": "joint strategic needs assessment",
    "KPI": "key performance indicator",
    "LPA": "local policing area",
    "MARAC": "multi-agency risk assessment conference",
    "MOU": "memorandum of understanding",
    "OPCC": "office of the police and crime commissioner",
    "PCSO": "police community support officer",
    "PSPO": "public spaces protection order",
    "RTC": "road traffic collision",
    "SLA": "service level agreement",
    "SOC": "serious and organised crime",
    "VAWG": "violence against women and girls",
    "VRU": "violence reduction unit",
    "YJS": "youth justice service",
}
NOT_IN_GLOSSARY: Final = ("CTMG", "DRSG", "EQP", "LSAG", "NTEG", "OPG", "RVG", "SVDG")
SCALES: Final = {
    "rag": ("red", "amber", "green"),
    "brag": ("red", "amber", "green", "blue"),
    "dca5": ("red", "amber_red", "amber", "amber_green", "green"),
}
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
DUE: Final = (
    *("by end of {month} {year}", "by end of {month} {year}", "by end of {month} {year}"),
    *("{short} {of_century}", "{short} {of_century}", "{day}/{number}/{year}", "{month} {year}"),
    *("Ongoing", "Ongoing", "Quarterly", "Start by {short} {of_century}", "ASAP", "TBC"),
    *("by {day} {month} {year}", "{short} {year} - {month} {next_year}", "Summer {year}"),
    *("Completed May 2026", None, None),
)
"""The words for a date, each as likely as the others; None is no date at all."""


# A site of invented plans.


@dataclass(frozen=True, slots=True)
class Language:
    """Words that nobody uses beside some that everybody does, the frequent ones first."""

    words: tuple[str, ...]
    weights: tuple[float, ...]

    def some(self, chance: random.Random, how_many: int) -> list[str]:
        """Return words as often as they would stand in a text: the second half as the first."""
        return chance.choices(self.words, cum_weights=self.weights, k=how_many)

    def line(self, chance: random.Random, fewest: int, most: int) -> str:
        """Return a heading or a title."""
        found = " ".join(self.some(chance, chance.randint(fewest, most)))
        return found[:1].upper() + found[1:]

    def text(self, chance: random.Random, how_many: int, strange: Sequence[str] = ()) -> str:
        """Return sentences with ``how_many`` words in all, some of them out of ``strange``."""
        words = self.some(chance, how_many)
        for one in strange:
            words[chance.randrange(1, how_many)] = one
        at, said = 0, []
        while at < how_many:
            length = chance.randint(7, 19)
            length = length if how_many - at - length > 4 else how_many - at  # noqa: PLR2004
            sentence = words[at : at + length]
            if length > 12:  # noqa: PLR2004 - a long sentence has a comma
                sentence[length // 2] += ","
            said.append(f"{sentence[0][:1].upper()}{' '.join(sentence)[1:]}.")
            at += length
        return " ".join(said)


@cache
def language() -> Language:
    """Return the language of all plans."""
    chance = random.Random(SEED)  # noqa: S311 - figures, no secrets
    begins, vowels, ends = BEGINS.split(), VOWELS.split(), ENDS.split()
    made = dict.fromkeys(COMMON.split())
    while len(made) < WORDS:
        syllables = chance.choice((1, 1, 1, 2, 2, 3))
        parts = [chance.choice(begins) + chance.choice(vowels) for _ in range(syllables)]
        made.setdefault("".join((*parts, chance.choice(ends), chance.choice(SUFFIXES))))
    weights = itertools.accumulate(rank**-STEEPNESS for rank in range(2, len(made) + 2))
    return Language(tuple(made), tuple(weights))


def as_id(words: str) -> str:
    """Return ``words`` as an id."""
    return re.sub("[^a-z]+", "-", words.lower()).strip("-")


class Place:
    """A town with a publisher, its owners and its first plans."""

    def __init__(self, number: int, plans: int = PLANS_OF_ONE) -> None:
        first, second = FIRST_HALVES.split(), SECOND_HALVES.split()
        self.chance = random.Random(f"{SEED}, {number}")  # noqa: S311 - figures, no secrets
        self.town = first[number % len(first)] + second[number // len(first) % len(second)]
        kind, name = BODIES[number % len(BODIES)]
        self.publisher = {
            "id": as_id(f"{self.town} {name}"),
            "name": f"{self.town} {name}",
            "kind": kind,
            "contact": {
                "email": f"plans@{as_id(self.town)}.example",
                "phone": "01632 960000",
                "url": f"https://www.{as_id(self.town)}.example/contact",
            },
            "have_your_say": "Come to the next public meeting, or write to the mailbox.",
            "licence": {"name": "Open Government Licence v3.0"},
        }
        jobs = self.chance.sample(JOBS, LOCAL_OWNERS + PLANS_OF_ONE * OWN_OWNERS)
        self.jobs = [f"{self.town} {one}" for one in jobs][: LOCAL_OWNERS + plans * OWN_OWNERS]
        self.topics = self.chance.sample(TOPICS, PLANS_OF_ONE)[:plans]

    @property
    def owners(self) -> list[dict[str, str]]:
        """The roles and teams of the town."""
        return [an_owner(one, "team" if one.endswith("team") else "role") for one in self.jobs]

    def plans(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the name and the file of each plan."""
        for number, topic in enumerate(self.topics):
            own = LOCAL_OWNERS + number * OWN_OWNERS
            owners = [
                *self.jobs[own : own + OWN_OWNERS],
                *self.jobs[:LOCAL_OWNERS],
                *self.chance.sample(COUNTY, COUNTY_OWNERS),
            ]
            yield as_id(f"{self.town} {topic}"), self._plan(topic, [as_id(one) for one in owners])

    def _plan(self, topic: str, owners: Sequence[str]) -> dict[str, Any]:
        chance, words = self.chance, language()
        scale = chance.choice(("rag", "rag", *SCALES))
        as_at = FIRST_DAY + timedelta(days=chance.randrange(100))
        strange = [*chance.sample(sorted(GLOSSARY), ABBREVIATIONS), chance.choice(NOT_IN_GLOSSARY)]
        numbers = itertools.count(1)
        groups = [
            {
                "id": f"theme-{group}",
                "kind": "theme",
                "number": str(group),
                "title": words.line(chance, 3, 7),
                "statement": words.text(chance, chance.randint(15, 35)),
                "actions": [
                    self._action(str(next(numbers)), owners, SCALES[scale], as_at, strange)
                    for _ in range(ACTIONS)
                ],
            }
            for group in range(1, GROUPS + 1)
        ]
        return {
            "format": 1,
            "title": f"{self.town} {topic.lower()} plan 2026 to 2029",
            "publisher": self.publisher["id"],
            "summary": words.text(chance, chance.randint(25, 50)),
            "as_at": as_at.isoformat(),
            "scale": scale,
            "example": True,
            "groups": groups,
        }

    def _action(
        self,
        number: str,
        owners: Sequence[str],
        levels: tuple[str, ...],
        as_at: date,
        strange: Sequence[str],
    ) -> dict[str, Any]:
        chance = self.chance
        statuses = (*levels * 5, *levels[-1:] * 5, "not rated", "not published")
        action: dict[str, Any] = {"id": number, "title": language().line(chance, 11, 22)}
        if chance.random() > 0.05:  # noqa: PLR2004 - a few have no owner
            action["owners"] = chance.sample(owners, chance.choice((1, 1, 1, 2)))
        if due := due_words(chance):
            action["due"] = due
        action["status"] = chance.choice(statuses)
        if chance.random() > 0.08:  # noqa: PLR2004 - some have no update
            action["updates"] = list(self._updates(as_at, strange))
        return action

    def _updates(self, as_at: date, strange: Sequence[str]) -> Iterator[dict[str, str]]:
        chance = self.chance
        day = as_at - timedelta(days=chance.randint(3, 120))
        for _ in range(chance.choice((1, 2, 3))):
            few = [one for one in strange if chance.random() < 1 / len(strange) / 2]
            text = language().text(chance, chance.randint(20, 60), few)
            yield {"on": day.isoformat(), "text": text}
            day -= timedelta(days=chance.randint(28, 100))


def an_owner(role: str, kind: str) -> dict[str, str]:
    """Return the entry of an owner in its register."""
    return {"id": as_id(role), "role": role, "kind": kind}


def due_words(chance: random.Random) -> str | None:
    """Return words for a date between 2026 and 2028, or none."""
    month, year = chance.randint(1, 12), chance.choice((2026, 2026, 2027, 2027, 2028))
    form = chance.choice(DUE)
    return form and form.format(
        day=chance.randint(1, 28),
        month=MONTHS[month - 1],
        short=MONTHS[month - 1][:3],
        number=month,
        year=year,
        of_century=year % 100,
        next_year=year + 1,
    )


class Plain(yaml.CSafeDumper):
    """Writes YAML as people do: nothing refers to anything else."""

    def ignore_aliases(self, data: object) -> bool:
        """Write a value again where it is the same."""
        del data
        return True


def as_yaml(data: object) -> str:
    """Return ``data`` as a file that an editor could have written."""
    return yaml.dump(data, Dumper=Plain, sort_keys=False, allow_unicode=True, width=100)


def environment() -> dict[str, str]:
    """Return the environment in which commands use this checkout."""
    return {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1"}


def make_site(folder: Path, how_many: int) -> tuple[int, int]:
    """Write a site of ``how_many`` plans; return how many publishers and owners it has."""
    command = [sys.executable, "-m", "planboard", "new", "site", str(folder)]
    subprocess.run(command, env=environment(), check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
    fill_blanks(folder, "https://plans.example/")
    hook = folder / "hooks" / "dashboard.py"
    hook.unlink()
    hook.symlink_to(ROOT / "hooks" / "dashboard.py")
    places = [
        Place(number, min(PLANS_OF_ONE, how_many - number * PLANS_OF_ONE))
        for number in range(-(-how_many // PLANS_OF_ONE))
    ]
    owners = [
        *(an_owner(one, "board" if one.endswith("Board") else "organisation") for one in COUNTY),
        *(owner for place in places for owner in place.owners),
    ]
    terms = [
        {"term": term, "expansion": meaning, "basis": "public", "source": "Home Office"}
        for term, meaning in GLOSSARY.items()
    ]
    files: dict[str, object] = {
        "registers/publishers.yml": {"publishers": [one.publisher for one in places]},
        "registers/owners.yml": {"owners": owners},
        "registers/glossary.yml": {"terms": terms},
    }
    files |= {f"{name}/plan.yml": plan for place in places for name, plan in place.plans()}
    for name, data in files.items():
        path = folder / "plans" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(as_yaml({"format": 1, **data} if isinstance(data, dict) else data), "utf-8")
    return len(places), len(owners)


# Its build.


@dataclass(frozen=True, slots=True)
class Built:
    """How long a build took, in all and on a processor, and the most bytes that it had at once."""

    seconds: float
    busy: float
    memory: int


def build(folder: Path) -> Built:
    """Build the site in ``folder`` as its README says.

    Raises:
        SystemExit: it cannot be built; with what MkDocs says.
    """
    said = folder / "build.log"
    with said.open("w", encoding="utf-8") as log:
        start = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--quiet"],
            cwd=folder,
            env=environment(),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        # As getrusage(RUSAGE_CHILDREN) has it, but of this one child and not of the largest so far.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(said.read_text("utf-8"))
    return Built(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


# Its pages in a browser.


class Listening(Silent):
    """Serves files, and keeps in mind what was asked for."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:  # noqa: N802 - called by the server
        """Answer, and remember the question."""
        self.asked.append(unquote(urlsplit(self.path).path).lstrip("/"))
        super().do_GET()


@dataclass(frozen=True, slots=True)
class File:
    """A file of a site: its name, its bytes and how many they are with gzip."""

    name: str
    raw: int
    gz: int


TEXT: Final = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv"})

SEARCH_FILES: Final = "search"
"""What the address of the index of the search has in it."""
CLOCK: Final = """() => {
  addEventListener("keydown", () => { window.firstKey ??= performance.now(); }, true);
  new MutationObserver(() => {
    if (window.firstResult) return;
    const panel = document.querySelector("form[role=search] [role=region]");
    if (panel?.querySelector("a")) window.firstResult = performance.now();
    else if (/not available|^No results/.test(panel?.textContent)) window.noResult = true;
  }).observe(document.body, { childList: true, subtree: true });
}"""
SHORTEST: Final = 8  # letters of the word that is searched for
SEARCHES: Final = 3
PATIENCE: Final = 120_000
QUIET: Final = 0.5  # seconds without a question after which nothing more is coming


class Site:
    """A built site that is served, and how its files are weighed."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.address = folder, address
        self._known: dict[str, File] = {}

    def file(self, name: str) -> File:
        """Return the file that answers to an address below the top, nothing where there is none."""
        path = self.folder / name
        path = path / "index.html" if path.is_dir() else path
        if name not in self._known:
            data = path.read_bytes() if path.is_file() else b""
            packed = gzip.compress(data, 9) if path.suffix in TEXT else data
            self._known[name] = File(name, len(data), len(packed))
        return self._known[name]

    def below(self, name: str) -> str:
        """Return where an address of this site leads to, below its top."""
        return urldefrag(name).url.removeprefix(self.address)

    def kinds(self) -> Iterator[tuple[str, str]]:
        """Yield a name for each kind of page, and the address of one page or two of that kind.

        Of pages that have the same one above them the middle one and the largest are taken.
        """
        pages = [path.parent.relative_to(self.folder) for path in self.folder.rglob("index.html")]
        above: dict[str, list[str]] = {}
        for page in sorted(pages, key=lambda one: (len(one.parts), one)):
            name = "" if page == Path() else f"{page.as_posix()}/"
            if len(page.parts) > 1:
                above.setdefault(f"{page.parts[0]}/{'*/' * (len(page.parts) - 1)}", []).append(name)
            else:
                yield name or "home", name
        for kind, names in above.items():
            names.sort(key=lambda one: self.file(one).raw)
            yield f"{kind} middle", names[len(names) // 2]
            yield f"{kind} largest", names[-1]


@dataclass(frozen=True, slots=True)
class View:
    """What a browser asks for to show a page for the first time."""

    kind: str
    html: File
    files: tuple[File, ...]
    elsewhere: tuple[str, ...]
    """Addresses that are not of this site; there should be none."""
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    explored: str
    """What the button loads that begins with Explore, where there is one."""

    @property
    def gz(self) -> int:
        """How many bytes it is in all with gzip."""
        return sum(one.gz for one in self.files)


def quiet(page: Page) -> None:
    """Wait until a page asks for nothing more."""
    page.wait_for_load_state("networkidle")
    before = -1
    while before != len(Listening.asked):
        before = len(Listening.asked)
        page.wait_for_timeout(QUIET * 1000)


def view(browser: Browser, site: Site, kind: str, name: str) -> View:
    """Open a page as somebody does who was never here before."""
    context = browser.new_context()
    page = context.new_page()
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    Listening.asked.clear()
    page.goto(urljoin(site.address, name))
    quiet(page)
    asked = [site.file(one) for one in Listening.asked]

    def linked(selector: str, key: str) -> tuple[str, ...]:
        found = page.eval_on_selector_all(selector, f"found => found.map(one => one.{key})")
        return tuple(site.below(one) for one in found)

    seen = View(
        kind=kind,
        html=site.file(name),
        files=tuple(asked),
        elsewhere=tuple(one for one in urls if not one.startswith((site.address, "data:"))),
        styles=linked("link[rel~=stylesheet]", "href"),
        scripts=linked("script[src]", "src"),
        explored=explored(page, site),
    )
    context.close()
    return seen


def explored(page: Page, site: Site) -> str:
    """Press the button that begins with Explore twice, and say what each time loads."""
    buttons = page.get_by_role("button", name=re.compile("^Explore"))
    if not buttons.count():
        return ""
    button = buttons.first.element_handle()
    said = [f"“{button.inner_text()}”, the first of {buttons.count()}"]
    for time_ in ("first", "second"):
        Listening.asked.clear()
        if not button.is_visible():
            said.append(f"before the {time_} click it is gone")
            break
        button.click()
        quiet(page)
        files = [
            f"{name} {kb(site.file(name).raw)}, {kb(site.file(name).gz)} gz, {times}×"
            for name, times in Counter(Listening.asked).items()
        ]
        said.append(f"{time_} click loads {'; '.join(files) or 'nothing'}")
    return ". ".join(said)


@dataclass(frozen=True, slots=True)
class Search:
    """A word that was searched for, after how many ms the first result stood there, its files."""

    word: str
    found_after: tuple[float, ...]
    files: tuple[File, ...]


def search(browser: Browser, site: Site, word: str) -> Search:
    """Type ``word`` into the search box of the home page, each time in a new browser."""
    found_after = []
    for _ in range(SEARCHES):
        context = browser.new_context()
        page = context.new_page()
        page.goto(site.address)
        quiet(page)
        page.evaluate(CLOCK)
        Listening.asked.clear()
        page.get_by_role("searchbox", name="Search this site").press_sequentially(word)
        try:
            page.wait_for_function("window.firstResult || window.noResult", timeout=PATIENCE)
            if page.evaluate("!window.noResult"):
                found_after.append(page.evaluate("window.firstResult - window.firstKey"))
        except TooLate:
            pass
        quiet(page)
        context.close()
    return Search(word, tuple(found_after), tuple(map(site.file, Listening.asked)))


def a_word(folder: Path) -> str:
    """Return a rare word of an action in the last of the plans."""
    plan = yaml.load(max(folder.glob("plans/*/plan.yml")).read_bytes(), Loader=yaml.CSafeLoader)
    titles = " ".join(action["title"] for group in plan["groups"] for action in group["actions"])
    return next(one for one in titles.lower().split() if len(one) >= SHORTEST)


# What is printed.


def kb(size: float) -> str:
    """Return a number of bytes in kB."""
    return f"{size / 1000:,.1f} kB"


def is_the_themes(name: str) -> bool:
    """Return whether the theme brings a file, and not this project."""
    theme = importlib.util.find_spec("material")
    places = (theme and theme.submodule_search_locations) or ()
    return any((Path(place) / "templates" / name).is_file() for place in places)


def judged(holds: bool) -> str:  # noqa: FBT001 - a verdict on what was measured
    """Return a verdict in a word."""
    return "holds" if holds else "DOES NOT HOLD"


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit, and what was measured of it."""

    what: str
    found: float
    most: int

    @property
    def holds(self) -> bool:
        """Whether it is kept."""
        return self.found <= self.most

    def __str__(self) -> str:
        """Return it in words."""
        return f"{self.what} {kb(self.found)} of {kb(self.most)}"


def print_views(views: Iterable[View]) -> None:
    """Print the table of first views."""
    print(f"{'page':32}{'HTML':>12}{'HTML gz':>11}{'requests':>10}{'first view gz':>15}  limit")
    for one in views:
        sizes = f"{kb(one.html.raw):>12}{kb(one.html.gz):>11}{len(one.files):10}{kb(one.gz):>15}"
        verdict = judged(one.gz <= FIRST_VIEW)
        print(f"{one.kind:32}{sizes}  {kb(FIRST_VIEW)} {verdict}")
        for url in one.elsewhere:
            print(f"  asks for {url}, which is not of this site")
        missing = [file.name for file in one.files if not file.raw]
        if missing:
            print(f"  asks for what is not there: {', '.join(missing)}")


def print_parts(site: Site, views: Sequence[View]) -> None:
    """Print what pages load beside their HTML, and on how many of them."""
    for title, found in (
        ("style sheets, which hold up the first view", [name for v in views for name in v.styles]),
        ("scripts", [name for v in views for name in v.scripts]),
    ):
        print(title)
        for name, times in Counter(found).items():
            file = site.file(name)
            whose = "theme" if is_the_themes(name) else "ours"
            print(
                f"  {whose:7}{name:52}{kb(file.raw):>11}{kb(file.gz):>10} gz"
                f"  on {times} of {len(views)} pages"
            )


def report(folder: Path, how_many: int) -> list[Limit]:
    """Make, build and weigh a site; print what was found and return it beside the limits."""
    publishers, owners = make_site(folder, how_many)
    made = build(folder)
    files = [path.stat().st_size for path in (folder / "site").rglob("*") if path.is_file()]
    print(
        f"{how_many} plans, {how_many * GROUPS * ACTIONS:,} actions, {owners:,} owners, "
        f"{publishers} publishers"
    )
    print(
        f"build {made.seconds:.1f} s ({made.busy:.1f} s of processor), at most "
        f"{made.memory / 1_000_000:,.0f} MB of memory; "
        f"{len(files):,} files, {sum(files) / 1_000_000:,.1f} MB"
    )
    with served(folder / "site", Listening) as address, sync_playwright() as playwright:
        site = Site(folder / "site", address)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        views = [view(browser, site, kind, name) for kind, name in site.kinds()]
        searched = search(browser, site, a_word(folder))
        browser.close()
    print_views(views)
    print_parts(site, views)
    early = sorted({file.name for v in views for file in v.files if SEARCH_FILES in file.name})
    print(f"files of the search in a first view: {', '.join(early) or 'none'}")
    times = (
        f"the first result after {statistics.median(searched.found_after):,.0f} ms "
        f"(median of {len(searched.found_after)} of {SEARCHES} tries)"
        if searched.found_after
        else "no result"
    )
    print(f"search for “{searched.word}” from the first key: {times}")
    for file in searched.files:
        print(f"  {file.name:59}{kb(file.raw):>11}{kb(file.gz):>10} gz")
    buttons = [one for one in views if one.explored]
    for one in buttons:
        print(f"{one.kind}: {one.explored}")
    if not buttons:
        print("no page has a button that begins with Explore")
    print()
    at = f"at {how_many} plans:"
    styles = {name for one in views for name in one.styles if not is_the_themes(name)}
    plans = [path.stat().st_size for path in (folder / "site" / "plans").glob("*/index.html")]
    return [
        Limit(f"{at} HTML of the largest plan", max(plans), PLAN_HTML),
        Limit(f"{at} our style sheets", sum(site.file(one).gz for one in styles), OUR_STYLES),
        *(Limit(f"{at} first view of {one.kind}", one.gz, FIRST_VIEW) for one in views),
    ]


def main() -> None:
    """Print the figures of each size of site, then which limits hold."""
    limits = []
    for how_many in map(int, sys.argv[1:] or SIZES):
        with tempfile.TemporaryDirectory(prefix="planboard-weight-") as folder:
            limits += report(Path(folder), how_many)
    broken = [str(one) for one in limits if not one.holds]
    print(
        f"{len(limits) - len(broken)} of {len(limits)} limits hold; these do not: "
        f"{'; '.join(broken) or 'none'}."
    )


if __name__ == "__main__":
    main()
