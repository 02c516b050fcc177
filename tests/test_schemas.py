"""What an editor with the YAML language server completes, explains and underlines."""

from __future__ import annotations

import copy
import json
import re
from functools import cache
from pathlib import Path, PurePosixPath
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from builders import a_plan
from coretypes import load, taken_for
from planboard.doors.cli import main
from planboard.reading import documents
from planboard.reading.keys import model_at, models_in
from planboard.showing import schemas
from planboard.truth.model.fields import Record
from planboard.truth.model.forums import Forums
from planboard.truth.model.issues import IssueLog
from planboard.truth.model.newsletter import Newsletter
from planboard.truth.model.plan import Plan
from planboard.truth.model.programme.programme import Programme
from planboard.truth.model.register import Accepted, Glossary, Owners, Publishers, Scales, Site
from planboard.truth.model.report.report import Report
from planboard.words.vocabulary.records import RecordKind
from test_mistakes import BROKEN, FLAWS, SPREADSHEET

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Way = Callable[[object], tuple[object, object]]

Steps = tuple[str | int, ...]

ROOT = Path(__file__).parent.parent
EVERY_KEY = Path(__file__).parent / "every_key"
MODELS: dict[str, type[Record]] = {
    "plan": Plan,
    "forums": Forums,
    "issues": IssueLog,
    "report": Report,
    "programme": Programme,
    "site": Site,
    "publishers": Publishers,
    "owners": Owners,
    "scales": Scales,
    "glossary": Glossary,
    "accepted": Accepted,
}
FILES = [*sorted((ROOT / "plans").rglob("*.yml")), *sorted(EVERY_KEY.glob("*.yml"))]
README = (ROOT / "README.md").read_text("utf-8")
GONE = object()
each_kind = pytest.mark.parametrize("kind", MODELS)
each_file = pytest.mark.parametrize(
    "path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}"
)


# The schemas, and what they say of a record


