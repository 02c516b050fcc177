"""Render: views to HTML; the only room that knows the template environment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Fragments"]


class Fragments:
    """The fragment templates; each reads one name, ``view``, and nothing else.

    Each is looked for in the folder ``fragments`` of every one of ``overrides``, the first first.
    """

    def __init__(self, *overrides: Path) -> None:
        self._pieces = FileSystemLoader(overrides)
        self._environment = Environment(
            loader=FileSystemLoader([one / "fragments" for one in overrides]),
            autoescape=select_autoescape(default=True, disabled_extensions=["md"]),
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

    def markdown(self, name: str, view: object) -> str:
        """Return the written page ``name`` for ``view``.

        Nothing is escaped: what such a view says must be safe to read as Markdown and as HTML.

        Raises:
            jinja2.TemplateError: when the template is broken or reads what the view has not.
        """
        return self._environment.get_template(f"{name}.md").render(view=view)

    def joined(self, folder: str) -> str:
        """Return the files of a folder such as ``styles`` one after the other, by their names.

        They are no templates. A file is taken from the first of the overrides that has it.
        """
        names = (one for one in self._pieces.list_templates() if one.startswith(f"{folder}/"))
        sources = (self._pieces.get_source(self._environment, name)[0] for name in sorted(names))
        return "\n".join(f"{one.rstrip()}\n" for one in sources)
