"""The whole build: MkDocs and properdocs, what they publish, and what a failure leaves behind."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from folders import PlansFolder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checkouts import Checkout

pytest_plugins = ["checkouts", "demonstration"]

ROOT = Path(__file__).parent.parent
PARTS = ("content", "hooks", "overrides", "plans", "mkdocs.yml", "Makefile", "pyproject.toml")
PARTS_PINNED = ("requirements.txt", "requirements-dev.txt", "README.md", "LICENSE")
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def run(
    folder: Path, *command: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``command`` in ``folder`` and return what it said, standard error included."""
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **QUIET, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )


def build(
    folder: Path, *options: str, tool: str = "mkdocs", environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return run(
        folder,
        sys.executable,
        "-m",
        tool,
        "build",
        "--strict",
        "-f",
        "mkdocs.yml",
        *options,
        environment=environment,
    )


def fingerprint(site: Path) -> dict[str, str]:
    """Return the digest of every file under ``site`` by its name."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the project, without what earlier runs left in it."""
    folder = tmp_path / "planboard"
    folder.mkdir()
    for name in (*PARTS, *PARTS_PINNED):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
            )
        else:
            shutil.copy2(source, folder / name)
    return folder


@pytest.fixture
def town(checkout: Path, hill_town: Checkout) -> Path:
    """The same with the small site of a town in place of the demonstration."""
    for name in ("content", "plans"):
        shutil.rmtree(checkout / name)
        shutil.copytree(hill_town.root / name, checkout / name)
    shutil.copy2(hill_town.root / "mkdocs.yml", checkout)
    return checkout


@pytest.fixture
def published(town: Path) -> Path:
    """The same with a good ``site/`` in it, and an environment that make takes as its own."""
    (town / ".venv").symlink_to(sys.prefix)
    assert make_site(town).returncode == 0
    return town


