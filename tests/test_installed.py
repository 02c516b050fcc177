"""A site of somebody else's: from a wheel and the README alone to pages under a sub-path."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin

import mkdocs
import pytest
from click.testing import CliRunner

from planboard.doors.cli import main
from previews import PATIENCE, free_port, page_with, served
from starters import fill_blanks, written

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest_plugins = ["chromium"]

ROOT = Path(__file__).parent.parent
ADDRESS = "https://hill-town.example/police/plans/"
INSTALLED_BESIDE = Path(mkdocs.__file__).parent.parent
ENVIRONMENT = {
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    "LC_ALL": "C.UTF-8",
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
    "PIP_NO_INDEX": "1",
    "PIP_NO_DEPS": "1",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
}
"""Nothing of this checkout is in it; what planboard needs is told to the site's own Python."""


def blocks(section: str) -> list[str]:
    """Return the commands that a section of the README shows, block by block."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    text = readme.partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    return re.findall(r"(?ms)^```sh\n(.*?)^```", text)


INSTALL, START, LOOK, FINISH = blocks("Start your own site")
CHECK, SERVE = LOOK.splitlines()


@dataclass(frozen=True)
class Site:
    """The folder of a site, and the environment that its README makes for it."""

    folder: Path
    environment: Path

    def run(self, commands: str) -> subprocess.CompletedProcess[str]:
        """Run ``commands`` in a shell in the folder, until one of them fails."""
        return subprocess.run(
            ["bash", "-e", "-c", f'. "{self.environment}/bin/activate"\n{commands}'],
            cwd=self.folder,
            env=ENVIRONMENT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def copied(self, folder: Path) -> Site:
        """Return a copy that a test may change."""
        shutil.copytree(self.folder, folder, ignore=shutil.ignore_patterns(".venv", "site"))
        return Site(folder, self.environment)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A new site with a new plan, made with the first commands of the README."""
    folder = tmp_path_factory.mktemp("empty") / "Pläne der Stadt"
    folder.mkdir()
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"),
            *("--no-build-isolation", "--wheel-dir", folder, ROOT),
        ],
        env={**os.environ, **ENVIRONMENT},
        check=True,
    )
    site = Site(folder, folder / ".venv")
    done = subprocess.run(
        ["bash", "-e", "-c", INSTALL],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    _lend_dependencies(site.environment)
    done = site.run(START)
    assert done.returncode == 0, done.stdout
    return site


def _lend_dependencies(environment: Path) -> None:
    """Let an environment see what planboard needs, as if pip had fetched it too."""
    (packages,) = environment.glob("lib/python*/site-packages")
    (packages / "dependencies.pth").write_text(f"{INSTALLED_BESIDE}\n", encoding="utf-8")
    for name in ("mkdocs", "properdocs"):
        script = environment / "bin" / name
        script.write_text(f'#!/bin/sh\nexec "{environment}/bin/python" -m {name} "$@"\n', "utf-8")
        script.chmod(0o755)


@pytest.fixture(scope="module")
def finished(started: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The same with its blanks filled, built strictly for a sub-path."""
    site = started.copied(tmp_path_factory.mktemp("finished") / "Pläne der Stadt")
    fill_blanks(site.folder, ADDRESS)
    done = site.run(FINISH)
    assert done.returncode == 0, done.stdout
    assert "WARNING" not in done.stdout
    return site


def test_only_the_installed_planboard_is_used(started: Site) -> None:
    done = started.run(
        "python -c 'import planboard, planboard_dashboard, sys;"
        " print(planboard.__file__, planboard_dashboard.__file__, *sys.path, sep=chr(10))'"
    )

    used = done.stdout.splitlines()
    assert [Path(one).is_relative_to(started.environment) for one in used[:2]] == [True, True]
    assert not [one for one in used if Path(one).is_relative_to(ROOT / "hooks")]


def test_a_wheel_writes_what_a_checkout_writes(
    started: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in START.splitlines():
        assert CliRunner().invoke(main, shlex.split(words)[1:]).exit_code == 0

    theirs = {name: text for name, text in written(started.folder).items() if "whl" not in name}
    assert theirs == written(tmp_path)


def test_a_new_site_passes_the_check_with_its_blanks(started: Site) -> None:
    done = started.run(CHECK)

    assert done.returncode == 0
    assert "This blank is still to be filled in" in done.stdout


def test_a_newsletter_is_drafted_and_builds(started: Site, tmp_path: Path) -> None:
    site = started.copied(tmp_path / "news")
    fill_blanks(site.folder, ADDRESS)
    done = site.run(
        'planboard new programme speedwatch --title "Speedwatch"\n'
        "planboard new newsletter 2026-10 --date 2026-10-16\n"
    )
    assert done.returncode == 0, done.stdout
    fill_blanks(site.folder, ADDRESS)

    done = site.run(FINISH)

    assert done.returncode == 0, done.stdout
    made = {path.name for path in (site.folder / "site/newsletters/2026-10").iterdir()}
    assert made == {"index.html", "email.html", "newsletter.txt", "newsletter.eml", "notify.md"}


def test_a_new_site_builds_with_its_blanks(started: Site) -> None:
    done = started.run("mkdocs build --site-dir ../with-blanks")

    assert done.returncode == 0, done.stdout
    home = started.folder.parent / "with-blanks" / "index.html"
    assert "FILL IN the name of the site" in home.read_text(encoding="utf-8")


@pytest.mark.parametrize("commands", FINISH.splitlines())
def test_a_blank_stops_what_is_strict(started: Site, commands: str) -> None:
    done = started.run(commands)

    assert done.returncode == 1
    assert "mkdocs.yml:4:19: " in done.stdout
    assert "This blank is still to be filled in" in done.stdout
    assert "Traceback" not in done.stdout
    assert not (started.folder / "site").exists()


def test_a_new_site_can_be_previewed(started: Site) -> None:
    port = free_port()
    server = subprocess.Popen(
        ["bash", "-c", f'. .venv/bin/activate; exec {SERVE} -a "127.0.0.1:{port}"'],
        cwd=started.folder,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        page = page_with(f"http://127.0.0.1:{port}/plans/safer-streets-2026/", "Safer streets")
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)
    assert "Safer streets action plan" in page


def test_properdocs_builds_the_same_pages(finished: Site) -> None:
    done = finished.run("properdocs build --strict -f mkdocs.yml -d with-properdocs")

    assert done.returncode == 0, done.stdout
    other = finished.folder / "with-properdocs"
    pages = {path.relative_to(other) for path in other.rglob("*") if path.suffix != ".gz"}
    for name in (one for one in pages if (other / one).is_file()):
        assert (other / name).read_bytes() == (finished.folder / "site" / name).read_bytes(), name


@dataclass
class Walk:
    """What a reader meets who follows every link from the top of a site, page by page."""

    pages: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)


def walked(browser: Browser, top: str) -> Walk:
    """Follow the links of the host of ``top``; addresses are told from ``top``."""
    walk, asked = Walk(), list[str]()
    host = urljoin(top, "/")
    context = browser.new_context()
    page = context.new_page()
    page.on("console", lambda said: walk.wrong.append(f"{page.url}: {said.text}"))
    page.on("pageerror", lambda error: walk.wrong.append(f"{page.url}: {error}"))
    page.on("requestfailed", lambda request: walk.wrong.append(f"failed: {request.url}"))
    page.on("request", lambda request: asked.append(request.url))
    ahead = [top]
    while ahead:
        address = ahead.pop()
        name = address.removeprefix(top)
        if name in walk.pages:
            continue
        walk.pages.add(name)
        if not address.endswith("/"):
            if not context.request.get(address).ok:
                walk.wrong.append(f"missing: {address}")
            continue
        page.goto(address)
        page.wait_for_load_state("networkidle")
        places = page.eval_on_selector_all("[id]", "found => found.map(one => one.id)")
        walk.places |= {f"{name}#{place}" for place in places}
        links = page.eval_on_selector_all("a[href]", "found => found.map(one => one.href)")
        here = [link for link in links if link.startswith(host)]
        walk.links |= {link.removeprefix(top) for link in here}
        ahead += [urldefrag(link).url for link in here]
    context.close()
    walk.wrong += [f"asks for {url}" for url in asked if not url.startswith(top)]
    return walk


@pytest.fixture(scope="module")
def walk(finished: Site, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """A walk through the site where it is to be found: under a folder of its host."""
    folder = tmp_path_factory.mktemp("host")
    shutil.copytree(finished.folder / "site", folder / "police" / "plans")
    with served(folder) as host:
        return walked(browser, urljoin(host, "police/plans/"))


def test_no_page_fails_under_a_sub_path(walk: Walk) -> None:
    assert walk.wrong == []


def test_every_page_is_reached_under_a_sub_path(walk: Walk) -> None:
    plan = "plans/safer-streets-2026/"

    assert {"", "plans/", plan, f"{plan}actions.csv", "about/", "data-files/", "privacy/"} <= (
        walk.pages
    )
    assert {one for one in walk.pages if "://" in one} == set()


def test_every_link_leads_to_a_place_under_a_sub_path(walk: Walk) -> None:
    assert {link for link in walk.links if "#" in link} <= walk.places


def test_a_site_may_put_a_file_of_its_own_in_place_of_one_of_planboards(
    finished: Site, tmp_path: Path
) -> None:
    site = finished.copied(tmp_path / "own")
    settings = (site.folder / "mkdocs.yml").read_text(encoding="utf-8")
    own = {
        "mkdocs.yml": settings.replace("  font: false", "  font: false\n  custom_dir: ./overrides"),
        "overrides/assets/planboard.css": "/* colours of Hill Town */",
        "overrides/assets/crest.svg": "a crest",
        "overrides/404.html": "Nothing is here, says Hill Town.",
        "overrides/fragments/register.html": "All there is: {{ view.title }}, says Hill Town.",
    }
    for name, text in own.items():
        (site.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (site.folder / name).write_text(text, encoding="utf-8")

    done = site.run("mkdocs build --strict")

    assert done.returncode == 0, done.stdout
    built = written(site.folder / "site")
    theirs = written(finished.folder / "site")
    assert built["assets/planboard.css"] == "/* colours of Hill Town */"
    assert built["assets/crest.svg"] == "a crest"
    assert built["404.html"] == "Nothing is here, says Hill Town."
    assert "All there is: Plans and results, says Hill Town." in built["plans/index.html"]
    same = set(theirs) - {"assets/planboard.css", "404.html", "plans/index.html"}
    assert {name for name in same if built.get(name) != theirs[name]} <= {
        "search/search_index.json"
    }


def test_a_written_page_at_the_address_of_a_made_one_is_told(
    finished: Site, tmp_path: Path
) -> None:
    site = finished.copied(tmp_path / "both")
    (site.folder / "content" / "data-files.md").write_text("# Ours\n", encoding="utf-8")

    done = site.run("mkdocs build --strict")

    assert done.returncode == 1
    assert (
        "content/data-files.md: A page made from the plans has the same address, data-files/, and "
        "takes its place. Give this file another name, or delete it."
    ) in done.stdout
