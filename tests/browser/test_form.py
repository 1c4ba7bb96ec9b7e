"""The form in a browser: what it saves passes the checks, changes nothing else, and asks nobody else."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from playwright.sync_api import expect

from ketenhandboek.chain.load import load_chain
from ketenhandboek.cli.group import main
from ketenhandboek.form.forge import Forge
from ketenhandboek.form.page import policy_of, write_form
from ketenhandboek.form.trouble import UnreachableError
from ketenhandboek.rules import example
from ketenhandboek.rules.example import EXAMPLE_DAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Locator, Page

pytestmark = pytest.mark.browser

REGION = Path(example.__file__).parent / "voorbeeldregio"
OLD = "Een bericht aan Veilig Thuis dat iemand misschien geweld meemaakt."
NEW = "Een bericht aan Veilig Thuis: iemand maakt misschien geweld mee."
DECAP_SERVER = "decap-server@3.11.3"
SAVED = """async (path) => {
  let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("sveltia-cms-test");
  const parts = path.split("/");
  const name = parts.pop();
  for (const part of parts) folder = await folder.getDirectoryHandle(part);
  return (await (await folder.getFileHandle(name)).getFile()).text();
}"""
LISTEN = """
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
  refused(`${effectiveDirective}: ${blockedURI}`));