def make_site(
    folder: Path, *, before: str = "", environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``make site`` as an editor does, with what is installed already."""
    return run(folder, "bash", "-c", f"{before} make -o .venv/.site site", environment=environment)


def test_the_demonstration_builds_strictly_without_a_warning(checkout: Path) -> None:
    done = build(checkout)

    assert done.returncode == 0, done.stdout
    assert "WARNING" not in done.stdout


def test_properdocs_builds_the_same_pages(checkout: Path, demonstration: Path) -> None:
    done = build(checkout, tool="properdocs")

    assert done.returncode == 0, done.stdout
    assert fingerprint(checkout / "site") == fingerprint(demonstration)


def test_only_what_pages_load_is_published(demonstration: Path) -> None:
    names = list(fingerprint(demonstration))
    hashed = [re.sub(r"\.[0-9a-f]{8}\.", ".HASH.", name) for name in names]
    assert [name for name in hashed if name.startswith("assets/")] == [
        "assets/favicon.svg",
        "assets/planboard.css",
        "assets/planboard.js",
        "assets/plotly.min.js",
        "assets/stylesheets/main.HASH.min.css",
    ]
    sources = [name for name in names if name.endswith((".map", ".py", ".yml", ".md"))]
    kinds = ("forums", "issues", "plan", "programme", "report")
    samples = [f"how-to-write/{kind}.yml" for kind in kinds]
    issues = sorted(path.stem for path in (ROOT / "content/newsletters").glob("*.md"))
    to_paste = [f"newsletters/{issue}/notify.md" for issue in issues]
    assert sources == [*samples, *to_paste]  # to begin a record with, and for GOV.UK Notify


def test_search_knows_every_action_once_and_leads_to_its_place(demonstration: Path) -> None:
    index = json.loads((demonstration / "search/search_index.json").read_text("utf-8"))
    page = (demonstration / "plans/charter-2022/index.html").read_text("utf-8")
    found = [one["location"] for one in index["docs"] if "#action-" in one["location"]]
    places = [one for one in found if one.startswith("plans/charter-2022/")]
    anchors = re.findall(r'<tr id="(action-[^"]+)"', page)
    assert places == [f"plans/charter-2022/#{anchor}" for anchor in anchors]


@pytest.mark.parametrize(
    ("name", "harm"),
    [
        ("plans/parks/plan.yml", "\nnonsense: true\n"),
        ("overrides/fragments/plan.html", "{{ view.nothing_of_the_kind }}"),
        ("overrides/main.html", "{% if %}"),
    ],
    ids=["a broken plan", "a broken fragment", "a broken page template"],
)
def test_a_mistake_leaves_the_published_site_as_it_was(
    published: Path, name: str, harm: str
) -> None:
    before = fingerprint(published / "site")
    with (published / name).open("a", encoding="utf-8") as file:
        file.write(harm)

    done = make_site(published)

    assert done.returncode != 0
    assert fingerprint(published / "site") == before
    assert not (published / ".site-next").exists()


def test_a_full_disk_leaves_the_published_site_as_it_was(published: Path) -> None:
    before = fingerprint(published / "site")

    done = make_site(published, before="ulimit -f 30;")

    assert done.returncode != 0
    assert "The site cannot be written" in done.stdout
    assert "Traceback" not in done.stdout
    assert "site/ is as it was" in done.stdout
    assert fingerprint(published / "site") == before


def test_a_mistake_is_told_without_a_traceback(town: Path) -> None:
    with (town / "plans/parks/plan.yml").open("a", encoding="utf-8") as file:
        file.write("\nnonsense: true\n")

    done = build(town)

    assert "plans/parks/plan.yml:" in done.stdout
    assert "Traceback" not in done.stdout


@pytest.mark.parametrize("fault", ["{% if %}", "{{ view.nothing_of_the_kind.at_all }}"])
@pytest.mark.parametrize("name", ["overrides/fragments/plan.html", "overrides/main.html"])
def test_a_broken_template_is_told_with_its_file_and_line(
    town: Path, name: str, fault: str
) -> None:
    template = town / name
    lines = template.read_text(encoding="utf-8").splitlines()
    template.write_text("\n".join([*lines[:24], fault, *lines[24:]]), encoding="utf-8")

    done = build(town)

    assert f"{name}:25: The template is broken" in done.stdout
    assert "Traceback" not in done.stdout


def test_a_warning_stops_a_strict_build_before_anything_is_written(town: Path) -> None:
    plans = PlansFolder(town / "plans")
    plans.edit("parks/plan.yml", "owners: [parks-board]", "owners: [parks-bored]")

    done = build(town)

    assert done.returncode != 0
    assert 'The owner "parks-bored" is not in the owners register' in done.stdout
    assert not (town / "site").exists()


def test_day_zone_and_hash_seed_do_not_change_a_byte(checkout: Path) -> None:
    one = build(
        checkout,
        "-d",
        "one",
        environment={"SOURCE_DATE_EPOCH": "0", "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "1"},
    )
    other = build(
        checkout,
        "-d",
        "other",
        environment={"SOURCE_DATE_EPOCH": "2000000000", "TZ": "UTC", "PYTHONHASHSEED": "2"},
    )

    assert (one.returncode, other.returncode) == (0, 0)
    assert fingerprint(checkout / "one") == fingerprint(checkout / "other")


def test_changing_one_value_renames_the_publisher_on_every_page(checkout: Path) -> None:
    register = checkout / "plans/registers/publishers.yml"
    text = register.read_text(encoding="utf-8")
    register.write_text(
        text.replace("name: West Mercia Police", "name: The Mayor of the West"), encoding="utf-8"
    )

    build(checkout)

    pages = "".join(
        path.read_text(encoding="utf-8") for path in (checkout / "site").rglob("*.html")
    )
    assert "The Mayor of the West" in pages
    assert "West Mercia Police" not in pages.replace("West Midlands Police", "")


def test_markup_in_a_title_stays_text(town: Path) -> None:
    hostile = "</title><script>alert(1)</script>"
    plans = PlansFolder(town / "plans")
    plans.edit("parks/plan.yml", "title: Plan for the parks", f"title: {hostile}")

    assert build(town).returncode == 0

    page = (town / "site/plans/parks/index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    escaped = "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;"
    assert f"{escaped} - Plans of Hill Town</title>" in page


def test_a_site_works_under_a_sub_path(checkout: Path) -> None:
    settings = checkout / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        re.sub(r"(?m)^site_url: .*$", "site_url: https://host.example/police/plans/", text),
        encoding="utf-8",
    )

    assert build(checkout).returncode == 0

    page = (checkout / "site/plans/charter-2022/index.html").read_text(encoding="utf-8")
    rooted = re.findall(r'(?:href|src|data-index)="/[^"]*"', page)
    assert rooted == []
    missing = (checkout / "site/404.html").read_text(encoding="utf-8")
    assert 'href="/police/plans/"' in missing


def test_a_link_in_the_footer_that_leads_nowhere_is_told(town: Path) -> None:
    footer = "extra: {footer: [{title: About, url: ''}, {title: Privacy, url: privcy/}]}\n"
    with (town / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(footer)

    done = build(town)

    assert done.returncode == 1
    assert (
        'mkdocs.yml: The link "Privacy" in the footer leads to "privcy/", and there is no such '
        "page. Correct it, or take it out."
    ) in done.stdout


# Newsletters.

NEWSLETTER = """\
---
title: {title}
number: 1
date: 2024-06-14
audience: Friends of the parks
log: parks
---
{body}"""
LOG = """\
format: 1
title: What people said about the parks
publisher: hill-town-council
as_at: 2024-06
issues:
  - id: gate
    title: The gate sticks
"""


def put_newsletter(town: Path, title: str = "News of the parks", body: str = "\nHello.\n") -> None:
    PlansFolder(town / "plans").put("parks/issues.yml", LOG)
    text = NEWSLETTER.format(title=title, body=body)
    PlansFolder(town / "content").put("newsletters/2024-06.md", text)


@pytest.mark.parametrize("title", ["2025-02-30", "yes", '"A < B & C"'])
def test_the_top_of_a_newsletter_is_read_once_and_is_no_text_of_it(town: Path, title: str) -> None:
    put_newsletter(town, title)
    done = build(town, "-d", "site")
    page = (town / "site/newsletters/2024-06/index.html").read_text("utf-8")
    said = {"yes": "yes", "2025-02-30": "2025-02-30"}.get(title, "A &lt; B &amp; C")

    assert done.returncode == 0, done.stdout
    assert f"<title>{said} - " in page
    assert f'<h1 id="newsletter">{said}</h1>' in page
    assert "audience" not in page


def test_a_newsletter_without_a_text_has_none(town: Path) -> None:
    put_newsletter(town, body="")
    path = town / "content/newsletters/2024-06.md"
    path.write_text(path.read_text("utf-8").rstrip("\n"), "utf-8")
    done = build(town, "-d", "site")

    assert done.returncode == 0, done.stdout
    assert "audience" not in (town / "site/newsletters/2024-06/newsletter.txt").read_text("utf-8")


def test_a_text_that_begins_like_front_matter_is_text(town: Path) -> None:
    put_newsletter(town, body="Note: the gate is shut.\n")
    done = build(town, "-d", "site")
    text = (town / "site/newsletters/2024-06/newsletter.txt").read_text("utf-8")

    assert done.returncode == 0, done.stdout
    assert "Note: the gate is shut." in text


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("exclude_docs: /newsletters/", "leave this newsletter out"),
        ("draft_docs: /newsletters/", "leave this newsletter out"),
        ("site_url: ''", "There is no site_url, so newsletters have no e-mail"),
        ("use_directory_urls: false", "the addresses of planboard end with a slash"),
    ],
)
def test_a_setting_that_newsletters_cannot_follow_is_told(
    town: Path, setting: str, said: str
) -> None:
    put_newsletter(town)
    settings = PlansFolder(town)
    kept = [one for one in settings.text("mkdocs.yml").splitlines() if "site_url" not in one]
    settings.put("mkdocs.yml", "\n".join([*kept, setting, ""]))
    done = build(town, "-d", "site")

    assert done.returncode != 0
    assert said in done.stdout
    assert "Traceback" not in done.stdout


def test_a_file_of_a_site_gives_way_to_a_form_of_a_newsletter(town: Path) -> None:
    put_newsletter(town)
    PlansFolder(town / "content").put("newsletters/2024-06/email.html", "Mine.")
    done = build(town, "-d", "site")

    assert done.returncode != 0
    assert "content/newsletters/2024-06/email.html: A form of a newsletter has the same" in (
        done.stdout
    )
