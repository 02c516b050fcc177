"""Record page: what is alike in the page of every record, whatever its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from planboard.saying import routes, wording
from planboard.showing.page.made import DataPage, Made, with_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planboard.saying.views.search import SearchView
    from planboard.showing.render import Fragments
    from planboard.truth.in_full import RecordInFull

__all__ = ["RecordView", "below_record", "of_record"]


class RecordView(Protocol):
    """The view of a record: its title, and the sentence that says how it stands."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def sentence(self) -> str:
        """How it stands, in one sentence."""


def of_record(  # noqa: PLR0913 - one argument for each thing a page is made of
    record: RecordInFull,
    view: RecordView,
    *,
    anchors: Iterable[str],
    searched: SearchView,
    files: Mapping[str, bytes],
    fragments: Fragments,
) -> Made:
    """Return the page of a record with ``files``, given by name, beside it.

    Its fragment has the name of its kind. ``anchors`` are the places of its own sections, between
    its heading and the files; ``searched`` is what search should know of it.
    """
    page = DataPage(
        address=routes.record(record.kind, record.id),
        title=view.title,
        description=view.sentence,
        html=fragments.html(record.kind.value, view),
        search_html=fragments.html("search", searched),
        anchors=(routes.top(record.kind), *anchors, "downloads", routes.NOTICES),
        above=((wording.REGISTER, routes.PLANS),),
        in_nav=False,
        facts_of=record.head.as_at.last,
    )
    return with_files(page, files)


def below_record(  # noqa: PLR0913 - as above
    record: RecordInFull,
    view: RecordView,
    *,
    address: str,
    html: str,
    anchors: Iterable[str],
    searched: SearchView,
    files: Mapping[str, bytes],
    fragments: Fragments,
) -> Made:
    """Return a page at ``address`` below that of a record, with ``files`` beside it.

    ``html`` is the view as HTML; the rest is as with the page of the record itself.
    """
    page = DataPage(
        address=address,
        title=view.title,
        description=view.sentence,
        html=html,
        search_html=fragments.html("search", searched),
        anchors=(*anchors, "downloads", routes.NOTICES),
        above=(
            (wording.REGISTER, routes.PLANS),
            (record.head.title, routes.record(record.kind, record.id)),
        ),
        in_nav=False,
        facts_of=record.head.as_at.last,
    )
    return with_files(page, files)