"""


def run(folder: Path, *command: str) -> str:
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in git with the records of the example region, with a comment."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(REGION, folder / "data")
    CliRunner().invoke(main, ["fmt", str(folder / "data")], catch_exceptions=False)
    terms = folder / "data" / "begrippen.yaml"
    terms.write_text(
        terms.read_text("utf-8").replace("naam: melding", "naam: melding # zo heet het"), "utf-8"
    )
    run(folder, "git", "init", "-q", "-b", "main")
    run(folder, "git", "config", "user.name", "Redactie")
    run(folder, "git", "config", "user.email", "redactie@example.org")
    run(folder, "git", "add", "-A")
    run(folder, "git", "commit", "-qm", "De gegevens")
    return folder


@dataclass(frozen=True)
class Site:
    """A site with nothing but the form, for one forge."""

    address: str
    forge: Forge
    forge_address: str = "data:"
    elsewhere: list[str] = field(default_factory=list)

    def open(self, context: BrowserContext) -> Page:
        """The form; what the policy refuses, and what is asked of others, is gathered."""
        context.expose_function("refused", lambda what: self.elsewhere.append(what))
        context.add_init_script(LISTEN)
        context.on("request", lambda request: self._note(request.url))
        page = context.new_page()
        page.goto(self.address)
        return page

    def _note(self, url: str) -> None:
        own = self.address.partition("/redactie")[0]
        if not url.startswith((own, self.forge_address, "data:", "blob:")):
            self.elsewhere.append(url)


def form_for(forge: Forge, project: Path, folder: Path) -> Path:
    chain = load_chain(project / "data", EXAMPLE_DAY)
    try:
        write_form(chain, project / "data", forge, folder / "redactie" / "formulier")
    except UnreachableError as error:
        pytest.skip(str(error))
    return folder


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="nl-NL")
    yield context
    context.close()


def passes(folder: Path) -> bool:
    """Whether the records pass the checks of a pull request."""
    asked = (["fmt", "--check", str(folder)], ["check", str(folder), "--peildatum", str(EXAMPLE_DAY)])
    return all(CliRunner().invoke(main, command, catch_exceptions=False).exit_code == 0 for command in asked)


@pytest.fixture(scope="module")
def practice(project: Path, serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> Site:
    forge = Forge("proef")
    folder = form_for(forge, project, tmp_path_factory.mktemp("practice"))
    return Site(f"{serve(folder, policy_of(forge))}/redactie/formulier/", forge)


@pytest.fixture(scope="module")
def copy(practice: Site, browser: Browser) -> Iterator[Page]:
    """The form with the copy that the browser keeps; a test leaves it as it was, as it opens slowly."""
    context = browser.new_context(locale="nl-NL")
    page = practice.open(context)
    page.get_by_role("button", name="Werken met een testrepository").click()
    yield page
    context.close()


@pytest.fixture
def terms(practice: Site, copy: Page) -> Page:
    return open_terms(practice, copy)


def open_terms(site: Site, page: Page) -> Page:
    page.goto(f"{site.address}#/collections/begrip")
    page.get_by_text("Begrippen", exact=True).first.wait_for()
    page.goto(f"{site.address}#/collections/begrip/entries/begrip")
    page.get_by_role("button", name="Uitvouwen", exact=True).first.click()
    return page


def meaning_of_the_first(page: Page) -> Locator:
    return page.locator("[data-key-path='begrippen.0.betekenis'] textarea")


def save(page: Page) -> str:
    """Save, and give the file as the browser keeps it."""
    page.get_by_role("button", name="Opslaan").click()
    page.get_by_role("button", name="Opslaan").wait_for(state="detached")
    return str(page.evaluate(SAVED, "data/begrippen.yaml"))


def test_without_a_change_there_is_nothing_to_save(terms: Page) -> None:
    meaning_of_the_first(terms).fill(NEW)
    meaning_of_the_first(terms).fill(OLD)
    expect(terms.get_by_role("button", name="Opslaan")).to_be_disabled()


def test_a_change_passes_the_checks_changes_nothing_else_and_can_be_taken_back(
    terms: Page, project: Path, practice: Site
) -> None:
    file = project / "data" / "begrippen.yaml"
    before = file.read_bytes()
    meaning_of_the_first(terms).fill(NEW)
    file.write_text(save(terms), "utf-8", newline="\n")
    try:
        assert passes(project / "data")
        assert run(project, "git", "diff", "-U0").splitlines()[-2:] == [
            f"-    betekenis: {OLD}",
            f"+    betekenis: '{NEW}'",
        ]
    finally:
        file.write_bytes(before)
    meaning_of_the_first(open_terms(practice, terms)).fill(OLD)
    assert save(terms).encode() == before
    assert practice.elsewhere == []


@pytest.fixture
def git_server(project: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the server with which Decap CMS works in a git repository on this machine."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        pytest.skip("npm is missing: the server for a local git repository can't be had")
    options = ("--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--prefix", str(tmp_path))
    if subprocess.run([npm, "install", *options, DECAP_SERVER], capture_output=True).returncode:
        pytest.skip("npm can't reach its registry: the server for a local git repository can't be had")
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {"MODE": "git", "GIT_REPO_DIRECTORY": str(project), "PORT": str(port)}
    program = tmp_path / "node_modules" / "decap-server" / "dist" / "index.js"
    with subprocess.Popen([node, str(program)], env=settings, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        while "listening" not in server.stdout.readline():
            assert server.poll() is None
        yield f"http://localhost:{port}"
        server.kill()


@pytest.fixture
def on_a_branch(
    project: Path, git_server: str, serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory
) -> Site:
    """The form for Forgejo, with the server for a local repository in place of the forge."""
    forge = Forge("forgejo", "regio/handboek", "https://git.example.org")
    folder = form_for(forge, project, tmp_path_factory.mktemp("branch"))
    setup = folder / "redactie" / "formulier" / "formulier.json"
    told = json.loads(setup.read_text("utf-8"))
    told["config"]["backend"] = {"name": "proxy", "proxy_url": f"{git_server}/api/v1", "branch": "main"}
    setup.write_text(json.dumps(told), "utf-8")
    headers = policy_of(forge)
    policy = headers["Content-Security-Policy"].replace("https://git.example.org", git_server)
    address = serve(folder, {**headers, "Content-Security-Policy": policy})
    return Site(f"{address}/redactie/formulier/", forge, forge_address=git_server)


def test_a_change_goes_to_a_branch_of_its_own(
    on_a_branch: Site, context: BrowserContext, project: Path
) -> None:
    page = on_a_branch.open(context)
    page.get_by_role("button", name="Inloggen").click()
    page.get_by_text("Inhoudstypen").wait_for()
    page.goto(f"{on_a_branch.address}#/collections/afspraak/entries/huisverbod")
    title = page.locator("input[id^=titel]")
    title.fill("Afspraken over het huisverbod in de regio")
    page.get_by_role("button", name="Opslaan").first.click()
    page.get_by_text("Status: Concept").wait_for()
    assert run(project, "git", "diff", "--numstat", "main", "cms/afspraak/huisverbod") == (
        "1\t1\tdata/afspraken/huisverbod.yaml\n"
    )
    assert run(project, "git", "status", "--porcelain") == ""
    assert on_a_branch.elsewhere == []
