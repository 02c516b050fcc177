"""Dashboard: MkDocs events to planboard calls, and nothing else; it alone knows MkDocs."""

from __future__ import annotations

import importlib
import importlib.util
import logging
import sys
import traceback
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateError
from markupsafe import escape
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

__all__ = ["on_config"]  # what the file of a site takes over that uses an installed planboard

HERE = Path(__file__).resolve().parent
STYLES = "assets/stylesheets/main.*.min.css"
PLOTLY = "package_data/plotly.min.js"
JOINED = ("mail/", "styles/", "scripts/")
"""Folders of overrides whose files are published as one."""
LEFT_OUT = {InclusionLevel.EXCLUDED, InclusionLevel.DRAFT}
LEVELS = {"error": logging.ERROR, "warning": logging.WARNING, "finding": logging.DEBUG}
log = logging.getLogger("mkdocs.hooks.planboard")
_code_from: dict[str, int] = {}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give this build an object of its own; a preview makes a new one for every build."""
    rooms = _rooms()
    ours = rooms.package / "overrides"  # installed; a checkout has them at its top
    ours = ours if ours.is_dir() else rooms.package.parent.parent / "overrides"
    own = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    if ours not in (one.resolve() for one in own):
        # behind the folder of the site, which may hold a file in place of one of ours
        config.theme.dirs.insert(len(own), str(ours))
    config.plugins["planboard"] = Build(config, rooms, [*own, ours])  # type: ignore[assignment]
    return config


def _rooms() -> SimpleNamespace:
    """Import planboard from beside this file, anew when its code changed during a preview.

    Beside it lies the package in a checkout and where it is installed from a wheel. An editable
    install copies this file alone; then the package is where Python finds it.
    """
    sys.path.insert(0, str(HERE))
    try:
        package = Path(importlib.import_module("planboard").__path__[0]).resolve()
        newest = max(path.stat().st_mtime_ns for path in package.rglob("*.py"))
        if _code_from.setdefault("newest", newest) != newest:
            for name in [one for one in sys.modules if one.partition(".")[0] == "planboard"]:
                del sys.modules[name]
            importlib.invalidate_caches()
            _code_from["newest"] = newest
        rooms = (
            *("rules.check", "showing.pages", "showing.render"),
            *("doors.new", "doors.new_newsletter"),
        )
        return SimpleNamespace(
            package=package,
            **{room.split(".")[1]: importlib.import_module(f"planboard.{room}") for room in rooms},
        )
    finally:
        sys.path.remove(str(HERE))


def _add_plotly(files: Files, address: str, config: MkDocsConfig) -> None:
    """Add the script that draws charts on demand, where ``address`` says that there is a chart.

    It is part of the plotly package, which is not imported for it.
    """
    found = importlib.util.find_spec("plotly") if address else None
    script = Path(found.origin).parent / PLOTLY if found and found.origin else None
    if script and script.is_file():
        files.append(File.generated(config, address, abs_src_path=str(script)))
    elif address:
        log.warning("Charts cannot be explored. Install plotly, as requirements.txt has it.")


def _give_way(file: File, to: str, address: str, config: MkDocsConfig) -> None:
    """Say that a file of the site gives way to something that was made at its address."""
    log.warning(
        "%s/%s: %s has the same address, %s, and takes its place. Give this file another name, or "
        "delete it.",
        Path(config.docs_dir).name,
        file.src_uri,
        to,
        address,
    )


class DataPage(Page):
    """A page that is HTML already: it skips Markdown and gives search a short text."""

    def __init__(self, made: Any, file: File, config: MkDocsConfig) -> None:  # noqa: ANN401 - reloaded
        super().__init__(str(escape(made.title)), file, config)
        self.made = made

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - called by MkDocs
        """Give MkDocs front matter and no Markdown."""
        self.markdown = ""
        crumbs = [{"title": title, "url": address} for title, address in self.made.above]
        self.meta = {
            "layout": "wide",
            "description": self.made.description,
            "breadcrumbs": crumbs,
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - called by MkDocs
        """Put the finished HTML in, with every place that links may point at."""
        self.content = self.made.html
        self.present_anchor_ids = set(self.made.anchors)
        self.links_to_anchors = {}


class Build:
    """One build: what was read and made in it, and the MkDocs events that put it in place."""

    def __init__(self, config: MkDocsConfig, rooms: SimpleNamespace, overrides: list[Path]) -> None:
        self.config = config
        self.rooms = rooms
        self.root = Path(config.config_file_path or "").resolve().parent
        self.overrides = overrides
        self.written: dict[str, Any] = {}
        self.issues: list[Any] = []
        self.searched: dict[str, str | None] = {}

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read, check and make everything before MkDocs cleans or writes anything."""
        if not config.use_directory_urls:
            raise PluginError(
                "mkdocs.yml: use_directory_urls is false, and the addresses of planboard end with "
                "a slash. Take that line out."
            )
        today = datetime.now(tz=UTC).date()
        checked = self.rooms.check.check(self.root / "plans", today, Path(config.docs_dir))
        for problem in checked.problems:
            log.log(LEVELS[problem.level], "%s", problem)
        if gaps := sum(problem.level == "finding" for problem in checked.problems):
            log.info("The records have %s gaps: see planboard check --findings.", gaps)
        warned = config.strict and any(one.level == "warning" for one in checked.problems)
        if checked.publishable is None or warned:
            raise PluginError("Nothing was published. Mend what is named above and build again.")
        site = checked.publishable.site
        config.site_name = site.title
        config.site_description = site.description or config.site_description
        fragments = self.rooms.render.Fragments(*self.overrides)
        self.output = self.rooms.pages.of_site(
            checked.publishable,
            fragments,
            address=config.site_url or "",
            samples=self.rooms.new.samples(),
            newsletter=self.rooms.new_newsletter.samples(),
        )
        if self.output.newsletters.told and not config.site_url:
            log.warning(
                "mkdocs.yml: There is no site_url, so newsletters have no e-mail, no text and no "
                "feed: links in these need the whole address of the site. Write it there."
            )

    def on_build_error(self, *, error: Exception) -> None:
        """Say in a sentence what MkDocs would show as a traceback."""
        if isinstance(error, TemplateError):
            frames = traceback.extract_tb(error.__traceback__)
            inside = [one for one in frames if one.filename.endswith(".html")]
            name = getattr(error, "filename", None) or (inside[-1].filename if inside else "")
            line = getattr(error, "lineno", None) or (inside[-1].lineno if inside else 0)
            raise Abort(f"{name}:{line}: The template is broken: {error}.") from None
        if isinstance(error, OSError):
            name = error.filename2 or error.filename
            raise Abort(f"The site cannot be written: {error.strerror}: {name}.") from None

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add what was made; of the theme keep only what our pages load."""
        kept = {config.theme.custom_dir, str(self.overrides[-1])}
        for file in list(files):
            lent = file.src_dir in config.theme.dirs and file.src_dir not in kept
            loaded = fnmatch(file.src_uri, STYLES)
            source = file.src_dir in kept and file.src_uri.startswith(JOINED)
            if source or (lent and not loaded):
                files.remove(file)
        there = {file.dest_uri: file for file in files}
        for file in files:
            if self.output.newsletters.named(file.src_uri) and file.inclusion in LEFT_OUT:
                log.warning(
                    "%s/%s: exclude_docs or draft_docs in mkdocs.yml leave this newsletter out, "
                    "and the list of newsletters leads to it. Move the file out of newsletters/ "
                    "until it is to come out.",
                    Path(config.docs_dir).name,
                    file.src_uri,
                )
        self._add_pages(files, there, config)
        for made in self.output.files:
            own = there.get(made.address)
            if own is None or own.src_dir != config.theme.custom_dir:  # a site may have its own
                files.append(File.generated(config, made.address, content=made.content))
        _add_plotly(files, self.output.plotly, config)
        return files

    def _add_pages(self, files: Files, there: Mapping[str, File], config: MkDocsConfig) -> None:
        """Add the pages that were made, and the written ones that every site has."""
        for made in self.output.pages:
            file = File.generated(
                config,
                f"{made.address}index.md",
                content="",
                inclusion=InclusionLevel.INCLUDED if made.in_nav else InclusionLevel.NOT_IN_NAV,
            )
            if file.dest_uri in there:
                _give_way(there[file.dest_uri], "A page made from the plans", made.address, config)
                files.remove(there[file.dest_uri])
            DataPage(made, file, config)
            files.append(file)
        for name, text in self.output.written.items():
            hidden = InclusionLevel.NOT_IN_NAV
            file = File.generated(config, name, content=text, inclusion=hidden)
            if file.dest_uri not in there:  # a site may have its own
                files.append(file)

    def _add_form(self, files: Files, form: Any) -> None:  # noqa: ANN401 - reloaded
        """Add a form of a newsletter; a file of the site with its address gives way."""
        # with .md at its end MkDocs would take it for a page
        file = File.generated(self.config, f"{form.address}.made", content=form.content)
        file.dest_uri = form.address
        for own in [one for one in files if one.dest_uri == form.address]:
            _give_way(own, "A form of a newsletter", form.address, self.config)
            files.remove(own)
        files.append(file)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Date every page by its facts, so that the same input gives the same bytes."""
        for file in files.documentation_pages():
            page = file.page
            made = page.made if isinstance(page, DataPage) else self.output
            issue = self.output.newsletters.named(file.src_uri)
            dated = self.output.newsletters.dated(issue) if issue else made.facts_of
            if page is not None and dated is not None:
                page.update_date = dated.isoformat()
        return nav

    def on_page_read_source(self, *, page: Page, **_: Any) -> str | None:  # noqa: ANN401
        """Read the top of a newsletter as the check has read it, and leave the rest to MkDocs."""
        newsletters = self.output.newsletters
        issue = None if isinstance(page, DataPage) else newsletters.named(page.file.src_uri)
        if issue is None:
            return None
        page.title = str(escape(newsletters.title(issue)))
        return str(newsletters.text(page.file.content_string))

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:  # noqa: ANN401
        """Put a mark where a written page asks for data."""
        if isinstance(page, DataPage):
            return markdown
        name = page.file.src_uri
        self.written[name] = self.output.places.written(markdown, name, page.url)
        return str(self.written[name].markdown)

    def on_page_content(self, html: str, *, page: Page, files: Files, **_: Any) -> str:  # noqa: ANN401
        """Put the data into a written page, and what every site says after its words."""
        if isinstance(page, DataPage):
            return html
        name = page.file.src_uri
        written, insert = self.written.pop(name), self.output.inserts.get(name, "")
        self.searched[name] = f"{written.searched(html)}{insert}"
        if issue := self.output.newsletters.named(name):
            return self._newsletter(issue, written, html, page, files)
        return str(self.output.finish(f"{written.finished(html)}{insert}"))

    def _newsletter(self, issue: Any, written: Any, html: str, page: Page, files: Files) -> str:  # noqa: ANN401
        """Return an issue of a newsletter, with its other forms among the files of the site."""
        newsletters = self.output.newsletters
        made = newsletters.made(issue, written, html)
        for warning in made.warnings:
            log.warning("content/%s: %s", page.file.src_uri, warning)
        for one in made.files:
            self._add_form(files, one)
        self.issues.append(made)
        title, address = newsletters.above()
        page.meta = {
            **page.meta,
            "breadcrumbs": [{"title": title, "url": address}],
            "description": newsletters.described(issue),
            "layout": "newsletter",
        }
        return str(made.html)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Tell the page template the name of the theme's style sheet, which carries a hash."""
        for made in self.output.newsletters.feed(self.issues):
            self._add_form(files, made)
            env.globals["feed"] = made.address
        styles = sorted(file.src_uri for file in files if fnmatch(file.src_uri, STYLES))
        if not styles:
            log.warning("The theme does not bring %s any more.", STYLES)
        pages = {file.url for file in files} | {"", "./"}
        for link in config.extra.get("footer", ()):
            url = str(link.get("url", "")).partition("#")[0]
            if ":" not in url and url not in pages:
                log.warning(
                    'mkdocs.yml: The link "%s" in the footer leads to "%s", and there is no such '
                    "page. Correct it, or take it out.",
                    link.get("title", ""),
                    url,
                )
        env.globals["theme_assets"] = {"stylesheets": styles}
        return env

    @event_priority(100)
    def _before_search(self, _: Any, /, *, page: Page, **__: Any) -> None:  # noqa: ANN401
        """Let search read a page without the data of others, and a short text of a data page."""
        shown, name = page.content, page.file.src_uri
        page.content = page.made.search_html if isinstance(page, DataPage) else self.searched[name]
        self.searched[name] = shown

    @event_priority(-100)
    def _after_search(self, _: Any, /, *, page: Page, **__: Any) -> None:  # noqa: ANN401
        page.content = self.searched.pop(page.file.src_uri)

    on_page_context = CombinedEvent(_before_search, _after_search)
