"""Notices views: what stands at the end of every page of records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import routes, wording
from planboard.saying.views.parts import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planboard.truth.collection import PlanInFull
    from planboard.truth.model.published import Source
    from planboard.truth.model.register import Publisher, Site

__all__ = ["Notice", "of_plan", "of_plans"]


@dataclass(frozen=True, slots=True)
class Notice:
    """One line at the end of a page: what it is about, what it says, and links."""

    label: str
    text: str
    links: tuple[Link, ...] = ()


def of_plan(record: PlanInFull, site: Site, gaps: int) -> tuple[Notice, ...]:
    """Return what stands at the end of the page of one plan.

    That is whom to contact, how to report a mistake and how to have a say, the licence, the
    source with its item, documents to read with it, how many ``gaps`` the record has, and where
    abbreviations are explained.
    """
    page, publisher = routes.plan(record.id), record.publisher
    return (
        _contact(publisher),
        Notice(
            "Report a mistake",
            publisher.report_a_mistake
            or site.report_a_mistake
            or "The plan does not say how to report a mistake.",
        ),
        Notice(
            "Have your say",
            publisher.have_your_say or "The plan does not say how the public can have a say.",
        ),
        _licence(publisher),
        _source(record),
        *_to_read(record),
        Notice(
            "Gaps in this record",
            _gaps(gaps),
            (Link(wording.QUALITY, routes.relative(routes.quality(record.id), page)),),
        ),
        Notice(
            "Abbreviations",
            "What they stand for, and how we know:",
            (Link(wording.GLOSSARY, routes.relative(routes.GLOSSARY, page)),),
        ),
    )


def of_plans(records: Iterable[PlanInFull], site: Site, page: str) -> tuple[Notice, ...]:
    """Return what stands at the end of ``page``, which shows facts of several plans."""
    plans = tuple(records)
    publishers = {one.publisher.id: one.publisher for one in plans}
    return (
        *(_contact(one) for one in publishers.values()),
        Notice(
            "Report a mistake",
            site.report_a_mistake or "Each plan says at its end how to report a mistake.",
        ),
        Notice(
            "Sources, licences and how to have your say",
            "Each plan names them at its end:" if plans else "No plan is shown here.",
            tuple(
                Link(
                    wording.plan_title(one.plan),
                    routes.relative(f"{routes.plan(one.id)}#{routes.NOTICES}", page),
                )
                for one in plans
            ),
        ),
    )


def _contact(publisher: Publisher) -> Notice:
    links = tuple(_ways(publisher))
    return Notice(f"Contact {publisher.name}", "" if links else "The plan gives no contact.", links)


def _ways(publisher: Publisher) -> Iterator[Link]:
    contact = publisher.contact
    if contact and contact.email:
        yield Link(contact.email, f"mailto:{contact.email}")
    if contact and contact.phone:
        yield Link(contact.phone, f"tel:{_dialled(contact.phone)}")
    if contact and contact.url:
        yield Link(contact.url, contact.url)


def _dialled(phone: str) -> str:
    """Return what a telephone dials: the figures, with the plus of a country before them."""
    plus = "+" if phone.lstrip().startswith("+") else ""
    return plus + "".join(sign for sign in phone if sign.isdigit())


def _licence(publisher: Publisher) -> Notice:
    licence = publisher.licence
    return Notice(
        "Licence",
        licence.name if licence else "The plan states no licence.",
        (Link(licence.url, licence.url),) if licence and licence.url else (),
    )


def _source(record: PlanInFull) -> Notice:
    source = record.plan.source
    told = " ".join(_of_source(source, record.plan.printed_title))
    links = (Link(source.url, source.url),) if source and source.url else ()
    return Notice("Source", told or ("" if links else "The plan names no source."), links)


def _to_read(record: PlanInFull) -> Iterator[Notice]:
    if record.plan.links:
        links = tuple(Link(one.title, one.url) for one in record.plan.links)
        yield Notice("Read with this plan", "", links)


def _of_source(source: Source | None, printed_title: str | None) -> Iterator[str]:
    origin = (source.document if source else None) or printed_title
    if origin:
        yield f"{origin.rstrip('.')}."
    if source and source.item:
        item = source.item.rstrip(".")
        yield f"Item {item}." if item[:1].isdigit() else f"{item}."
    if source and source.note:
        yield source.note


def _gaps(number: int) -> str:
    if not number:
        return "We know of none."
    return f"We know of {wording.number(number)}, such as a missing date or owner."
