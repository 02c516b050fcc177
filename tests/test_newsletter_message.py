"""A newsletter as an e-mail in a file: its headers, its parts, and its way through a server."""

from __future__ import annotations

import smtplib
import socket
from contextlib import closing
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import default
from email.utils import parseaddr
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import pytest
from aiosmtpd.controller import Controller
from hypothesis import example, given
from hypothesis import strategies as st

from folders import SITE
from planboard.saying.views.newsletter.blocks import Heading, Paragraph, Piece
from planboard.saying.views.newsletter.mail import MailView, Sender
from planboard.saying.views.parts import Link
from planboard.showing.newsletter.message import message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage
    from pathlib import Path

    from aiosmtpd.smtp import SMTP, Envelope, Session

    from folders import PlansFolder

pytest_plugins = ["demonstration"]

TITLE: Final = "What your sessions found in May"
MAILBOX: Final = "news@vale.example"
LEAVE: Final = "https://lists.vale.example/leave"
MAILTO: Final = "mailto:leave@vale.example"
OUT: Final = "https://lists.vale.example/one-click/7"
SENDER: Final = Sender("SpeedWatch in the Vale", MAILBOX, (LEAVE, MAILTO), one_click=False)
VIEW: Final = MailView(
    title=TITLE,
    summary="12 sessions.",
    on=date(2022, 6, 10),
    web=Link("Read this newsletter on the website", "https://vale.example/newsletters/a/"),
    blocks=(Heading(1, (Piece(TITLE),)), Paragraph((Piece("Hello."),))),
    leave=("To stop getting this newsletter:", (Link("leave this list", LEAVE),)),
    sender=SENDER,
    id="a.20220610@vale.example",
)
KNOWN: Final = {
    *("From", "Subject", "Date", "Message-ID", "X-Unsent", "List-Unsubscribe", "MIME-Version"),
    *("List-Unsubscribe-Post", "Content-Type"),
}
LONGEST: Final = 998
SHORT: Final = 78
ANYTHING: Final = st.one_of(
    st.text(max_size=300),
    st.text(alphabet='aé ,;:"\\<>()@=?_\r\n\t\0\x0b\x85\u2028', max_size=200),
    st.text(alphabet="ж漢🚗 ,\"'", min_size=60, max_size=300),
)


def made(html: str = "<p>Hello.</p>", text: str = "Hello.\n", **values: object) -> bytes:
    """Return the message of a small newsletter with ``values`` in place of its own."""
    return message(replace(VIEW, **values), html, text)  # type: ignore[arg-type]


def read(raw: bytes) -> EmailMessage:
    return message_from_bytes(raw, policy=default)


def sent_by(**values: object) -> EmailMessage:
    return read(made(sender=replace(SENDER, **values)))  # type: ignore[arg-type]


def bodies(message_: EmailMessage) -> list[str]:
    """Return what its parts say; on its way a line ends with two signs."""
    return [part.get_content().replace("\r\n", "\n") for part in message_.iter_parts()]


def name_of_sender(raw: bytes) -> str:
    """Return the name before the mailbox, as the older reader of the library puts it together.

    The newer one leaves spaces between the parts of a long name.
    """
    name, mailbox = parseaddr(message_from_bytes(raw)["From"])
    assert mailbox == MAILBOX
    return str(make_header(decode_header(name)))


def faults(message_: EmailMessage) -> list[object]:
    """Return what a reader of e-mail finds wrong with a message, its headers and its parts."""
    return [
        fault
        for part in message_.walk()
        for fault in (*part.defects, *(one for _, head in part.items() for one in head.defects))
    ]


# Its headers.


def test_the_title_is_the_subject() -> None:
    assert read(made())["Subject"] == TITLE


def test_it_is_dated_on_the_day_of_the_newsletter_whenever_it_is_built() -> None:
    assert read(made())["Date"] == "Fri, 10 Jun 2022 09:00:00 +0000"


