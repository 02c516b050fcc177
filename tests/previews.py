"""Previews: folders and sites that are served while a test looks at them."""

from __future__ import annotations

import contextlib
import functools
import http.server
import socket
import threading
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["PATIENCE", "Silent", "free_port", "page_with", "served"]

PATIENCE = 60


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def page_with(address: str, words: str) -> str:
    """Return the page at ``address`` once it says ``words``; give up after a minute."""
    last = ""
    for _ in range(PATIENCE * 5):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
                last = answer.read().decode()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            last = ""
        if words in last:
            return last
        time.sleep(0.2)
    return last


class Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def served(folder: Path, handler: type[Silent] = Silent) -> Iterator[str]:
    """Serve ``folder`` as ``handler`` does, and give the address of its top."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(handler, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
