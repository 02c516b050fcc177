"""Render: views to HTML; the only room that knows the template environment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Fragments"]


class Fragments:
    """The fragment templates; each reads one name, ``view``, and nothing else.

    Each is looked for in ``folders``, the first one first.
    """

    def __init__(self, *folders: Path) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def html(self, name: str, view: object) -> str:
        """Return the fragment ``name`` for ``view``.

        Raises:
            jinja2.TemplateError: when the template is broken or reads what the view has not.
        """
        return self._environment.get_template(f"{name}.html").render(view=view)
