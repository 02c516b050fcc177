"""The ready workflows: what they may do, and that the commands they run still exist."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    import subprocess

    from checkouts import Checkout

pytest_plugins = ["checkouts"]

ROOT = Path(__file__).parent.parent
HERE = ROOT / ".github/workflows/site.yml"
STARTER = ROOT / "hooks/planboard/doors/starter/.github/workflows/site.yml"
BRANCH = "github.ref == 'refs/heads/main'"
both = pytest.mark.parametrize("path", [HERE, STARTER], ids=["here", "starter"])


def read(path: Path) -> dict[str, Any]:
    """Return a workflow with every key as text; ``on`` is a truth value to YAML 1.1."""
    found = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - it makes nothing but text
    assert isinstance(found, dict)
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


def commands(path: Path) -> list[str]:
    return [step["run"] for step in steps(path) if "run" in step]


def run(checkout: Checkout, script: str) -> subprocess.CompletedProcess[str]:
    """Run ``script`` as a step does, with what is installed for the site on the path."""
    installed = checkout.root / ".venv" / "bin"
    return checkout.run("bash", "-e", "-c", script, PATH=f"{installed}:{os.defpath}")


def command(path: Path, name: str) -> str:
    """Return what the step runs whose name begins with ``name``."""
    (found,) = [step["run"] for step in steps(path) if step.get("name", "").startswith(name)]
    return str(found)


def handed_over(path: Path) -> dict[str, Any]:
    """Return the step that hands the built site over to be published."""
    (found,) = [step for step in steps(path) if "upload" in step.get("uses", "")]
    return found


# What they may do.


@both
def test_pull_requests_and_main_start_it(path: Path) -> None:
    starts = read(path)["on"]

    assert set(starts) == {"pull_request", "push", "workflow_dispatch"}
    assert starts["push"] == {"branches": ["main"]}


@both
def test_only_the_job_that_publishes_may_write_and_it_runs_nothing_of_ours(path: Path) -> None:
    workflow = read(path)
    rights = {name: job.get("permissions") for name, job in workflow["jobs"].items()}
    publishing = rights.pop("publish")

    assert workflow["permissions"] == {"contents": "read"}
    assert set(rights.values()) == {None}
    assert publishing == {"pages": "write", "id-token": "write"}
    uses = [step.get("uses", "").partition("@")[0] for step in workflow["jobs"]["publish"]["steps"]]
    assert uses == ["actions/deploy-pages"]


@both
def test_only_main_is_published_and_only_when_all_else_went_well(path: Path) -> None:
    jobs = read(path)["jobs"]

    assert jobs["publish"]["if"] == BRANCH
    assert set(jobs["publish"]["needs"]) == set(jobs) - {"publish"}
    assert handed_over(path)["if"] == BRANCH
    assert not [step for step in steps(path) if "continue-on-error" in step]


@both
def test_a_site_on_its_way_to_readers_is_never_cancelled(path: Path) -> None:
    rule = read(path)["concurrency"]["cancel-in-progress"]

    assert rule == "${{ github.event_name == 'pull_request' }}"


@both
def test_it_knows_no_secret_and_keeps_no_login(path: Path) -> None:
    checkouts = [one for one in steps(path) if one.get("uses", "").startswith("actions/checkout@")]

    assert "secrets" not in path.read_text("utf-8")
    assert {step["with"]["persist-credentials"] for step in checkouts} == {"false"}


@both
def test_every_action_is_githubs_own_at_a_stated_version(path: Path) -> None:
    used = {step["uses"] for step in steps(path) if "uses" in step}

    assert not [one for one in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", one)]


@both
def test_it_uses_a_python_that_planboard_runs_on(path: Path) -> None:
    asked = [one["with"] for one in steps(path) if one.get("uses", "").endswith("setup-python@v6")]

    assert {one["python-version"] for one in asked} == {"3.11"}
    assert 'requires-python = ">=3.11"' in (ROOT / "pyproject.toml").read_text("utf-8")


# What they run.


@both
def test_a_sound_site_passes_the_check_and_builds_where_the_next_step_looks(
    path: Path, checkout: Checkout
) -> None:
    for step in ("Check", "Build"):
        done = run(checkout, command(path, step))
        assert done.returncode == 0, done.stdout
    assert (checkout.root / handed_over(path)["with"]["path"] / "index.html").is_file()


@both
@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("due: Oct 24", "date: Oct 24", "error"),
        ("owners: [parks-board]", "owners: [parks-bored]", "warning"),
    ],
    ids=["error", "warning"],
)
def test_a_mistake_fails_the_check_and_becomes_a_note_beside_its_line(
    path: Path, checkout: Checkout, old: str, new: str, kind: str
) -> None:
    checkout.plans.edit("parks/plan.yml", old, new)

    done = run(checkout, command(path, "Check"))

    assert done.returncode != 0
    assert f"::{kind} file=plans/parks/plan.yml,line=" in done.stdout


@both
def test_a_warning_stops_the_build(path: Path, checkout: Checkout) -> None:
    checkout.plans.edit("parks/plan.yml", "owners: [parks-board]", "owners: [parks-bored]")

    done = run(checkout, command(path, "Build"))

    assert done.returncode != 0
    assert not (checkout.root / "site").exists()


def test_make_knows_what_it_is_asked_for_and_the_tests_are_all_of_them(checkout: Checkout) -> None:
    asked = re.findall(r"(?m)^make (\S+)$", "\n".join(commands(HERE)))

    done = checkout.run("make", "--dry-run", *asked)

    assert asked == [".venv/.site", "site", "test"]
    assert done.returncode == 0, done.stdout
    assert all(f".venv/bin/{tool}" in done.stdout for tool in ("ruff", "mypy", "pytest"))


def test_a_new_site_installs_what_its_requirements_name_before_all_else() -> None:
    assert commands(STARTER)[0] == "pip install --requirement requirements.txt"
