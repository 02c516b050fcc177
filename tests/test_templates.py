"""What the fragments of pages may read and write."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, meta, nodes

from planboard.saying import views
from planboard.saying.views.about import AboutView
from planboard.saying.views.data import KeysView
from planboard.saying.views.forums.page import ForumsView
from planboard.saying.views.glossary import GlossaryView
from planboard.saying.views.issues.log import LogView
from planboard.saying.views.newsletter.archive import ArchiveView
from planboard.saying.views.newsletter.mail import EmailView, EntryView
from planboard.saying.views.newsletter.page import BesideView, EndView, HeadView
from planboard.saying.views.owners import OwnersView, OwnerView
from planboard.saying.views.placements.blocks import (
    PlacedChartView,
    PlacedNothingView,
    PlacedRecordsView,
)
from planboard.saying.views.placements.issues import PlacedIssuesView, PlacedYouSaidView
from planboard.saying.views.placements.newsletters import (
    PlacedMeetingsView,
    PlacedNewslettersView,
    PlacedNewsView,
)
from planboard.saying.views.placements.plans import (
    ActionInLine,
    DatesView,
    NewestView,
    PlacedActionView,
    PlacedBarView,
    PlacedScaleView,
    PlacedTableView,
)
from planboard.saying.views.placements.programmes import (
    PlacedGuidanceView,
    PlacedInShortView,
    PlacedResultsView,
    PlacedReturnedView,
    PlacedSitesView,
    PlacedThanksView,
    PlacedVisitsView,
)
from planboard.saying.views.placements.reports import (
    PlacedBenefitsView,
    PlacedMeasureView,
    PlacedVoicesView,
)
from planboard.saying.views.plan.page import PlanView
from planboard.saying.views.programme.page import ProgrammeView
from planboard.saying.views.programme.return_form import ReturnFormView
from planboard.saying.views.programme.site import VolunteerSiteView
from planboard.saying.views.quality import QualityView
from planboard.saying.views.report.page import ReportView
from planboard.saying.views.search import SearchView
from planboard.saying.views.site import RegisterView
from planboard.saying.views.writing.page import WritingView
from planboard.truth.model.register import Site
from planboard.words.vocabulary.records import RecordKind

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "overrides" / "fragments"
SHOWING = ROOT / "hooks" / "planboard" / "showing"
FRAGMENTS = sorted(path.name for path in FOLDER.iterdir())
VIEWS: dict[str, type] = {
    "about": AboutView,
    "accent.css": Site,
    "data-files": KeysView,
    "email": EmailView,
    "email-plain": EntryView,
    "expansion": str,
    "forums": ForumsView,
    "glossary": GlossaryView,
    "how-to-write.md": WritingView,
    "issues": LogView,
    "newsletter-beside": BesideView,
    "newsletter-end": EndView,
    "newsletter-head": HeadView,
    "newsletters": ArchiveView,
    "owner": OwnerView,
    "owner-search": OwnerView,
    "owners": OwnersView,
    "plan": PlanView,
    "placed-action": PlacedActionView,
    "placed-action-in-line": ActionInLine,
    "placed-bar": PlacedBarView,
    "placed-chart": PlacedChartView,
    "placed-dates": DatesView,
    "placed-benefits": PlacedBenefitsView,
    "placed-example": str,
    "placed-guidance": PlacedGuidanceView,
    "placed-issues": PlacedIssuesView,
    "placed-in-short": PlacedInShortView,
    "placed-measure": PlacedMeasureView,
    "placed-meetings": PlacedMeetingsView,
    "placed-new-since": PlacedNewsView,
    "placed-newsletters": PlacedNewslettersView,
    "placed-nothing": PlacedNothingView,
    "placed-visits": PlacedVisitsView,
    "placed-voices": PlacedVoicesView,
    "placed-records": PlacedRecordsView,
    "placed-results": PlacedResultsView,
    "placed-returned": PlacedReturnedView,
    "placed-scale": PlacedScaleView,
    "placed-sites": PlacedSitesView,
    "placed-table": PlacedTableView,
    "placed-thanks": PlacedThanksView,
    "placed-updates": NewestView,
    "placed-you-said": PlacedYouSaidView,
    "programme": ProgrammeView,
    "register": RegisterView,
    "report": ReportView,
    "return-form": ReturnFormView,
    "record-quality": QualityView,
    "search": SearchView,
    "volunteer-site": VolunteerSiteView,
}
FILES = {name: name if name.endswith(".md") else f"{name}.html" for name in VIEWS}
PIECES = sorted(set(FRAGMENTS) - set(FILES.values()))
MARKS_TEXT_AS_SAFE = {"safe", "tojson", "urlize", "xmlattr"}
RECORDS = [
    kind
    for found in pkgutil.walk_packages(views.__path__, f"{views.__name__}.")
    for module in (importlib.import_module(found.name),)
    for kind in vars(module).values()
    if isinstance(kind, type)
    and dataclasses.is_dataclass(kind)
    and kind.__module__ == module.__name__
    and not kind.__name__.startswith("_")
]

environment = Environment(loader=FileSystemLoader(FOLDER), autoescape=True)
every_fragment = pytest.mark.parametrize("name", FRAGMENTS)


def source(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def parsed(name: str) -> nodes.Template:
    return environment.parse(source(name), name)


def read_of_view(template: nodes.Template) -> set[str]:
    """Return the names that a fragment reads of its view."""
    return {
        node.attr
        for node in template.find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name == "view"
    }


def read_anywhere() -> set[str]:
    """Return the names that fragments read, and rooms that write forms without a fragment."""
    rooms = [ast.parse(path.read_text("utf-8")) for path in (SHOWING / "newsletter").rglob("*.py")]
    return {
        *(node.attr for name in FRAGMENTS for node in parsed(name).find_all(nodes.Getattr)),
        *(
            node.attr
            for room in rooms
            for node in ast.walk(room)
            if isinstance(node, ast.Attribute)
        ),
    }


def fields(kind: type) -> set[str]:
    named = getattr(kind, "__dataclass_fields__", None) or getattr(kind, "model_fields", {})
    properties = inspect.getmembers(kind, lambda one: isinstance(one, property))
    return {*named, *(name for name, _ in properties)}


# Every fragment.


@every_fragment
def test_a_fragment_parses(name: str) -> None:
    environment.get_template(name)


@every_fragment
def test_a_fragment_calls_no_text_safe(name: str) -> None:
    filters = {node.name for node in parsed(name).find_all(nodes.Filter)}
    assert not filters & MARKS_TEXT_AS_SAFE


@every_fragment
def test_a_fragment_never_switches_escaping(name: str) -> None:
    assert not list(parsed(name).find_all(nodes.EvalContextModifier))
    assert "Markup" not in source(name)


@every_fragment
def test_a_fragment_has_no_style_and_no_script_of_its_own(name: str) -> None:
    assert not re.findall(
        r"<\s*(?:style|script)|\sstyle\s*=|javascript:", source(name), re.IGNORECASE
    )


@every_fragment
def test_a_fragment_has_no_event_attribute(name: str) -> None:
    assert not re.findall(r"\son[a-z]+\s*=", source(name), re.IGNORECASE)


@every_fragment
def test_what_a_view_says_stands_in_quotes_inside_an_attribute(name: str) -> None:
    assert not re.findall(r"=\s*\{\{|='", re.sub(r"\{%.*?%\}", "", source(name)))


@every_fragment
def test_a_fragment_loads_nothing_from_elsewhere(name: str) -> None:
    assert "//" not in source(name)


# Fragments that are rendered, and pieces that they share.


def test_the_fragments_that_are_rendered_are_those_with_a_view() -> None:
    calls = {
        str(node.args[0].value) + (".md" if node.func.attr == "markdown" else "")
        for path in sorted(SHOWING.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"html", "markdown"}
        and isinstance(node.args[0], ast.Constant)
    }
    assert calls | set(RecordKind) == set(VIEWS)


@pytest.mark.parametrize("name", VIEWS)
def test_a_rendered_fragment_knows_its_view_and_nothing_else(name: str) -> None:
    assert meta.find_undeclared_variables(parsed(FILES[name])) == {"view"}


@pytest.mark.parametrize("name", VIEWS)
def test_a_rendered_fragment_reads_only_what_its_view_has(name: str) -> None:
    assert read_of_view(parsed(FILES[name])) <= fields(VIEWS[name])


@pytest.mark.parametrize("name", PIECES)
def test_a_shared_piece_knows_only_what_it_is_given(name: str) -> None:
    assert meta.find_undeclared_variables(parsed(name)) == set()


@pytest.mark.parametrize("name", PIECES)
def test_a_shared_piece_prints_nothing_unless_it_is_called(name: str) -> None:
    loose = [node for node in parsed(name).body if isinstance(node, nodes.Output)]
    assert all(
        isinstance(text, nodes.TemplateData) and not text.data.strip()
        for node in loose
        for text in node.nodes
    )


@pytest.mark.parametrize("name", PIECES)
def test_every_shared_piece_is_used(name: str) -> None:
    users = [
        other
        for other in FRAGMENTS
        if name in set(meta.find_referenced_templates(parsed(other))) and other != name
    ]
    assert users


# Views.


@pytest.mark.parametrize("kind", sorted(set(VIEWS.values()) - {Site}, key=str))
def test_every_field_of_a_view_is_read_by_a_fragment_of_its_own(kind: type) -> None:
    readers = [name for name, view in VIEWS.items() if view is kind]
    read = set().union(*(read_of_view(parsed(FILES[name])) for name in readers))
    assert fields(kind) <= read


@pytest.mark.parametrize("kind", RECORDS)
def test_no_part_of_a_view_is_made_in_vain(kind: type) -> None:
    assert fields(kind) <= read_anywhere()
