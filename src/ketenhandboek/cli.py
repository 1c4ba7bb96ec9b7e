"""The command `keten`. Everything heavy is imported inside the command that needs it."""

from __future__ import annotations

import gc
import os
import sys
from datetime import date
from functools import partial
from typing import IO, TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from ketenhandboek.findings import Report

_FORMATS = ("github", "json", "sarif", "text")
_ENOUGH_FOR_PROCESSES = 4
_SEVERITIES = ("fout", "waarschuwing", "advies")


class Stop(click.ClickException):
    """The command could not do its work."""

    exit_code = 2

    def show(self, file: IO[str] | None = None) -> None:
        """Say why, in Dutch, on standard error."""
        click.echo(f"Fout: {self.format_message()}", file=file, err=file is None)


class Keten(click.Group):
    """The command, which never answers with a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; a fault of our own becomes one sentence, unless KETEN_TRACE asks for all of it."""
        # Records live until the end; looking for garbage among them costs a fifth of a check.
        gc.disable()
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if "KETEN_TRACE" in os.environ:
                raise
            said = f"{type(error).__name__}: {error}"
            raise Stop(f"Er ging iets mis in het programma zelf ({said}). Meld dit aan de makers.") from None


class ReferenceDate(click.ParamType[date]):
    """A date as `2026-11-22`."""

    name = "datum"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date, or a usage error that says how to write one."""
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"'{value}' is geen datum. Schrijf jaar-maand-dag, zoals 2026-11-22.", param, ctx)


@click.group(cls=Keten, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ketenhandboek", prog_name="keten")
def main() -> None:
    """Controleert de afspraken van een regio en maakt er een handboek van."""


@main.command()
@click.argument("folders", nargs=-1, metavar="[MAP]...")
@click.option(
    "--format",
    "name",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="Vorm van de uitvoer.",
)
@click.option(
    "--fail-on",
    type=click.Choice(_SEVERITIES),
    default="fout",
    show_default=True,
    help="Vanaf welke ernst de controle faalt.",
)
@click.option(
    "--peildatum", type=ReferenceDate(), help="Dag waarop alles wordt beoordeeld; standaard vandaag."
)
@click.option("--tot", type=ReferenceDate(), help="Dag tot wanneer er vooruit wordt gekeken.")
@click.option("--regel", "rules", multiple=True, metavar="CODE", help="Alleen deze regel; mag vaker.")
@click.option("--quiet", is_flag=True, help="Zeg niets als er niets te melden is.")
def check(
    folders: tuple[str, ...],
    name: str,
    fail_on: str,
    peildatum: date | None,
    tot: date | None,
    rules: tuple[str, ...],
    quiet: bool,
) -> None:
    """Controleer de gegevens in MAP (standaard data/).

    Uitgang 0: niets gevonden dat faalt. 1: bevindingen vanaf de ernst van --fail-on.
    2: de controle kon haar werk niet doen.
    """
    from ketenhandboek.findings import Severity
    from ketenhandboek.report import render

    judge = partial(_judged, today=date.today(), day=peildatum, until=tot, rules=_known(rules))
    report = _report([_folder(folder) for folder in folders or ("data",)], judge)
    if not quiet or report.findings:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        click.echo(render(report, name, colour=colour), nl=False)
    sys.exit(1 if report.fails(Severity(fail_on)) else 0)


@main.command()
@click.argument("code", metavar="REGEL")
def explain(code: str) -> None:
    """Leg een regel uit, met voorbeelden van goed en fout."""
    from ketenhandboek.rules.explanation import explanation

    (known,) = _known((code,))
    click.echo(explanation(known), nl=False)


@main.command()
@click.argument("folder", default="data", metavar="[MAP]")
@click.option("--out", default="site", show_default=True, help="Waar de site komt.")
@click.option("--config", default="mkdocs.yml", show_default=True, help="Instellingen van de site.")
@click.option(
    "--peildatum", type=ReferenceDate(), help="Dag waarop alles wordt beoordeeld; standaard vandaag."
)
def build(folder: str, out: str, config: str, peildatum: date | None) -> None:
    """Maak het handboek van de gegevens in MAP (standaard data/)."""
    from pathlib import Path

    from ketenhandboek.site.build import BuildError, build_site

    try:
        built = build_site(_folder(folder), Path(config), Path(out), today=date.today(), day=peildatum)
    except BuildError as error:
        raise Stop(str(error)) from None
    for warning in built.warnings:
        click.echo(f"Let op: {warning}", err=True)
    click.echo(f"Het handboek staat in {out}/index.html ({built.pages} pagina's).")


def _report(folders: list[Path], judge: Callable[[Path], Report]) -> Report:
    """Judge every folder by itself; from four folders on, as many at once as there are processors."""
    from ketenhandboek.findings import Report

    if len(folders) < _ENOUGH_FOR_PROCESSES:
        return Report.joined(map(judge, folders))
    from concurrent.futures import ProcessPoolExecutor

    from ketenhandboek.chain.load import national
    from ketenhandboek.rules.catalogue import catalogue

    # Before the processes part, so that each finds these done.
    national()
    catalogue()
    with ProcessPoolExecutor() as pool:
        return Report.joined(pool.map(judge, folders))


def _judged(
    folder: Path, *, today: date, day: date | None, until: date | None, rules: Collection[str]
) -> Report:
    from ketenhandboek.chain.load import load_chain
    from ketenhandboek.rules.check import check as judge

    return judge(load_chain(folder, today, day, until=until), rules)


def _folder(name: str) -> Path:
    from pathlib import Path

    folder = Path(name)
    if not folder.is_dir():
        raise Stop(f"De map '{name}' bestaat niet. Noem de map met de gegevens van de regio, zoals data.")
    return folder


def _known(codes: tuple[str, ...]) -> tuple[str, ...]:
    from ketenhandboek.rules.catalogue import catalogue
    from ketenhandboek.wording import did_you_mean

    for code in codes:
        if code.upper() not in catalogue():
            raise Stop(f"Er is geen regel '{code}'.{did_you_mean(code.upper(), catalogue())}")
    return tuple(code.upper() for code in codes)
