"""Core types: what a YAML editor takes a plain word for, where planboard keeps the text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["load", "taken_for"]

_CORE: Final[dict[str, tuple[str, Callable[[str], object]]]] = {
    "null": ("|~|null|Null|NULL", lambda _: None),
    "bool": ("true|True|TRUE|false|False|FALSE", lambda word: word.lower() == "true"),
    "int": ("[-+]?[0-9]+", int),
    "octal": ("0o[0-7]+", lambda word: int(word, 0)),
    "hex": ("0x[0-9a-fA-F]+", lambda word: int(word, 0)),
    "float": (r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", float),
}
"""The core schema of YAML 1.2 but for infinity: no dates, and yes and no are words."""


@cache
def taken_for(word: str) -> object:
    """Return what an editor makes of ``word`` where it stands without quotes."""
    for pattern, make in _CORE.values():
        if re.fullmatch(pattern, word):
            return make(word)
    return word


class _Loader(yaml.SafeLoader):
    """Reads plain words as an editor does."""

    def construct_plain(self, node: yaml.ScalarNode) -> object:
        return taken_for(node.value)


_Loader.yaml_implicit_resolvers = {}  # those of YAML 1.1, with dates, sexagesimals, yes and no
_Loader.add_implicit_resolver("!plain", re.compile(""), None)
_Loader.add_constructor("!plain", _Loader.construct_plain)


def load(text: str) -> object:
    """Return the one document in ``text`` as an editor sees it.

    Raises:
        yaml.YAMLError: it is no YAML, and an editor says so without our help.
    """
    return _Loader(text).get_single_data()
