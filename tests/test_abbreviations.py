"""Which words are abbreviations, where a plan has them, and which nobody has spelt out."""

from __future__ import annotations

import pytest

from builders import a_group, a_plan, a_publisher, a_record, a_site, an_action, an_update
from planboard.rules import abbreviations
from planboard.rules.abbreviations import Reader, Use
from planboard.rules.texts import records as texts
from planboard.truth.collection import Collection
from planboard.truth.model.register import Glossary
from planboard.truth.model.scale import ScaleUse
from programmes import a_place, a_programme, a_visit

NOTHING = Glossary(format="1")


def a_glossary(*plain_words: str, **terms: str) -> Glossary:
    return Glossary.model_validate(
        {
            "format": "1",
            "terms": [
                {"term": term, "expansion": words, "basis": "public"}
                for term, words in terms.items()
            ],
            "plain_words": plain_words,
        }
    )


def words(text: str, glossary: Glossary = NOTHING) -> list[str]:
    return [one.word for one in Reader(glossary).found_in(text)]


def uses(glossary: Glossary = NOTHING, **plan: object) -> dict[str, Use]:
    found = abbreviations.used(a_record(a_plan(**plan)), glossary)
    return {one.word: one for one in found}


# What is one.


@pytest.mark.parametrize(
    "word", ["PSPO", "SP&I", "C&V", "EI&P", "L&D", "OPCC", "GDPR", "UK", "THRIVE", "PPD1"]
)
def test_capitals_are_an_abbreviation_also_with_an_ampersand_or_figures(word: str) -> None:
    assert words(f"The {word} met.") == [word]


@pytest.mark.parametrize(
    ("written", "word"),
    [("ISAs", "ISA"), ("NPTs", "NPT"), ("DARDR's", "DARDR"), ("PSPO’s", "PSPO"), ("PCs", "PC")],
)
def test_a_plural_or_an_owner_is_the_same_abbreviation(written: str, word: str) -> None:
    (found,) = Reader(NOTHING).found_in(f"All {written} count.")

    assert found.word == word
    assert (found.start, found.end) == (4, 4 + len(written))


