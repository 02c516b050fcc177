"""Publishing: what readers see on the branch, after good runs and after bad ones."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import previews
from planboard.saying.routes import EMAIL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from checkouts import Checkout

pytest_plugins = ["checkouts", "chromium", "demonstration"]

GUIDE = (Path(__file__).parent.parent / "content" / "publishing.md").read_text("utf-8")
SOMEBODY_ELSE = """
git="git --git-dir={remote} -c user.name=Other -c user.email=other@hill-town.example"
tip=$($git rev-parse gh-pages)
[ "$($git log -1 --format=%an $tip)" = Other ] ||
  $git update-ref refs/heads/gh-pages $($git commit-tree $tip: -p $tip -m 'A site of others')
"""
"""Publish once by another name, the same files again, whatever git is told around it."""

BUILD, BUILD_ANEW = ".venv/bin/mkdocs", ".venv/bin/mkdocs-anew"
BUILD_ONCE = """\
#!/bin/sh
sources=$(find mkdocs.yml content plans -type f | LC_ALL=C sort)
told="$*"
kept={kept}/$(
  {{ echo "$told"; echo "$sources"; echo "$sources" | git hash-object --stdin-paths; }} |
    git hash-object --stdin
)
site=${{told##*--site-dir }}
[ "$site" != "$told" ] || site=site
if [ -d "$kept" ]; then
  rm -rf "$site" && cp -R "$kept" "$site"
else
  "$0-anew" "$@" && cp -R "$site" "$kept"
fi
"""
"""Build a site, unless one was built of the same sources before: these tests are about what becomes
of it then."""


def shown_in_guide(heading: str, language: str = "sh") -> str:
    """Return the commands that the guide shows under ``heading``."""
    under = re.split(rf"(?m)^#+ {re.escape(heading)}$", GUIDE)[1]
    found = re.search(rf"(?ms)^```{language}\n(.*?)^```", under)
    assert found is not None
    return found[1]


@dataclass(frozen=True)
class Published:
    """A checkout with the repository that its site is published to."""

    checkout: Checkout
    remote: Path

    def publish(self, *words: str) -> str:
        """Run ``make publish``, which must succeed, and return what it said."""
        done = self.checkout.run("make", "publish", *words)
        assert done.returncode == 0, done.stdout
        return done.stdout

    def fail(self, *words: str) -> str:
        """Run ``make publish``, which must say why not, and return what it said."""
        done = self.checkout.run("make", "publish", *words)
        assert done.returncode != 0, done.stdout
        assert "Nothing was published" in done.stdout
        assert "Traceback" not in done.stdout
        return done.stdout

    def change(self, words: str) -> None:
        """Commit a change of the plan that readers can see."""
        self.checkout.plans.edit("parks/plan.yml", "title: Mend the swings", f"title: {words}")
        self.checkout.commit(words)

    def ask(self, *command: str) -> str:
        """Return what git says in the repository published to."""
        return self.checkout.git(f"--git-dir={self.remote}", *command)

    def commits(self, branch: str = "gh-pages") -> list[str]:
        """Return the commits of the branch, newest first; none if it is not there."""
        if not self.ask("for-each-ref", f"refs/heads/{branch}"):
            return []
        return self.ask("rev-list", branch).split()

    def files(self) -> dict[str, bytes]:
        """Return what readers would get."""
        copy = self.remote.with_name("readers")
        shutil.rmtree(copy, ignore_errors=True)
        self.checkout.git("clone", "--quiet", "-b", "gh-pages", str(self.remote), str(copy))
        shutil.rmtree(copy / ".git")
        return contents(copy)

    def copied(self, folder: Path) -> Published:
        """Return a copy of both that a test may change."""
        remote = folder / "remote.git"
        shutil.copytree(self.remote, remote)
        checkout = self.checkout.copied(folder / "hill-town")
        checkout.git("remote", "set-url", "origin", str(remote))
        return Published(checkout, remote)

    def build_anew(self) -> None:
        """Let the next site be built, even if one was built of the same sources before."""
        (self.checkout.root / BUILD_ANEW).replace(self.checkout.root / BUILD)

    def refuse(self) -> Path:
        """Let the repository refuse every push, until the file returned is gone."""
        path = self.remote / "hooks" / "pre-receive"
        put_script(path, "#!/bin/sh\necho 'The branch is closed.'; exit 1\n")
        return path


def put_script(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    path.chmod(0o755)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="session")
def never(hill_town: Checkout, tmp_path_factory: pytest.TempPathFactory) -> Published:
    """A checkout whose remote has no site yet; tests work on copies of it."""
    folder = tmp_path_factory.mktemp("never")
    made = Published(hill_town.copied(folder / "hill-town"), folder / "remote.git")
    made.checkout.git("init", "--quiet", "--bare", str(made.remote))
    made.ask("config", "core.compression", "0")
    made.checkout.git("remote", "add", "origin", str(made.remote))
    build = made.checkout.root / BUILD
    build.rename(made.checkout.root / BUILD_ANEW)
    put_script(build, BUILD_ONCE.format(kept=tmp_path_factory.mktemp("built")))
    return made


@pytest.fixture(scope="session")
def once(never: Published, tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The same with its site published once, and a change to publish next."""
    made = never.copied(tmp_path_factory.mktemp("once"))
    made.publish()
    made.change("Mend the swings and the slide")
    return made


@pytest.fixture
def site(never: Published, tmp_path: Path) -> Published:
    """A checkout whose remote has no site yet."""
    return never.copied(tmp_path)


@pytest.fixture
def published(once: Published, tmp_path: Path) -> Published:
    """The same with its site published once, and a change to publish next."""
    return once.copied(tmp_path)


# What a good run does.


def test_the_branch_holds_the_built_site_in_one_commit(site: Published) -> None:
    site.publish()

    assert len(site.commits()) == 1
    assert site.files() == {**contents(site.checkout.root / "site"), ".nojekyll": b""}


def test_each_publishing_is_one_commit_on_top_of_the_last(published: Published) -> None:
    before = published.commits()

    published.publish()

    assert published.commits()[1:] == before
    assert b"the slide" in published.files()["plans/parks/index.html"]


def test_the_commit_names_the_source_and_who_published(site: Published) -> None:
    site.publish()

    source = site.checkout.git("rev-parse", "--short", "HEAD")
    said = site.ask("log", "-1", "--format=%s by %cn, %ce", "gh-pages")
    assert said == f"Publish {source}: Begin by Web team, web@hill-town.example"


def test_it_goes_by_whatever_name_git_itself_would_commit_under(site: Published) -> None:
    for key, value in (("name", "Comms team"), ("email", "comms@hill-town.example")):
        site.checkout.git("config", "--unset", f"user.{key}")
        site.checkout.git("config", f"committer.{key}", value)

    site.publish()

    said = site.ask("log", "-1", "--format=%cn, %ce", "gh-pages")
    assert said == "Comms team, comms@hill-town.example"


def test_publishing_again_with_nothing_changed_adds_no_commit(site: Published) -> None:
    site.publish()
    before = site.commits()
    site.build_anew()

    assert "Nothing new to publish" in site.publish()
    assert site.commits() == before


def test_what_others_published_stays_below_even_if_never_fetched(published: Published) -> None:
    published.checkout.run("sh", "-c", SOMEBODY_ELSE.format(remote=published.remote))
    theirs = published.commits()
    assert len(theirs) == 2

    published.publish()

    assert published.commits()[1:] == theirs


def test_the_branch_and_the_remote_can_be_named(site: Published) -> None:
    site.checkout.git("remote", "rename", "origin", "upstream")

    site.publish("BRANCH=pages", "REMOTE=upstream")

    assert len(site.commits("pages")) == 1


def test_the_domain_of_the_site_is_published_with_it(site: Published) -> None:
    (site.checkout.root / "content" / "CNAME").write_text("plans.hill-town.example\n", "utf-8")
    site.checkout.commit("Use our own address")

    site.publish()

    assert site.files()["CNAME"] == b"plans.hill-town.example\n"


def test_a_branch_of_the_same_name_in_the_checkout_is_left_alone(published: Published) -> None:
    published.checkout.git("branch", "gh-pages")
    before = published.checkout.git("rev-parse", "gh-pages")

    published.publish()

    assert published.checkout.git("rev-parse", "gh-pages") == before


# What a bad run leaves behind.


def test_a_broken_plan_leaves_the_last_good_commit(published: Published) -> None:
    before = published.commits()
    published.checkout.plans.append("parks/plan.yml", "nonsense: true\n")
    published.checkout.commit("Break the plan")

    assert "plans/parks/plan.yml:" in published.fail()
    assert published.commits() == before


@pytest.mark.parametrize("earlier", ["published", "site"], ids=["a later push", "the first push"])
def test_a_refused_push_changes_nothing_and_the_next_one_works(
    earlier: str, request: pytest.FixtureRequest
) -> None:
    site: Published = request.getfixturevalue(earlier)
    before = site.commits()
    closed = site.refuse()

    said = site.fail()
    assert "The branch is closed." in said
    assert "refused, for the reason above" in said
    assert site.commits() == before
    assert site.checkout.git("branch", "--format=%(refname:short)") == "main"

    closed.unlink()
    site.publish()
    assert site.commits()[1:] == before


@pytest.mark.parametrize("script", [".venv/bin/ghp-import", ".git/hooks/pre-push"])
def test_somebody_else_in_between_wins_and_the_next_run_builds_on_theirs(
    published: Published, script: str
) -> None:
    path = published.checkout.root / script
    own = path.read_text("utf-8") if path.exists() else "#!/bin/sh\n"
    first_line, _, rest = own.partition("\n")
    others = SOMEBODY_ELSE.format(remote=published.remote)
    put_script(path, f"{first_line}\n{others}{rest}")

    said = published.fail()
    theirs = published.commits()
    assert "somebody else published in between. Get their changes with git pull" in said
    assert published.ask("log", "-1", "--format=%s", "gh-pages") == "A site of others"

    published.publish()
    assert published.commits()[1:] == theirs


def test_what_a_run_that_was_killed_left_is_not_published(site: Published) -> None:
    site.checkout.git("branch", "planboard-publishing")

    site.publish()

    assert len(site.commits()) == 1


# What stops a run before it begins.


@pytest.mark.parametrize("name", ["plans/parks/plan.yml", "content/news.md"])
def test_changes_in_no_commit_stop_it_and_are_named(published: Published, name: str) -> None:
    before = published.commits()
    with (published.checkout.root / name).open("a", encoding="utf-8") as file:
        file.write("# A line in no commit\n")

    said = published.fail()
    assert name in said
    assert "the changes named above are in no commit" in said
    assert published.commits() == before


def test_the_site_never_goes_on_the_branch_of_the_plans(site: Published) -> None:
    site.checkout.git("push", "--quiet", "origin", "main")
    before = site.commits("main")

    assert 'the branch "main" holds the plans' in site.fail("BRANCH=main")
    assert site.commits("main") == before


def test_a_variable_around_make_does_not_choose_the_branch(site: Published) -> None:
    site.checkout.run("make", "publish", BRANCH="preview", REMOTE="elsewhere")

    assert len(site.commits("gh-pages")) == 1


def test_a_missing_remote_is_told_in_a_sentence(checkout: Checkout) -> None:
    said = Published(checkout, checkout.root).fail()

    assert 'there is no remote called "origin"' in said


def test_a_remote_that_does_not_answer_is_told_in_a_sentence(site: Published) -> None:
    shutil.rmtree(site.remote)

    assert "origin did not answer" in site.fail()


def test_a_folder_that_is_not_kept_in_git_is_told_in_a_sentence(checkout: Checkout) -> None:
    shutil.rmtree(checkout.root / ".git")

    assert "a folder kept in git" in Published(checkout, checkout.root).fail()


def test_whoever_git_does_not_know_is_told_how_to_say_who_they_are(site: Published) -> None:
    for key in ("user.name", "user.email"):
        site.checkout.git("config", "--unset", key)
    site.checkout.git("config", "user.useConfigOnly", "true")

    assert "git does not know who you are" in site.fail()


# What the guide promises.


def test_going_back_shows_the_site_before_in_a_commit_of_its_own(published: Published) -> None:
    good = published.files()
    published.publish()
    before = published.commits()

    done = published.checkout.run("sh", "-c", shown_in_guide("Go back to the site before"))

    assert done.returncode == 0, done.stdout
    assert published.files() == good
    assert published.commits()[1:] == before


def test_going_back_from_the_first_site_changes_nothing(site: Published) -> None:
    site.publish()
    before = site.commits()

    done = site.checkout.run("sh", "-c", shown_in_guide("Go back to the site before"))

    assert done.returncode != 0
    assert site.commits() == before


def test_after_going_back_the_mended_site_is_published_on_top(published: Published) -> None:
    published.publish()
    published.checkout.run("sh", "-c", shown_in_guide("Go back to the site before"))
    before = published.commits()

    published.publish()

    assert published.commits()[1:] == before


def test_publishing_works_without_make(published: Published) -> None:
    before = published.commits()

    done = published.checkout.run("sh", "-e", "-c", shown_in_guide("Without make"))

    assert done.returncode == 0, done.stdout
    assert published.commits()[1:] == before
    assert published.files() == {**contents(published.checkout.root / "site"), ".nojekyll": b""}


def test_on_windows_the_commands_are_the_same() -> None:
    on_windows = shown_in_guide("Without make", "bat").replace(".venv\\Scripts\\", ".venv/bin/")

    assert on_windows == shown_in_guide("Without make")


class _Strict(previews.Silent):
    def end_headers(self) -> None:
        """Send the headers that the guide recommends."""
        for line in shown_in_guide("Headers for the web team", "http").splitlines():
            name, _, value = line.partition(": ")
            if name != "Strict-Transport-Security":  # it has no meaning without a certificate
                self.send_header(name, value)
        super().end_headers()


@pytest.fixture
def strict_address(demonstration: Path) -> Iterator[str]:
    """The address of the demonstration on a server that sends the recommended headers."""
    with previews.served(demonstration, _Strict) as address:
        yield address


def test_the_recommended_headers_break_no_page_and_not_the_search(
    browser: Browser, strict_address: str, demonstration: Path
) -> None:
    largest: dict[str, Path] = {}  # a page of each part of the site
    pages = [one for one in demonstration.rglob("*.html") if one.name != EMAIL]
    for path in sorted(pages, key=lambda one: one.stat().st_size):
        inside = path.relative_to(demonstration)
        largest[inside.parts[0]] = inside
    said: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))

    for path in largest.values():
        answer = page.goto(f"{strict_address}{path.as_posix()}")
        page.wait_for_load_state("networkidle")
        assert answer is not None
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        # the missing page leads to the address it will have on the real site
        assert said == [] or path.name == "404.html", path
        said.clear()
    page.goto(strict_address)
    page.get_by_role("searchbox", name="Search this site").fill("street")
    page.get_by_role("region", name="Search results").get_by_role("link").first.wait_for()

    assert said == []
    context.close()