def test_it_has_a_name_that_no_other_message_has() -> None:
    assert read(made())["Message-ID"] == "<a.20220610@vale.example>"


def test_mail_programs_open_it_as_a_draft() -> None:
    assert read(made())["X-Unsent"] == "1"


def test_it_goes_to_nobody_yet() -> None:
    assert not {"To", "Cc", "Bcc"} & set(read(made()).keys())


def test_it_comes_from_the_public_mailbox_of_the_site() -> None:
    assert read(made())["From"] == f"SpeedWatch in the Vale <{MAILBOX}>"


def test_without_a_mailbox_it_comes_from_nobody_and_names_no_way_out() -> None:
    keys = set(read(made(sender=None)).keys())

    assert not keys & {"From", "List-Unsubscribe", "List-Unsubscribe-Post"}


def test_mail_programs_learn_every_way_to_leave_the_list() -> None:
    assert read(made())["List-Unsubscribe"] == f"<{LEAVE}>, <{MAILTO}>"


def test_a_page_for_people_is_not_said_to_work_by_one_click() -> None:
    assert "List-Unsubscribe-Post" not in read(made())


def test_an_address_that_works_by_one_click_is_said_to_do_so() -> None:
    found = sent_by(ways_out=(OUT, MAILTO), one_click=True)

    assert found["List-Unsubscribe"] == f"<{OUT}>, <{MAILTO}>"
    assert found["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_long_address_is_not_broken_up() -> None:
    long = f"{OUT}?list={'a' * 400}"

    assert f"<{long}>".encode() in made(sender=replace(SENDER, ways_out=(long,), one_click=True))


def test_an_address_in_other_letters_is_written_in_plain_ones() -> None:
    found = sent_by(ways_out=("https://vale.example/abmelden?für=täler",))

    assert found["List-Unsubscribe"] == "<https://vale.example/abmelden?f%C3%BCr=t%C3%A4ler>"


def test_an_address_that_is_too_long_for_a_line_is_left_to_the_text() -> None:
    found = sent_by(ways_out=(f"{OUT}{'a' * LONGEST}", MAILTO), one_click=True)

    assert found["List-Unsubscribe"] == f"<{MAILTO}>"
    assert "List-Unsubscribe-Post" not in found


def test_a_mailbox_with_signs_that_no_mail_program_takes_is_not_named() -> None:
    assert "From" not in sent_by(email="a,b@vale.example")


@pytest.mark.parametrize("odd", ["a,b@vale.example", "ä@vale.example", "a..b@vale.example"])
def test_an_editor_learns_that_no_mail_program_takes_a_mailbox(
    plans_folder: PlansFolder, odd: str
) -> None:
    mailing = f"mailing: {{name: Vale, email: '{odd}', unsubscribe: '{LEAVE}'}}\n"
    plans_folder.append(SITE, mailing)

    assert any("where no mail program takes it" in one for one in plans_folder.said())


@pytest.mark.parametrize("sign", ["?", "&", "%", "#"])
@pytest.mark.parametrize("key", ["email", "unsubscribe_email"])
def test_a_mailbox_has_no_sign_that_means_something_in_an_address(
    plans_folder: PlansFolder, key: str, sign: str
) -> None:
    boxes = {"email": MAILBOX, "unsubscribe_email": "leave@vale.example"}
    boxes[key] = f"leave{sign}subject=a@vale.example"
    lines = "".join(f"  {one}: '{box}'\n" for one, box in boxes.items())
    plans_folder.append(SITE, f"mailing:\n  name: Vale\n{lines}")

    said = [one for one in plans_folder.said() if f" {key}: " in one]
    assert [f'has "{sign}" where no mail program takes it' in one for one in said] == [True]


def test_a_mailbox_that_is_too_long_is_refused(plans_folder: PlansFolder) -> None:
    box = f"{'a' * 250}@vale.example"
    mailing = f"mailing: {{name: Vale, email: '{box}', unsubscribe: '{LEAVE}'}}\n"
    plans_folder.append(SITE, mailing)

    assert "has 263 letters" in plans_folder.said_once()


def with_ways_out(plans_folder: PlansFolder, key: str, address: str) -> PlansFolder:
    ways = {"unsubscribe": LEAVE, key: address}
    lines = "".join(f"  {one}: '{way}'\n" for one, way in ways.items())
    plans_folder.append(SITE, f"mailing:\n  name: Vale\n  email: {MAILBOX}\n{lines}")
    return plans_folder


@pytest.mark.parametrize("key", ["unsubscribe", "one_click"])
@pytest.mark.parametrize(
    "address", ["https://?", "https://[::1", "https://:80", "https://./a", "https://vale.example:x"]
)
def test_a_way_to_leave_names_a_site(plans_folder: PlansFolder, key: str, address: str) -> None:
    said = with_ways_out(plans_folder, key, address).said()
    assert any(f'{key}: "{address}" names no site' in one for one in said)


@pytest.mark.parametrize("key", ["unsubscribe", "one_click"])
@pytest.mark.parametrize("letter", ["a", "ü", "🚗"])
def test_a_way_to_leave_fits_into_a_header(
    plans_folder: PlansFolder, key: str, letter: str
) -> None:
    address = f"https://vale.example/?{letter * 500}"

    said = with_ways_out(plans_folder, key, address).said()
    assert any("is too long for an e-mail" in one for one in said)


def test_every_way_to_leave_that_is_not_refused_is_in_the_header(
    plans_folder: PlansFolder,
) -> None:
    long = f"https://vale.example/?{'ü' * 70}"
    assert with_ways_out(plans_folder, "unsubscribe", long).said() == []

    assert quote(long, safe=":/?") in sent_by(ways_out=(long,))["List-Unsubscribe"]


def test_a_control_character_in_the_name_of_the_sender_is_answered_by_a_sentence(
    plans_folder: PlansFolder,
) -> None:
    mailing = f'mailing: {{name: "Vale\\0Bcc", email: {MAILBOX}, unsubscribe: "{LEAVE}"}}\n'
    plans_folder.append(SITE, mailing)

    assert "control character" in plans_folder.said_once()


def test_the_name_of_the_sender_is_one_line(plans_folder: PlansFolder) -> None:
    mailing = f'mailing: {{name: "Vale\\r\\nBcc: x", email: {MAILBOX}, unsubscribe: "{LEAVE}"}}\n'
    plans_folder.append(SITE, mailing)
    publishable = plans_folder.checked().publishable

    assert publishable
    assert publishable.site.mailing
    assert publishable.site.mailing.name == "Vale Bcc: x"


# What nobody can slip in.


@given(title=ANYTHING, name=ANYTHING)
@example(title="Hello\r\nBcc: all@vale.example", name="x\nTo: all@vale.example")
@example(title="=?utf-8?q?a=0D=0ABcc=3A_all=40vale.example?=", name="=?utf-8?q?=22=0A?= b")
@example(title="a" * 2000, name="ж" * 500)
@example(title="\0", name="\0")
@example(title="x, " * 90, name="word, " * 30)
@example(title="x", name='Team "A", north; (south) <b@c.example>')
def test_no_field_adds_a_header_or_a_line_that_is_too_long(title: str, name: str) -> None:
    raw = made(title=title, sender=replace(SENDER, name=name))
    found = read(raw)

    assert set(found.keys()) <= KNOWN
    assert len(found.keys()) == len(set(found.keys()))
    assert found["From"].addresses[0].addr_spec == MAILBOX
    assert len(found["From"].addresses) == 1
    assert max(map(len, raw.split(b"\r\n"))) <= LONGEST
    assert raw.replace(b"\r\n", b"").count(b"\r") == raw.replace(b"\r\n", b"").count(b"\n") == 0
    assert faults(found) == []


PLAIN: Final = st.text(
    st.characters(exclude_categories=["C", "Z"], include_characters=" "), max_size=120
).filter(lambda text: "=?" not in text)


@given(title=PLAIN, name=PLAIN)
@example(title="What we did, and what's next: “50%”", name='Vale "Watch", north')
@example(title="Ж" * 100, name=f"{'é' * 60}, team")
def test_a_title_and_a_name_arrive_as_they_were_written(title: str, name: str) -> None:
    raw = made(title=title, sender=replace(SENDER, name=name))

    assert str(read(raw)["Subject"]) == " ".join(title.split())
    assert name_of_sender(raw) == " ".join(name.split())


@given(way=ANYTHING)
def test_no_address_adds_a_header(way: str) -> None:
    found = sent_by(ways_out=(f"https://vale.example/{way}", MAILTO), one_click=True)

    assert set(found.keys()) <= KNOWN
    assert f"<{MAILTO}>" in str(found["List-Unsubscribe"])
    assert faults(found) == []


# Its parts.


def test_its_text_comes_first_and_its_html_last_so_that_the_better_is_shown() -> None:
    found = read(made())

    assert found.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in found.iter_parts()] == ["text/plain", "text/html"]