@pytest.mark.parametrize(
    "text",
    [
        "A man and I, plan B",
        "Parts II, III and IV, chapters VIII and XIX",
        "the A46, the M40 and the B4632",
        "CV34 4RL, WR3 and EC1A 1BB",
        "log CSW-01, item O08-A03 and reference CAD1234",
        "Section S136 in Q3, at 10AM and for 30MPH",
        "see https://example.org/ASB/PSPO and www.ASB.example.org",
        "write to ASB@example.org",
        "the file ASB-PSPO.pdf and notes/ASB.csv",
        "Neighbourhood teams, McDonald and ASBo",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert words(text) == []


def test_a_heading_in_capitals_has_none() -> None:
    assert words("SAFER STREETS") == []
    assert words("PREVENT & PROTECT") == []


def test_a_heading_in_capitals_has_those_that_the_glossary_lists() -> None:
    assert set(uses(a_glossary(ASB="anti-social behaviour"), summary="ASB & HARM")) == {"ASB"}


def test_one_word_in_capitals_is_one() -> None:
    assert words("OCC") == ["OCC"]


def test_a_list_of_abbreviations_is_no_heading() -> None:
    assert words("SP&I; OCC") == ["SP&I", "OCC"]


def test_signs_part_abbreviations() -> None:
    assert words("(VAWG/DA), non-NHS, ASB-related; pre-CPT.") == [
        "VAWG",
        "DA",
        "NHS",
        "ASB",
        "CPT",
    ]


def test_a_word_that_the_register_calls_plain_is_none() -> None:
    assert words("PREVENT and ASB", a_glossary("PREVENT")) == ["ASB"]


def test_a_listed_one_may_have_any_letters() -> None:
    listed = a_glossary(w3w="what3words", CiP="Citizens in Policing", CO2="carbon dioxide")

    assert words("w3w, CiP's, CO2 and CiPs", listed) == ["w3w", "CiP", "CO2", "CiP"]


def test_a_listed_one_is_a_word_of_its_own() -> None:
    assert words("ASBO and w3wx", a_glossary(ASB="x", w3w="y")) == ["ASBO"]


def test_the_longest_listed_one_wins() -> None:
    listed = a_glossary(**{"THRIVE": "a way", "THRIVE+": "another way"})

    assert words("THRIVE and THRIVE+ it is", listed) == ["THRIVE", "THRIVE+"]


def test_a_listed_plural_is_not_taken_for_a_single_one() -> None:
    assert words("PCs", a_glossary(PCs="police and crime panels")) == ["PCs"]


# Where a plan has them.


def test_every_text_of_an_action_counts() -> None:
    action = an_action(
        title="Use AA",
        support=["bb"],
        due="BC by Oct 24",
        sub_items=["With CC"],
        updates=[
            an_update(text="DD came"),
            an_update(text="For EE", kind="forward", links=[{"title": "FF", "url": "https://a.b"}]),
        ],
        targets=[{"what": "GG signed", "value": "3", "unit": "HH"}],
        observations=[{"what": "JJ seen", "value": "2"}],
        milestones=[{"title": "KK reached"}],
        depends_on=[{"kind": "decision", "text": "LL agrees"}],
        funding=[{"name": "MM fund", "body": "NN"}],
        legal_duty="OO Act 1998",
        tags=["PP"],
        links=[{"title": "QQ", "url": "https://a.b"}],
    )
    found = abbreviations.used(
        a_record(a_plan(actions=[action]), owners=[{"id": "bb", "role": "BB team"}]), NOTHING
    )

    letters = ("A", "B", "C", "D", "E", "F", "G", "H", "J", "K", "L", "M", "N", "O", "P", "Q")
    assert [one.word for one in found] == sorted(["BC", *(letter * 2 for letter in letters)])
    assert {one.about for one in found} == {action}


def test_what_is_said_of_the_whole_plan_counts() -> None:
    record = a_record(
        a_plan(
            title="Plan of AA",
            summary="BB first.\n\nThen CC",
            as_at_basis="a meeting of DD",
            scale=ScaleUse(use="rag", meanings={"red": "EE is late"}, meanings_from="words of FF"),
            source={"note": "GG typed it"},
            outside=[{"id": "x", "title": "HH review", "text": "JJ does it"}],
        ),
        publisher=a_publisher(name="KK council", have_your_say="Ask LL"),
    )
    found = abbreviations.used(record, NOTHING)

    letters = ("A", "B", "C", "D", "E", "F", "G", "H", "J", "K", "L")
    assert sorted(one.word for one in found) == [letter * 2 for letter in letters]
    assert {one.about for one in found} == {None}


def test_the_heading_and_the_statement_of_a_group_count() -> None:
    group = a_group(title="Less AA", statement="With BB", kind="CC aim")

    assert set(uses(groups=[group])) == {"AA", "BB", "CC"}
    assert uses(groups=[group])["AA"].about == group


def test_the_role_of_an_owner_counts_wherever_it_is_named() -> None:
    actions = [an_action(id=str(n), owners=["duty-team"]) for n in (1, 2)]
    owners = [{"id": "duty-team", "role": "OPU duty team"}, {"id": "idle", "role": "XYZ"}]
    found = abbreviations.used(a_record(a_plan(actions=actions), owners=owners), NOTHING)

    assert [(one.word, one.times) for one in found] == [("OPU", 2)]
    assert found[0].path == ("actions", 0, "owners", 0)


@pytest.mark.parametrize("due", ["ASAP", "TBC"])
def test_words_for_a_date_that_the_page_says_in_full_do_not_count(due: str) -> None:
    assert uses(actions=[an_action(due=due)]) == {}


def test_what_no_reader_sees_does_not_count() -> None:
    placeholder = an_action(updates=[an_update(text="TBC")], source={"item": "AA", "note": "BB"})

    assert uses(printed_title="CC PLAN", actions=[placeholder]) == {}


def test_each_has_its_number_and_its_first_place_in_the_order_of_the_page() -> None:
    inner = a_group(id="in", actions=[an_action(id="3", title="ASB and ASB")])
    group = a_group(groups=[inner], actions=[an_action(id="2", title="Less ASB")])
    found = uses(a_glossary(ASB="anti-social behaviour"), groups=[group])

    assert found["ASB"].times == 3
    assert found["ASB"].path == ("groups", 0, "actions", 0, "title")
    assert found["ASB"].term is not None
    assert found["ASB"].term.expansion == "anti-social behaviour"


def test_a_line_in_capitals_spoils_no_other_paragraph() -> None:
    assert set(uses(summary="SAFER STREETS\n\nWith the ASB team")) == {"ASB"}


# Those that nobody has spelt out.


def test_one_that_the_glossary_lacks_is_one_gap_and_not_guessed() -> None:
    actions = [an_action(id="1", title="Ask the PSST"), an_action(id="2", title="PSST, ASB, PSST")]
    record = a_record(a_plan(actions=actions))
    (gap,) = abbreviations.unknown(record, a_glossary(ASB="anti-social behaviour", PSSTA="x"))

    assert gap.code == "unknown-abbreviation"
    assert gap.path == ("actions", 0, "title")
    assert gap.about == record.actions["1"]
    assert gap.message == (
        '"PSST" is not in the glossary and so is not spelt out. It stands in 3 places of this plan.'
    )


def test_a_single_place_is_one_place() -> None:
    (gap,) = abbreviations.unknown(a_record(a_plan(summary="By the PSST")), NOTHING)

    assert gap.message.endswith("It stands in 1 place of this plan.")
    assert gap.about is None


# In a programme of volunteers.


def test_the_names_of_sites_and_teams_are_read_but_neither_their_ids_nor_positions() -> None:
    site = a_place("oak-end", name="By the PSST", w3w="one.two.six", released="true")
    record = a_programme(sites=[site], visits=[a_visit("2024-05-01", "oak-end")])
    read = [one.text for one in texts.of_record(record)]

    assert "By the PSST" in read
    assert not {"oak-end", "///one.two.six"} & {*read}
    assert [one.word for one in abbreviations.used(record, NOTHING)] == ["PSST"]


# On the whole site.


def test_all_are_listed_once_from_a_to_z_with_the_plans_that_use_them() -> None:
    one = a_record(a_plan(title="First", summary="ASB and w3w"), id="one")
    other = a_record(a_plan(title="Other", summary="XYZ and ASB"), id="other")
    listed = abbreviations.of_site(
        Collection(
            a_site(),
            (one, other),
            glossary=a_glossary(w3w="what3words", NHS="National Health Service", ASB="x"),
        )
    )

    assert [(item.word, item.term is not None) for item in listed] == [
        ("ASB", True),
        ("NHS", True),
        ("w3w", True),
        ("XYZ", False),
    ]
    assert [[record.id for record, _ in item.uses] for item in listed] == [
        ["one", "other"],
        [],
        ["one"],
        ["other"],
    ]
