"""Notices views: what stands at the end of every page of records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import routes, wording
from planboard.saying.sentences import newsletters as sentences
from planboard.saying.views.parts import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planboard.truth.in_full import NewsletterInFull, RecordInFull
    from planboard.truth.model.published import Source
    from planboard.truth.model.register import Publisher, Site

__all__ = ["Notice", "of_record", "of_records", "to_newsletters"]


@dataclass(frozen=True, slots=True)
class Notice:
    """One line at the end of a page: what it is about, what it says, and links."""

    label: str
    text: str
    links: tuple[Link, ...] = ()


def of_record(record: RecordInFull, site: Site, gaps: int, page: str = "") -> tuple[Notice, ...]:
    """Return what stands at the end of the page of one record, or of ``page`` below it.

    That is whom to contact, how to report a mistake and how to have a say, the licence, the
    source with its item, documents to read with it, how many ``gaps`` the record has, and where
    abbreviations are explained.
    """
    page, publisher = page or routes.record(record.kind, record.id), record.publisher
    called = f"the {record.kind_name}"
    return (
        _contact(publisher, called),
        Notice(
            "Report a mistake",
            publisher.report_a_mistake
            or site.report_a_mistake
            or f"{wording.capital(called)} does not say how to report a mistake.",
        ),
        Notice(
            "Have your say",
            publisher.have_your_say
            or f"{wording.capital(called)} does not say how the public can have a say.",
        ),
        _licence(publisher, called),
        _source(record, called),
        *_to_read(record),
        Notice(
            "Gaps in this record",
            _gaps(gaps),
            (Link(wording.QUALITY, routes.relative(routes.quality(record.kind, record.id), page)),),
        ),
        Notice(
            "Abbreviations",
            "What they stand for, and how we know:",
            (Link(wording.GLOSSARY, routes.relative(routes.GLOSSARY, page)),),
        ),
    )


def of_records(records: Iterable[RecordInFull], site: Site, page: str) -> tuple[Notice, ...]:
    """Return what stands at the end of ``page``, which shows facts of several records."""
    shown = tuple(records)
    publishers = {one.publisher.id: one.publisher for one in shown}
    return (
        *(_contact(one, "the record") for one in publishers.values()),
        Notice(
            "Report a mistake",
            site.report_a_mistake or "Each record says at its end how to report a mistake.",
        ),
        Notice(
            "Sources, licences and how to have your say",
            "Each record names them at its end:" if shown else "No record is shown here.",
            tuple(
                Link(
                    wording.title(one.head),
                    routes.relative(f"{routes.record(one.kind, one.id)}#{routes.NOTICES}", page),
                )
                for one in shown
            ),
        ),
    )


def to_newsletters(
    newsletters: Iterable[NewsletterInFull], record: RecordInFull, page: str
) -> Iterator[Notice]:
    """Yield the way from ``page`` to the newsletters that report on a record, if there are any."""
    links = tuple(
        Link(
            f"{sentences.called(one.newsletter)}: {one.newsletter.title}",
            routes.relative(routes.newsletter(one.id), page),
        )
        for one in newsletters
    )
    if links:
        yield Notice(f"Newsletters about this {record.kind_name}", "", links)


def _contact(publisher: Publisher, called: str) -> Notice:
    links = tuple(_ways(publisher))
    return Notice(
        f"Contact {publisher.name}",
        "" if links else f"{wording.capital(called)} gives no contact.",
        links,
    )


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


def _licence(publisher: Publisher, called: str) -> Notice:
    licence = publisher.licence
    return Notice(
        "Licence",
        licence.name if licence else f"{wording.capital(called)} states no licence.",
        (Link(licence.url, licence.url),) if licence and licence.url else (),
    )


def _source(record: RecordInFull, called: str) -> Notice:
    source = record.head.source
    told = " ".join(_of_source(source, record.head.printed_title))
    links = (Link(source.url, source.url),) if source and source.url else ()
    return Notice(
        "Source", told or ("" if links else f"{wording.capital(called)} names no source."), links
    )


def _to_read(record: RecordInFull) -> Iterator[Notice]:
    if record.head.links:
        links = tuple(Link(one.title, one.url) for one in record.head.links)
        yield Notice(f"Read with this {record.kind_name}", "", links)


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