def test_both_parts_arrive_letter_by_letter() -> None:
    html, text = "<p>Über 20 mph – “fast”</p>\n", f"Über 20 mph\n.\n--=_x\nFrom here\n{'x' * 500}\n"
    found = read(made(html, text))

    assert bodies(found) == [text, html]


def test_a_text_with_a_line_that_divides_parts_does_not_end_its_part() -> None:
    line = "--=_planboard_newsletter--\n"

    assert bodies(read(made(text=line)))[0] == line


def test_no_line_is_longer_than_readers_of_e_mail_like() -> None:
    raw = made(f"<p>{'é' * 400}</p>", "ü " * 300, title="Word " * 60)

    assert max(map(len, raw.split(b"\r\n"))) <= SHORT


def test_it_is_the_same_each_time() -> None:
    assert made() == made()


# Its way through a server.


class Sink:
    """Takes every message that it is given."""

    def __init__(self) -> None:
        self.taken: list[bytes] = []

    async def handle_DATA(self, _: SMTP, __: Session, envelope: Envelope) -> str:  # noqa: N802
        content = envelope.content
        assert isinstance(content, bytes)
        self.taken.append(content)
        return "250 OK"


@pytest.fixture
def sink() -> Iterator[tuple[Sink, int]]:
    """A server of e-mail that keeps what it is sent, and where it listens."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    handler = Sink()
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    yield handler, port
    controller.stop()


def through(sink: tuple[Sink, int], raw: bytes) -> EmailMessage:
    """Return a message as it arrives that is sent through a server."""
    with smtplib.SMTP("127.0.0.1", sink[1]) as client:
        refused = client.sendmail(MAILBOX, ["one@vale.example"], raw)
    assert refused == {}
    return read(sink[0].taken[-1])


def same(sent: EmailMessage, arrived: EmailMessage) -> None:
    assert arrived.items() == sent.items()
    assert bodies(arrived) == bodies(sent)
    assert faults(arrived) == []


def test_a_message_arrives_whole_through_a_server(sink: tuple[Sink, int]) -> None:
    raw = made(
        "<p>Über</p>",
        ".\n..\nFrom here\n",
        title="Für alle, “schnell”",
        sender=replace(SENDER, name="Grüße, Tal", ways_out=(OUT, MAILTO), one_click=True),
    )

    same(read(raw), through(sink, raw))


def test_each_newsletter_of_the_demonstration_arrives_whole_through_a_server(
    demonstration: Path, sink: tuple[Sink, int]
) -> None:
    files = sorted((demonstration / "newsletters").glob("*/newsletter.eml"))
    assert files
    for file in files:
        raw = file.read_bytes()
        same(read(raw), through(sink, raw))
