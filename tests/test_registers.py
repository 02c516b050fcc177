"""What must hold inside the registers."""

from __future__ import annotations

import pytest

from folders import OWNERS, PUBLISHERS, SCALES, SITE, PlansFolder
from planboard.rules.registers import contrast


def test_the_id_of_an_owner_is_used_once(plans_folder: PlansFolder) -> None:
    plans_folder.append(OWNERS, "  - {id: library-team, role: Another team}\n")
    assert plans_folder.said_once() == (
        'plans/registers/owners.yml:13:10: The id "library-team" is used twice (first on line '
        "6). Keep one entry, or give each an id of its own."
    )


def test_the_id_of_a_publisher_is_used_once(plans_folder: PlansFolder) -> None:
    plans_folder.append(PUBLISHERS, "  - {id: hill-town-council, name: Twin, kind: council}\n")
    assert plans_folder.codes() == ["duplicate-id"]


def test_the_id_of_a_scale_is_used_once(plans_folder: PlansFolder) -> None:
    scale = "  - {id: two, levels: [{code: done, label: Done}]}\n"
    plans_folder.put(SCALES, f"format: 1\nscales:\n{scale}{scale}")
    assert plans_folder.codes() == ["duplicate-id"]


def test_a_scale_of_the_register_may_not_take_the_name_of_a_built_in_one(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.put(
        SCALES, "format: 1\nscales:\n  - {id: rag, levels: [{code: done, label: Done}]}\n"
    )
    assert plans_folder.said_once() == (
        'plans/registers/scales.yml:3:10: "rag" is the name of a scale that every plan has '
        "already. Give this one another id."
    )


def test_a_scale_of_the_register_has_an_id(plans_folder: PlansFolder) -> None:
    plans_folder.put(SCALES, "format: 1\nscales:\n  - levels: [{code: done, label: Done}]\n")
    assert plans_folder.said_once() == (
        'plans/registers/scales.yml:3:5: This scale has no "id". Add a line "id: …" (the name '
        "that plans use)."
    )


def test_a_spelling_stands_for_one_owner(plans_folder: PlansFolder) -> None:
    plans_folder.edit(OWNERS, "kind: team", "kind: team\n    aliases: [WARDEN of the parks]")
    assert plans_folder.said_once() == (
        'plans/registers/owners.yml:9:15: The spelling "WARDEN of the parks" already stands for '
        '"park-warden". Keep it with one owner.'
    )


def test_an_alias_is_not_the_role_of_another_owner(plans_folder: PlansFolder) -> None:
    plans_folder.edit(OWNERS, "kind: team", "kind: team\n    aliases: [park Warden]")
    assert plans_folder.said_once() == (
        'plans/registers/owners.yml:9:15: The spelling "park Warden" already stands for '
        '"park-warden". Keep it with one owner.'
    )


def test_two_owners_do_not_share_a_role(plans_folder: PlansFolder) -> None:
    plans_folder.edit(OWNERS, "role: Parks board", "role: Library team")
    assert plans_folder.said_once() == (
        'plans/registers/owners.yml:10:11: The spelling "Library team" already stands for '
        '"library-team". Keep it with one owner.'
    )


def test_an_alias_may_repeat_the_role_of_its_own_owner(plans_folder: PlansFolder) -> None:
    plans_folder.edit(OWNERS, "[Warden of the parks]", "[Park Warden]")
    assert plans_folder.said() == []


def test_roles_that_are_missing_are_not_one_role(plans_folder: PlansFolder) -> None:
    plans_folder.append(OWNERS, "  - id: one-team\n  - id: other-team\n")
    assert plans_folder.codes() == ["missing-key", "missing-key"]


@pytest.mark.parametrize("key", ["chair", "parent"])
def test_an_owner_is_not_above_itself(plans_folder: PlansFolder, key: str) -> None:
    plans_folder.edit(OWNERS, "chair: park-warden", f"{key}: parks-board")
    assert plans_folder.said_once() == (
        f'plans/registers/owners.yml:12:{len(key) + 7}: "parks-board" cannot be its own {key}. '
        "Write the id of another owner, or delete the line."
    )


def test_parents_do_not_go_round_in_a_circle(plans_folder: PlansFolder) -> None:
    plans_folder.edit(OWNERS, "role: Park warden", "role: Park warden\n    parent: library-team")
    plans_folder.edit(OWNERS, "kind: team", "kind: team\n    parent: parks-board")
    plans_folder.edit(OWNERS, "chair: park-warden", "parent: library-team")
    assert plans_folder.said_once() == (
        "plans/registers/owners.yml:10:13: The parents go round in a circle: "
        '"library-team" belongs to "parks-board" belongs to "library-team". Correct one of them, '
        "or delete its line."
    )


def test_a_board_may_be_chaired_by_one_who_belongs_to_it(plans_folder: PlansFolder) -> None:
    plans_folder.edit(OWNERS, "role: Park warden", "role: Park warden\n    parent: parks-board")
    assert plans_folder.said() == []


@pytest.mark.parametrize("key", ["chair", "parent"])
def test_an_owner_refers_to_an_owner_that_is_there(plans_folder: PlansFolder, key: str) -> None:
    plans_folder.edit(OWNERS, "chair: park-warden", f"{key}: park-wardens")
    assert plans_folder.said_once() == (
        f"plans/registers/owners.yml:12:{len(key) + 7}: There is no owner with the id "
        '"park-wardens" in this register. Did you mean "park-warden"?'
    )


def test_an_owner_may_refer_to_one_that_cannot_be_read(plans_folder: PlansFolder) -> None:
    plans_folder.edit(OWNERS, "id: park-warden", "id: Park_warden")
    assert plans_folder.codes() == ["wrong-value"]


# Abbreviations


def test_an_abbreviation_stands_in_the_glossary_once(plans_folder: PlansFolder) -> None:
    plans_folder.put(
        "registers/glossary.yml",
        "format: 1\nterms:\n"
        "  - {term: GP, expansion: garden party, basis: local}\n"
        "  - {term: GP, expansion: general practitioner, basis: public}\n",
    )
    assert plans_folder.said_once() == (
        'plans/registers/glossary.yml:4:12: "GP" stands here twice (first on line 3). Keep one '
        "entry: an abbreviation is spelt out in one way on all pages."
    )


def test_abbreviations_that_differ_in_a_capital_are_two(plans_folder: PlansFolder) -> None:
    plans_folder.put(
        "registers/glossary.yml",
        "format: 1\nterms:\n"
        "  - {term: GP, expansion: garden party, basis: local}\n"
        "  - {term: gp, expansion: guinea pig, basis: local}\n",
    )
    assert plans_folder.said() == []


def test_a_plain_word_is_no_abbreviation(plans_folder: PlansFolder) -> None:
    plans_folder.put(
        "registers/glossary.yml",
        "format: 1\nterms:\n"
        "  - {term: GP, expansion: garden party, basis: local}\n"
        "plain_words: [SHADE, GP]\n",
    )
    assert plans_folder.said_once() == (
        'plans/registers/glossary.yml:4:22: "GP" stands under terms as well (line 3), and a plain '
        "word is no abbreviation. Keep it in one of the two lists."
    )


# Contacts


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        ("email: clerk at hill-town", '"clerk at hill-town" is not an e-mail address.'),
        ("phone: ring us", '"ring us" is not a phone number. Write its figures.'),
    ],
)
def test_a_contact_is_an_address_or_a_number(
    plans_folder: PlansFolder, contact: str, said: str
) -> None:
    plans_folder.append(PUBLISHERS, f"    contact: {{{contact}}}\n")
    assert said in plans_folder.said_once()


