"""`keten new workflows`: what it writes is right for the forge, asks no more than it needs, and works."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest
import yaml
from click.testing import CliRunner, Result
from forge import NUMBER, Comments, Step, proposed, run, steps
from pull_requests import PULL_REQUESTS, apply

from ketenhandboek.cli.group import main
from ketenhandboek.start.workflows import FORGES, NEXT, package, workflow_files

if TYPE_CHECKING:
    from repository import Repo

ROOT = Path(__file__).parents[2]
PINNED = re.compile(r"(https://data\.forgejo\.org/)?actions/[a-z-]+@[0-9a-f]{40}")
BOTS = {"github": "github-actions[bot]", "forgejo": "forgejo-actions"}
ACTIONS = tuple(BOTS)
GITLAB = "vendor.gitlab-ci", "--data-transform", "gitlab-ci"
SCHEMAS = {"github": ("vendor.github-workflows",), "forgejo": ("vendor.github-workflows",), "gitlab": GITLAB}
WRITES = {
    "github": {
        "keten.yml": {"publiceren": {"pages", "id-token"}},
        "keten-reactie.yml": {"reactie": {"contents", "pull-requests"}, "opruimen": {"contents"}},
    },
    "forgejo": {
        "keten.yml": {"handboek": {"contents"}},
        "keten-reactie.yml": {"reactie": {"contents", "pull-requests"}, "opruimen": {"contents"}},
    },
}
"""All that any job may write."""


def new(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["new", "workflows", *arguments])


def parsed(forge: str) -> dict[str, dict[Any, Any]]:
    """The workflows of a forge by the name of their file."""
    return {
        Path(name).name: yaml.safe_load(text)
        for name, text in workflow_files(forge, "data", package()).items()
    }


def fits(schema: tuple[str, ...], *files: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("check-jsonschema")
    command: list[str | Path] = [program, "--builtin-schema", *schema, *files]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("forge", FORGES)
def test_each_file_fits_the_schema_of_its_forge(
    forge: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = new("--forge", forge, "--map", "mijn regio", "--pakket", "git+https://example.org/keten@v1#x: y")
    assert result.exit_code == 0, result.output
    files = [path for path in tmp_path.rglob("*.yml") if path.is_file()]
    assert len(files) == len(workflow_files(forge, "", ""))
    checked = fits(SCHEMAS[forge], *files)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    text = "".join(path.read_text("utf-8") for path in files)
    assert 'KETEN_MAP: "mijn regio"' in text
    assert 'KETEN_PAKKET: "git+https://example.org/keten@v1#x: y"' in text


@pytest.mark.parametrize("forge", FORGES)
def test_nothing_is_overwritten(forge: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    last = list(workflow_files(forge, "", ""))[-1]
    (tmp_path / last).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / last).write_text("van mij", "utf-8")
    result = new("--forge", forge)
    assert (result.exit_code, (tmp_path / last).read_text("utf-8")) == (2, "van mij")
    assert f"'{last}' bestaat al en is anders." in result.output
    assert [path for path in tmp_path.rglob("*.yml") if path.is_file()] == [tmp_path / last]


@pytest.mark.parametrize("value", ['a"b', "a\nb", "${{ secrets.X }}", " ", "a\\b"])
def test_what_a_forge_would_read_as_more_than_a_name_is_refused(value: str) -> None:
    for option in ("--map", "--pakket"):
        result = new("--forge", "github", option, value)
        assert (result.exit_code, "Traceback" in result.output) == (2, False)


@pytest.mark.parametrize("forge", ACTIONS)
def test_every_action_is_pinned_by_its_commit(forge: str) -> None:
    used = [step["uses"] for job in _jobs(forge) for step in job["steps"] if "uses" in step]
    assert used
    assert [action for action in used if not PINNED.fullmatch(action)] == []


@pytest.mark.parametrize("forge", ACTIONS)
def test_a_job_may_write_only_what_it_needs(forge: str) -> None:
    for name, workflow in parsed(forge).items():
        assert workflow["permissions"] in ({}, {"contents": "read"})
        writing = {
            job: {scope for scope, right in content["permissions"].items() if right == "write"}
            for job, content in workflow["jobs"].items()
            if "permissions" in content
        }
        assert writing == WRITES[forge][name]


@pytest.mark.parametrize("forge", ACTIONS)
def test_code_of_a_proposal_never_runs_with_rights(forge: str) -> None:
    answering = parsed(forge)["keten-reactie.yml"]
    checkouts = [
        step.get("with", {})
        for job in answering["jobs"].values()
        for step in job["steps"]
        if "actions/checkout@" in step.get("uses", "")
    ]
    allowed = {None, "${{ github.event.pull_request.base.sha }}"}
    assert [with_ for with_ in checkouts if with_.get("ref") not in allowed or "repository" in with_] == []
    scripts = "".join(step.get("run", "") for job in answering["jobs"].values() for step in job["steps"])
    assert not re.search(r"keten (build|export)|git (checkout|switch|merge |pull)", scripts)
    for name, text in workflow_files(forge, "data", package()).items():
        assert "secrets." not in text, name


@pytest.mark.parametrize("forge", FORGES)
def test_every_night_the_handbook_is_built_again(forge: str) -> None:
    """GitLab keeps its hours elsewhere than in a file, so there the reader hears what to do."""
    text = "".join(text for _, text in workflow_files(forge, "data", package()).items())
    assert "keten build" in text
    assert "23 3 * * *" in (text if forge in ACTIONS else "".join(NEXT[forge]))


@pytest.mark.parametrize("forge", FORGES)
def test_each_forge_calls_the_same_commands(forge: str) -> None:
    text = "".join(text for _, text in workflow_files(forge, "data", package()).items())
    called = re.findall(r"^[ -]*(?:run: )?keten (\w+)((?:.|\\\n|\n +--)*)", text, re.MULTILINE)
    assert {name for name, _ in called} - {"export"} == {"check", "diff", "build"}
    for name, rest in called:
        command = main.get_command(click.Context(main), name)
        assert command
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(re.findall(r" (--[a-z-]+)", rest)) <= known


@pytest.mark.parametrize("forge", ACTIONS)
def test_a_proposal_gets_one_comment_with_pictures(forge: str, repo: Repo, tmp_path: Path) -> None:
    commit = _propose(repo, tmp_path)
    with Comments(BOTS[forge]) as comments:
        known = _known(commit, comments.address)
        todo = list(steps(_written(repo, forge, "keten-reactie.yml"), "reactie", known))
        for step in (*todo, todo[-1]):
            _succeeds(step, repo, tmp_path)
        (comment,) = comments.kept.values()
    assert "Het niveau beleid wordt overgeslagen" in comment
    pictures = re.findall(rf"!\[[^]]*\]\(http://[^)]*/keten-reactie-{NUMBER}/([^)]*\.svg)\)", comment)
    repo.git("fetch", "-q", "origin", f"keten-reactie-{NUMBER}")
    assert len(pictures) == 2
    for picture in pictures:
        assert repo.git("show", f"FETCH_HEAD:{picture}").startswith("<svg ")
    assert repo.git("rev-parse", "--abbrev-ref", "HEAD").strip() == "main"
    assert "niveaus:\n          - beleid" in (repo.data / "afspraken/regionale-afspraken.yaml").read_text()


@pytest.mark.parametrize("forge", ACTIONS)
def test_a_fault_in_a_proposal_is_told_at_its_line(forge: str, repo: Repo) -> None:
    _break(repo)
    (step,) = steps(_written(repo, forge, "keten.yml"), "controle", {})
    result = run(step.script, repo.folder, step.env)
    assert result.returncode == 1, result.stderr
    assert re.search(r"^::error file=data/afspraken/regionale-afspraken\.yaml,line=\d+", result.stdout, re.M)


def test_forgejo_publishes_the_handbook_on_a_branch(repo: Repo, tmp_path: Path) -> None:
    _propose(repo, tmp_path)
    (repo.folder / "site").mkdir()
    (repo.folder / "site" / "index.html").write_text("<h1>Handboek</h1>", "utf-8")
    _, publish = steps(_written(repo, "forgejo", "keten.yml"), "handboek", {})
    _succeeds(publish, repo, tmp_path)
    repo.git("fetch", "-q", "origin", "pages")
    assert repo.git("ls-tree", "-r", "--name-only", "FETCH_HEAD").split() == ["index.html"]


def test_gitlab_does_all_of_it(repo: Repo) -> None:
    _break(repo)
    jobs = yaml.safe_load(_written(repo, "gitlab", ".gitlab-ci.yml").read_text("utf-8"))
    base = repo.git("rev-parse", "HEAD").strip()
    variables = {name: str(value) for name, value in jobs[".keten"]["variables"].items()}
    checked = run("\n".join(jobs["keten-controle"]["script"]), repo.folder, variables)
    assert checked.returncode == 1
    assert '"severity": "critical"' in (repo.folder / "bevindingen.json").read_text("utf-8")
    with Comments("keten") as comments:
        around = {
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
            "CI_JOB_URL": "https://gitlab.example/-/jobs/3",
            "CI_API_V4_URL": comments.address,
            "CI_PROJECT_ID": "1",
            "CI_MERGE_REQUEST_IID": str(NUMBER),
        }
        _, compare, post = jobs["keten-reactie"]["script"]
        silent = run(f"{compare}\n{post}", repo.folder, {**variables, **around, "KETEN_TOKEN": ""})
        assert (silent.returncode, comments.kept) == (0, {}), silent.stderr
        for _ in range(2):
            told = run(post, repo.folder, {**variables, **around, "KETEN_TOKEN": "geheim"})
            assert told.returncode == 0, told.stderr
        (comment,) = comments.kept.values()
    assert "(https://gitlab.example/-/jobs/3/artifacts/file/voorbeeld/index.html)" in comment
    for picture in re.findall(r"/artifacts/raw/(reactie/[^)]*\.svg)\)", comment):
        assert (repo.folder / picture).is_file()


def test_the_component_has_the_jobs_that_the_command_writes() -> None:
    spec, jobs = (ROOT / "templates" / "keten.yml").read_text("utf-8").split("---\n")
    inputs = yaml.safe_load(spec)["spec"]["inputs"]
    assert set(inputs) == {"map", "pakket"}
    values = {"map": "mijn-regio", "pakket": "ketenhandboek==0.1.0"}
    filled = re.sub(r"\$\[\[ inputs\.(\w+) \]\]", lambda found: f'"{values[found[1]]}"', jobs)
    assert workflow_files("gitlab", *values.values()) == {".gitlab-ci.yml": filled}


def test_the_action_fits_its_schema_and_is_pinned() -> None:
    action = ROOT / "action.yml"
    checked = fits(("vendor.github-actions",), action)
    assert checked.returncode == 0, checked.stdout
    used = [step["uses"] for step in _action_steps() if "uses" in step]
    assert all(PINNED.fullmatch(name) for name in used)
    assert not [step for step in _action_steps() if "${{" in step.get("run", "")]


def test_the_action_compares_and_checks(repo: Repo, tmp_path: Path) -> None:
    _break(repo)
    content = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    defaults = {f"inputs.{name}": str(item["default"]) for name, item in content["inputs"].items()}
    known = {**defaults, "inputs.reactie": "reactie"}
    summary = tmp_path / "samenvatting.md"
    compare, check = [step for step in _action_steps() if "keten " in step.get("run", "")]
    for step, code in ((compare, 0), (check, 1)):
        env = {name: known[value[4:-3]] for name, value in step["env"].items()}
        result = run(step["run"], repo.folder, {**env, "GITHUB_STEP_SUMMARY": str(summary)})
        assert result.returncode == code, result.stderr
    assert summary.read_text("utf-8").startswith("## Wat er verandert")
    assert "::error file=data/" in result.stdout


def _action_steps() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"]
    return found


def _jobs(forge: str) -> list[dict[str, Any]]:
    return [job for workflow in parsed(forge).values() for job in workflow["jobs"].values()]


def _written(repo: Repo, forge: str, name: str) -> Path:
    """Have the workflows written in the repository; the one of that name."""
    result = new("--forge", forge)
    assert result.exit_code == 0, result.output
    return next(path for path in repo.folder.rglob(name) if path.is_file())


def _break(repo: Repo) -> None:
    """The change that makes a ladder skip a level, in the working tree."""
    change = next(item for item in PULL_REQUESTS if item.name == "een-trede-vervalt")
    apply(change.edits, repo.data)


def _propose(repo: Repo, folder: Path) -> str:
    repo.git("checkout", "-q", "-b", "voorstel")
    _break(repo)
    repo.commit("Een trede vervalt")
    return proposed(repo, folder / "forge.git")


def _known(commit: str, address: str) -> dict[str, str]:
    """What the forge fills in for the expressions."""
    return {
        "github.event.pull_request.number": str(NUMBER),
        "github.event.pull_request.head.sha": commit,
        "github.event.pull_request.html_url": f"{address}/regio/keten/pull/{NUMBER}",
        "github.server_url": address,
        "github.api_url": address,
        "github.repository": "regio/keten",
        "github.token": "geheim",
    }


def _succeeds(step: Step, repo: Repo, folder: Path) -> None:
    (folder / "tekeningen").unlink(missing_ok=True)
    result = run(step.script, repo.folder, {**step.env, "RUNNER_TEMP": str(folder)})
    assert result.returncode == 0, (step.name, result.stdout, result.stderr)