@cache
def schema(kind: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(schemas.published()[f"{kind}.schema.json"])
    return made


@cache
def validator(kind: str) -> jsonschema_rs.Validator:
    return jsonschema_rs.validator_for(schema(kind))


def underlined(kind: str, record: object) -> list[Steps]:
    """Return where an editor underlines something in ``record``: as deep as any way leads."""
    return [max(errors(one), key=len) for one in validator(kind).iter_errors(record)]


def errors(one: jsonschema_rs.ValidationError) -> Iterator[Steps]:
    """Yield where an error is, and where each way to meet the schema fails."""
    yield tuple(one.instance_path)
    if isinstance(one.kind, jsonschema_rs.ValidationErrorKind.AnyOf):
        for inner in (error for way in one.kind.context for error in way):
            yield from errors(inner)


def refused(kind: str, record: object) -> str:
    """Return what the model says against ``record``, or nothing."""
    try:
        MODELS[kind].model_validate(record)
    except ValidationError as error:
        return "; ".join(one["msg"] for one in error.errors())
    return ""


def each_text(change: Callable[[str], object], data: object) -> Any:  # noqa: ANN401 - plain data
    """Return a copy of ``data`` with each text in it changed."""
    if isinstance(data, dict):
        return {key: each_text(change, one) for key, one in data.items()}
    if isinstance(data, list):
        return [each_text(change, one) for one in data]
    return change(data) if isinstance(data, str) else data


def as_written(data: Any) -> Any:  # noqa: ANN401 - plain data
    """Return ``data`` with each figure and each truth as the words that stand in a file."""
    if isinstance(data, dict):
        return {key: as_written(one) for key, one in data.items()}
    if isinstance(data, list):
        return [as_written(one) for one in data]
    return data if data is None else str(data)


def in_quotes(record: object) -> tuple[object, object]:
    """Return ``record`` as planboard and as an editor read it when each text is in quotes."""
    return record, record


def plain(record: object) -> tuple[object, object]:
    """Return ``record`` as planboard and as an editor read it when no text is in quotes."""
    return (
        each_text(lambda word: None if taken_for(word) is None else word, record),
        each_text(taken_for, record),
    )


each_way = pytest.mark.parametrize("written", [in_quotes, plain])


@cache
def every_key(kind: str) -> dict[str, Any]:
    """Return a record that has every key that there is, each value as text."""
    data = documents.read((EVERY_KEY / f"{kind}.yml").read_bytes(), kind).data
    copied: dict[str, Any] = each_text(str, data)
    return copied


def places(data: object, path: Steps = ()) -> Iterator[Steps]:
    """Yield the path of every value inside ``data``."""
    inside = data.items() if isinstance(data, dict) else enumerate(data)  # type: ignore[arg-type]
    for step, one in inside:
        yield (*path, step)
        if isinstance(one, dict | list):
            yield from places(one, (*path, step))


def of_each_kind(kind: str) -> Iterator[Steps]:
    """Yield the path of the first value of each key of each kind of record, and of each list."""
    seen = set()
    for path in places(every_key(kind)):
        names = [step for step in path if isinstance(step, str)]
        place = model_at(MODELS[kind], path[:-1]), names[-1], isinstance(path[-1], int)
        if place not in seen:
            seen.add(place)
            yield path


def spoilt(record: Any, path: Steps, value: object) -> Any:  # noqa: ANN401 - plain data
    """Return a copy of ``record`` with ``value`` at ``path``, or without what is there."""
    copied, (step, *rest) = copy.copy(record), path
    if rest:
        copied[step] = spoilt(record[step], tuple(rest), value)
    elif value is GONE:
        del copied[step]
    else:
        copied[step] = value
    return copied


def records(kind: str) -> dict[str, dict[str, Any]]:
    """Return the schema of every record that a file of ``kind`` can hold, by its model."""
    return {MODELS[kind].__name__: schema(kind), **schema(kind)["$defs"]}


def keys(kind: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield every key that a file of ``kind`` can hold: model, name and schema."""
    for model, one in records(kind).items():
        for key, of_key in one["properties"].items():
            yield model, key, of_key


def kinds_of_record(model: type[Record]) -> Iterator[type[Record]]:
    """Yield every kind of record that files hold; one that only others build on is none.

    A row of a table that no file may hold in place of it needs no schema either, nor does what
    stands at the top of a page: an editor takes that for Markdown and asks no schema about it.
    """
    rows = {*Programme.added_up.values(), Newsletter}
    for one in model.__subclasses__():
        is_ours = one.__module__.startswith("planboard.truth.") and one not in rows
        if is_ours and not one.__subclasses__():
            yield one
        yield from kinds_of_record(one)


def models_inside(model: type[Record], known: set[type[Record]]) -> set[type[Record]]:
    """Return ``model`` and every kind of record inside it."""
    if model not in known:
        known.add(model)
        for field in model.model_fields.values():
            for one in models_in(field.annotation):
                models_inside(one, known)
    return known


@cache
def holders(model: type[Record]) -> tuple[str, ...]:
    """Return the kinds of file that hold such a record; another may have one of the same name."""
    return tuple(kind for kind, top in MODELS.items() if model in models_inside(top, set()))


# What they are


def test_there_is_a_schema_for_every_kind_of_file_and_for_long_entries_of_lists() -> None:
    kinds = (*MODELS, "return", "issue")
    assert list(schemas.published()) == [f"{kind}.schema.json" for kind in kinds]


@pytest.mark.parametrize(
    ("list_of", "key", "entry"), [("forums", "returns", "return"), ("issues", "issues", "issue")]
)
def test_an_entry_in_a_file_of_its_own_is_checked_as_in_its_list_and_may_say_its_format(
    list_of: str, key: str, entry: str
) -> None:
    for one in every_key(list_of)[key]:
        assert underlined(entry, one) == []
        assert underlined(entry, {"format": 1, **one}) == []
        assert underlined(entry, {**one, "titel": "x"}) == [()]
        assert underlined(entry, {"format": 2, **one}) == [("format",)]


@each_kind
def test_a_schema_is_json_schema_of_2020_under_its_own_name(kind: str) -> None:
    assert schema(kind)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema(kind)["$id"] == f"{kind}.schema.json"
    jsonschema_rs.meta.validate(schema(kind))


@each_kind
def test_the_same_records_give_the_same_bytes(kind: str) -> None:
    name = f"{kind}.schema.json"
    assert schemas.published()[name] == schemas.published()[name]
    assert schemas.published()[name].endswith(b"}\n")


@pytest.mark.parametrize("model", [*kinds_of_record(Record)], ids=lambda model: model.__name__)
def test_every_key_of_every_record_is_in_a_schema_and_in_the_same_order(
    model: type[Record],
) -> None:
    found = [records(kind)[model.__name__] for kind in holders(model)]
    assert found
    for one in found:
        needed = [key for key, field in model.model_fields.items() if field.is_required()]
        assert list(one["properties"]) == list(model.model_fields)
        assert one.get("required", []) == needed
        assert one["additionalProperties"] is False


@each_kind
def test_every_record_and_every_key_is_explained_in_plain_text(kind: str) -> None:
    said = [one["description"] for one in records(kind).values()]
    said += [one["description"] for _, _, one in keys(kind)]
    assert all(re.search(r"\w.*\.$", text) for text in said)
    assert not [text for text in said if re.search(r"`|\(R\d|[^\n]\n[^\n]", text)]


@each_kind
def test_an_example_of_every_key_is_kept_for_these_tests(kind: str) -> None:
    kept = {
        (model_at(MODELS[kind], path[:-1]).__name__, path[-1])
        for path in places(every_key(kind))
        if isinstance(path[-1], str)
    }
    # A plan has either of these, and the other is tested below.
    missing = {(model, key) for model, key, _ in keys(kind)} - kept - {("ScaleUse", "use")}
    assert not missing


# Nothing that is right is underlined


@each_file
def test_no_record_is_underlined(path: Path) -> None:
    text = path.read_text("utf-8")
    kind = path.stem
    assert underlined(kind, load(text)) == []
    assert underlined(kind, yaml.load(text, Loader=yaml.BaseLoader)) == []  # noqa: S506 - text only


def test_nothing_in_the_readme_is_underlined() -> None:
    blocks = [dedent(block) for block in re.findall(r"(?ms)^ *```yaml\n(.*?)^ *```", README)]
    (plan,) = [block for block in blocks if block.startswith("format: 1\ntitle:")]
    assert underlined("plan", load(plan)) == []


def test_nothing_in_a_new_site_or_plan_is_underlined(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in (["new", "site"], *(["new", one, "parks"] for one in RecordKind)):
        assert CliRunner().invoke(main, words).exit_code == 0
    files = sorted(tmp_path.glob("plans/*/*.yml"))
    assert {path.stem for path in files} > {*RecordKind, "site"}
    for path in files:
        assert underlined(path.stem, load(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "lines",
    [
        "number: 1.10",
        "title: 2022",
        "title: true",
        "id: 12",
        "due: 2023",
        "left_on: 2022-06-29",
        "targets: [{what: trees, value: 30, by: 1999}, {what: trees, value: 30, by: Q1 2026/27}]",
        "percent_complete: 1,000.5",
        "percent_complete: '12'",
        "stage: In progress",
        "stage: business-as-usual",
        "status: any words",
        "sub_items: [Choose the wood, 3, {text: true}]",
        "due_means: {kind: Finish by, ends: Q1 2026/27}",
        "due_means: {kind: start_then_bau, starts: 2026-09}",
        "due_means: {kind: start_then_bau, ends: 2026-12}",
        "updates: [{text: }, {text: ''}, {on: , dated_as_written: 296023}]",
    ],
)
def test_a_value_that_only_yaml_takes_for_something_else_is_not_underlined(lines: str) -> None:
    action = {"id": "1", "title": "Plant trees", **load(lines)}  # type: ignore[dict-item]
    assert underlined("plan", {**every_key("plan"), "actions": [action]}) == []


@each_kind
def test_a_code_may_be_in_any_case_with_spaces_or_hyphens(kind: str) -> None:
    for model, key, one in keys(kind):
        for code in next((way["enum"] for way in one.get("anyOf", ()) if "enum" in way), ()):
            way = jsonschema_rs.validator_for({**one, "$defs": schema(kind)["$defs"]})
            for written in (code.upper(), code.title().replace("_", " "), code.replace("_", "-")):
                assert way.is_valid(written), (model, key, written)


LEAVES = [(kind, path) for kind in MODELS for path in places(every_key(kind))]
WORDS = st.one_of(
    st.text(st.characters(exclude_categories=["C"])),
    st.from_regex(r"[-+]?[0-9]{1,5}([.,/-][0-9]{1,3}){0,2}%?", fullmatch=True),
    st.sampled_from(["red", "RED", "not rated", "Finish by", "true", "null", "", "May 2024", "■"]),
)


def needs_quotes(value: object) -> bool:
    """Whether ``value`` would be an id or a code if YAML did not take it for something else.

    ``true`` and ``1e-2`` are the only such; in an editor they have to stand in quotes, as they
    have to for every other program that reads YAML.
    """
    other = taken_for(value) if isinstance(value, str) else value
    return isinstance(other, bool | float)


@each_way
@given(where=st.sampled_from(LEAVES), value=st.one_of(WORDS, st.lists(WORDS, max_size=2)))
def test_whatever_a_record_accepts_its_schema_accepts(
    written: Way,
    where: tuple[str, Steps],
    value: str | list[str],
) -> None:
    kind, path = where
    ours, theirs = written(spoilt(every_key(kind), path, value))
    texts = value if isinstance(value, list) else [value]
    if not refused(kind, ours) and not (written is plain and any(map(needs_quotes, texts))):
        assert underlined(kind, theirs) == []


@given(changes=st.lists(st.tuples(st.sampled_from(LEAVES), WORDS), max_size=6))
def test_whatever_plan_the_builders_accept_the_schema_accepts(
    changes: list[tuple[tuple[str, Steps], str]],
) -> None:
    plan = every_key("plan")
    for (kind, path), value in changes:
        if kind == "plan":
            try:
                changed = spoilt(plan, path, value)
                a_plan(**changed)
            except (ValidationError, LookupError, TypeError):
                continue  # it is refused, or stood in something that is changed already
            plan = changed
    assert underlined("plan", plan) == []


# What is wrong is underlined


WRONG: list[object] = [
    GONE,
    None,
    "",
    [],
    {},
    "word",
    "Two words",
    "-1",
    "1.5",
    "true",
    "202405",
    "2024-05-14",
    "50%",
    ["x"],
    [None],
    {"nonsense": "x"},
]
NOT_SEEN = (
    "date|one day|has no year"  # which words are a date
    "|for two levels|on every scale|the same shape"  # what two levels have in common
    "|at once|ends before it begins|has one end only|has its days twice|its state is not closed"
    "|is closed without a reason|caused another|only caveats|needed to contradict|no place on"
    # what two keys have in common
    "|a step before|no day of any step|not above its limit|a hop before|were told before"
    "|its outcomes add up|below its beginning|less than one month|which figures|how to read"
    "|Input should be 'b'"  # which words stand between semicolons
)
NOT_SEEN_BY: dict[Way, re.Pattern[str]] = {
    plain: re.compile(NOT_SEEN),
    in_quotes: re.compile(f"{NOT_SEEN}|Input should be"),
}
"""What the model says of mistakes that no schema can see; in quotes a figure has no limits."""


@each_way
@each_kind
def test_what_the_model_refuses_is_underlined_unless_no_schema_can_see_it(
    written: Way, kind: str
) -> None:
    ours, theirs = written(every_key(kind))
    for path in of_each_kind(kind):
        for value in WRONG[isinstance(path[-1], int) :]:
            one, other = written(value)
            said = refused(kind, spoilt(ours, path, one))
            if said and not NOT_SEEN_BY[written].search(said):
                assert underlined(kind, spoilt(theirs, path, other)), (path, value, said)


@each_kind
def test_a_key_that_a_record_does_not_have_is_underlined(kind: str) -> None:
    inside = {path[:-1] for path in places(every_key(kind)) if isinstance(path[-1], str)}
    open_ended = {("scale", "meanings")}  # its keys are the levels of the scale
    for path in inside - open_ended:
        assert underlined(kind, spoilt(every_key(kind), (*path, "titel"), "x")) == [path]


@pytest.mark.parametrize(
    ("lines", "where"),
    [
        ("as_at: June", ("as_at",)),
        ("as_at: 202405", ("as_at",)),
        ("actions: [{id: a, title: A, left_on: 20240514}]", ("actions", 0, "left_on")),
        ("actions: [{id: a, title: A, owners: [1.10]}]", ("actions", 0, "owners", 0)),
        ("actions: [{id: a, title: A, percent_complete: 101}]", ("actions", 0, "percent_complete")),
        ("actions: [{id: a, title: A, legal_duty: true}]", ("actions", 0, "legal_duty")),
        ("scale: {use: rag, levels: [{code: a, label: A}]}", ("scale", "levels", 0)),
        ("scale: {levels: [{code: a, label: A, symbol: Red}]}", ("scale", "levels", 0, "symbol")),
        ("scale: {name: Our scale}", ("scale",)),
        ("scale: {use: , name: Our scale}", ("scale",)),
        ("scale: [red, green]", ("scale",)),
        ("actions: [{id: a, title: A, due_means: {kind: start}}]", ("actions", 0, "due_means")),
        (
            "actions: [{id: a, title: A, due_means: {kind: start_then_bau}}]",
            ("actions", 0, "due_means"),
        ),
        (
            "actions: [{id: a, title: A, due_means: {kind: Finish by, ends: }}]",
            ("actions", 0, "due_means", "ends"),
        ),
        (
            "actions: [{id: a, title: A, updates: [{on: 2024-05-14, dated_as_written: May}]}]",
            ("actions", 0, "updates", 0, "dated_as_written"),
        ),
    ],
)
def test_a_slip_is_underlined_where_it_stands(lines: str, where: Steps) -> None:
    given_lines = {"format": 1, "title": "A", "publisher": "a", "as_at": 2024, "scale": "rag"}
    plan = {**given_lines, **load(lines)}  # type: ignore[dict-item]
    assert refused("plan", as_written(plan))
    assert where in underlined("plan", plan)


UNDERLINED = {"empty-title", "unknown-key"}
NO_YAML = {"tab", "two-plans", "unclosed-quote", "unquoted-colon", "windows-1252", "wrong-indent"}
"""An editor says so by itself."""
UNSEEN = {
    "american-date",
    "curly-quotes",
    "duplicate-id",
    "missing-dash",  # an editor says of itself that the key is there twice
    "reference-to-a-missing-action",
    "status-not-on-scale",
    "status-typo",
    "text-after-hash",
    "thirtieth-of-february",
    "unknown-owner",
    "update-after-as-at",
}
"""Only ``planboard check`` knows dates, names, and what one line has to do with another."""


@pytest.mark.parametrize("flaw", sorted(set(FLAWS) - {SPREADSHEET}))
def test_each_mistake_of_an_editor_is_underlined_or_known_to_be_out_of_reach(flaw: str) -> None:
    try:
        plan = load((BROKEN / flaw / "plan.yml").read_text("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError):
        assert flaw in NO_YAML
        return
    assert flaw in (UNDERLINED if underlined("plan", plan) else UNSEEN)


# What is offered


@each_kind
def test_every_example_and_default_is_right(kind: str) -> None:
    nodes = [(), *(path for path in places(every_key(kind)))]
    for model, key, one in keys(kind):
        around = [path for path in nodes if is_record(kind, path, model)]
        offered = [*one.get("examples", ()), *([one["default"]] if "default" in one else ())]
        for example in offered:
            tries = [spoilt(every_key(kind), (*path, key), example) for path in around]
            right = [
                record
                for record in tries
                if not refused(kind, as_written(record)) and not underlined(kind, record)
            ]
            assert right, (model, key, example)


def is_record(kind: str, path: Steps, model: str) -> bool:
    node: Any = every_key(kind)
    for step in path:
        node = node[step]
    return isinstance(node, dict) and model_at(MODELS[kind], path).__name__ == model


@each_kind
def test_no_invented_value_is_written_for_an_editor_who_picks_a_key(kind: str) -> None:
    alone = [(model, key) for model, key, one in keys(kind) if len(one.get("examples", "ab")) == 1]
    assert all(key == "format" for _, key in alone)


@each_kind
def test_true_and_false_are_offered_only_where_a_truth_is_meant_and_null_never(kind: str) -> None:
    for _, key, one in keys(kind):
        ways = [one, *one.get("anyOf", ()), one.get("items", {})]
        types = {name for way in ways for name in [*as_list(way.get("type")), *way.get("enum", ())]}
        assert "null" not in types
        assert ("boolean" in types) == (key in TRUTHS)


TRUTHS = {
    *("example", "tells_busiest_owner", "needs_targets"),
    *("names_none", "release", "agreed", "done"),
    *("keeps_told", "released", "details_held"),
    *("inferred", "derived", "consent", "worked_out", "promised"),
}


def as_list(types: str | list[str] | None) -> list[str]:
    return types if isinstance(types, list) else [types] if types else []


@pytest.mark.parametrize(
    ("model", "key", "offered"),
    [
        ("Action", "stage", {"not_started", "in_progress", "paused", "cancelled"}),
        ("Action", "status", {"red", "amber", "green", "not rated", "not published"}),
        ("Plan", "scale", {"rag", "brag", "dca3", "dca5"}),
        ("Update", "kind", {"progress", "forward"}),
        ("DueMeans", "kind", {"finish_by", "ongoing", "not_stated"}),
    ],
)
def test_the_words_of_a_list_are_offered(model: str, key: str, offered: set[str]) -> None:
    one = records("plan")[model]["properties"][key]
    codes = [code for way in one["anyOf"] for code in way.get("enum", ())]
    assert offered <= {*codes, *one.get("examples", ())}


# What is in the folder of an editor


def settings() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(schemas.editor_files()[".vscode/settings.json"])
    return made


@each_file
def test_each_file_has_the_one_schema_of_its_kind(path: Path) -> None:
    folder = "parks" if path.stem in set(RecordKind) else "registers"
    shown_as = f"plans/{folder}/{path.stem}.yml"
    found = [
        name
        for name, files in settings()["yaml.schemas"].items()
        if PurePosixPath(shown_as).match(files)
    ]
    assert found == [f".vscode/schemas/{path.stem}.schema.json"]


def test_every_schema_that_is_named_is_brought_and_is_the_published_one() -> None:
    brought = schemas.editor_files()
    for name in settings()["yaml.schemas"]:
        assert brought[name] == schemas.published()[PurePosixPath(name).name]


def test_an_editor_asks_nothing_of_any_other_site() -> None:
    assert settings()["yaml.schemaStore.enable"] is False
    assert settings()["redhat.telemetry.enabled"] is False
    assert not re.search("https?:", json.dumps(settings()))


@pytest.mark.parametrize("name", schemas.editor_files())
def test_what_this_repository_brings_is_fresh(name: str) -> None:
    fresh = (ROOT / name).is_file() and (ROOT / name).read_bytes() == schemas.editor_files()[name]
    assert fresh, f"Run planboard schemas, which renews {name}."


# The command


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["schemas", *map(str, words)])


def test_the_command_writes_everything_into_a_folder_and_says_so(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert result.output.splitlines() == [f"Wrote {name}." for name in schemas.editor_files()]
    for name, content in schemas.editor_files().items():
        assert (tmp_path / name).read_bytes() == content


def test_without_a_folder_it_writes_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run().exit_code == 0
    assert (tmp_path / ".vscode/schemas/plan.schema.json").is_file()


def test_it_renews_schemas_and_leaves_settings_as_they_are(tmp_path: Path) -> None:
    run(tmp_path)
    mine, old = tmp_path / ".vscode/settings.json", tmp_path / ".vscode/schemas/site.schema.json"
    for path in (mine, old):
        path.write_text("{}", "utf-8")
    result = run(tmp_path)
    assert ".vscode/settings.json is there already and stays as it is." in result.output
    assert mine.read_text("utf-8") == "{}"
    assert old.read_bytes() == schemas.published()["site.schema.json"]


def test_what_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / ".vscode").write_text("I am a file.", "utf-8")
    result = run(tmp_path)
    assert result.exit_code == 1
    assert ".vscode/settings.json cannot be written: " in result.output


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "does not exist" in run(tmp_path / "elsewhere").output
