"""What `keten check` does for --fix and --diff."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ketenhandboek.cli.stop import Stop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ketenhandboek.findings import Finding, Report
    from ketenhandboek.mend.rehearsal import Mended

    Judge = Callable[[Path, str], Report]


def mend(folder: Path, shown: str, judge: Judge) -> Report:
    """Mend the files of a folder, say what was done, and give what is left to be said."""
    from ketenhandboek.mend.files import ChangedMeanwhileError, write
    from ketenhandboek.mend.rehearsal import rehearse

    mended = rehearse(folder, shown, judge)
    for file in mended.files:
        try:
            write(file)
        except ChangedMeanwhileError:
            raise Stop(f"'{file.shown}' is intussen gewijzigd. Start de opdracht opnieuw.") from None
        except OSError as error:
            raise Stop(f"'{file.shown}' is niet te schrijven ({error.strerror}).") from None
    click.echo("".join(f"{line}\n" for line in _told(mended)), err=True, nl=False)
    return mended.after


def show(folder: Path, shown: str, judge: Judge) -> Report:
    """Show what mending would change, and give what the check says as it is."""
    from ketenhandboek.mend.diff import difference
    from ketenhandboek.mend.rehearsal import rehearse

    mended = rehearse(folder, shown, judge)
    click.echo(difference(mended.files), nl=False)
    if not mended.files:
        click.echo("Er is niets dat keten zelf kan herstellen.", err=True)
    return mended.before


def _told(mended: Mended) -> list[str]:
    lines = [_line(finding) for finding in mended.done]
    number = len(lines)
    if not number:
        return ["Er was niets dat keten zelf kan herstellen."]
    return [*lines, f"{number} {'bevinding' if number == 1 else 'bevindingen'} hersteld.", ""]


def _line(finding: Finding) -> str:
    from ketenhandboek.report.words import one_line

    text = one_line(finding.edit.replacement) if finding.edit else ""
    what = f"nu staat hier '{text}'" if text else "weggehaald"
    return f"{one_line(finding.span.file)}:{finding.span.line} {finding.rule} hersteld: {what}"