@pytest.mark.parametrize("contact", ["phone: 101", "phone: 01632 960000 (9 to 5)", "email: a@b.uk"])
def test_a_contact_may_be_short_or_have_a_note(plans_folder: PlansFolder, contact: str) -> None:
    plans_folder.append(PUBLISHERS, f"    contact: {{{contact}}}\n")
    assert plans_folder.said() == []


# Initials


@pytest.mark.parametrize("initials", ["QX", "Q.X.", "Q X Z", "QXZ"])
def test_a_role_that_is_only_initials_is_a_warning(
    plans_folder: PlansFolder, initials: str
) -> None:
    plans_folder.edit(OWNERS, "[Warden of the parks]", f"[Warden of the parks, {initials}]")
    assert plans_folder.said_once() == (
        f'plans/registers/owners.yml:5:36: "{initials}" looks like the initials of a person, and '
        "people are shown as roles. Write the role; or, if it is a team, a board or an "
        "organisation, say so in kind."
    )


def test_a_team_may_be_known_by_capitals(plans_folder: PlansFolder) -> None:
    plans_folder.edit(OWNERS, "role: Library team", "role: LT\n    aliases: [LBT]")
    assert plans_folder.said() == []


def test_longer_capitals_are_no_initials(plans_folder: PlansFolder) -> None:
    plans_folder.edit(OWNERS, "[Warden of the parks]", "[PWDN, L&D, Park W]")
    assert plans_folder.said() == []


# Colours


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#12436d", "#12436d", 1)],
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_a_colour_that_cannot_be_read_is_an_error(plans_folder: PlansFolder) -> None:
    plans_folder.append(SITE, 'accent: "#FFEE00"\n')
    assert plans_folder.said_once() == (
        "plans/registers/site.yml:3:9: The colour #ffee00 cannot be read on the light ground of "
        "the pages: its contrast is 1.2 to 1 and must be at least 4.5 to 1. Choose a darker one."
    )


def test_the_colour_for_a_dark_ground_must_be_light(plans_folder: PlansFolder) -> None:
    plans_folder.append(SITE, 'accent_on_dark: "#12436d"\n')
    assert plans_folder.said_once().endswith("Choose a lighter one.")


@pytest.mark.parametrize("colour", ["blue", "'#12f'"])
def test_a_colour_has_six_figures(plans_folder: PlansFolder, colour: str) -> None:
    plans_folder.append(SITE, f"accent: {colour}\n")
    assert plans_folder.said_once() == (
        f'plans/registers/site.yml:3:9: accent: "{colour.strip(chr(39))}" is not a colour. '
        'Write # and six figures or letters, like "#12436d".'
    )
