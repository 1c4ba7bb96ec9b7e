"""Mending tried out on a copy of the files: an edit stays only if it mends and does no harm."""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ketenhandboek.mend.edits import Piece, apart, moved, offset, pieces, rewritten
from ketenhandboek.mend.files import Rewritten, content_of, may_change, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ketenhandboek.findings import Edit, Finding, Report

    Judge = Callable[[Path, str], Report]
    """Judges a folder whose files bear the given name of a folder in messages."""

MOST_ROUNDS = 50
_FORM = ("BAS001", "BAS002", "BAS003")
"""Rules about form. What breaks one can't be judged by other rules, which may speak up once it is mended."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What a rehearsal came to: the report before and after, what was mended, and the changed files."""

    before: Report
    after: Report
    done: tuple[Finding, ...]
    files: tuple[Rewritten, ...]


def rehearse(folder: Path, shown: str, judge: Judge) -> Mended:
    """Mend a copy of the region in `folder` until nothing more can be mended; the folder stays as it is."""
    before = judge(folder, shown)
    contents = _contents(folder, shown, before)
    with tempfile.TemporaryDirectory(prefix="keten-") as name:
        copy = _Copy(Path(name), shown, judge, contents)
        done = copy.mend_all({file for file in contents if may_change(folder / _inside(file, shown), folder)})
        files = tuple(
            Rewritten(folder / _inside(file, shown), file, old, copy.contents[file])
            for file, old in contents.items()
            if copy.contents[file] != old
        )
    return Mended(before, copy.report, tuple(done), files)


def _contents(folder: Path, shown: str, report: Report) -> dict[str, bytes]:
    """The bytes of every file that the check could open, by the name that messages show."""
    paths = {file: folder / _inside(file, shown) for file, _ in report.texts}
    return {file: path.read_bytes() for file, path in paths.items() if path.is_file()}


def _inside(file: str, shown: str) -> str:
    return file.removeprefix(f"{shown}/") if shown else file


class _Copy:
    """A copy of a region's files, with what the check says about it now."""

    def __init__(self, home: Path, shown: str, judge: Judge, contents: dict[str, bytes]) -> None:
        self._home = home
        self._shown = shown
        self._judge = judge
        self.contents: dict[str, bytes] = {}
        self._put(contents)
        self.report = judge(home, shown)

    def mend_all(self, files: set[str]) -> list[Finding]:
        """Mend what can be mended in these files, form first, round after round."""
        done: list[Finding] = []
        refused: set[tuple[object, ...]] = set()
        for _ in range(MOST_ROUNDS):
            able = [item for item in self._able(files) if _sort(item) not in refused]
            group = [item for item in able if item.rule in _FORM] or able
            mended = self._mend(group)
            refused.update(_sort(item) for item in group if item not in mended)
            done += mended
            if not group:
                break
        return done

    def _able(self, files: set[str]) -> list[Finding]:
        found = (item for item in self.report.findings if item.edit and item.edit.span.file in files)
        return list(apart(found))

    def _mend(self, findings: list[Finding]) -> list[Finding]:
        """Mend together, else in halves; the later half first, so that the earlier one stays in its place."""
        if not findings or self._mended(findings):
            return findings
        half = len(findings) // 2
        if not half:
            return []
        later = self._mend(findings[half:])
        return self._mend(findings[:half]) + later

    def _mended(self, findings: list[Finding]) -> bool:
        """Whether the edits of these findings, which are then kept, mend all of them and do no harm."""
        old, before = dict(self.contents), self.report
        changes = self._changes(findings)
        texts = {file: text_of(old[file]) for file in changes}
        new = {file: rewritten(text, changes[file]) for file, text in texts.items()}
        self._put({file: content_of(text, old[file]) for file, text in new.items()})
        self.report = self._judge(self._home, self._shown)
        expected = {_placed(item, texts, changes) for item in findings}
        left = {_placed(item, new, {}) for item in self.report.findings if item.span.file in new}
        if expected & left or _harmed(findings, before, self.report):
            self._put({file: old[file] for file in changes})
            self.report = before
            return False
        return True

    def _changes(self, findings: list[Finding]) -> dict[str, list[Piece]]:
        edits: dict[str, list[Edit]] = defaultdict(list)
        for finding in findings:
            if finding.edit:
                edits[finding.edit.span.file].append(finding.edit)
        return {file: pieces(text_of(self.contents[file]), found) for file, found in edits.items()}

    def _put(self, contents: dict[str, bytes]) -> None:
        for file, content in contents.items():
            path = self._home / _inside(file, self._shown)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        self.contents |= contents


def _placed(
    finding: Finding, texts: dict[str, str], changes: dict[str, list[Piece]]
) -> tuple[str, str, int, str]:
    """A finding with where its place lies after the changes."""
    file = finding.span.file
    at = offset(texts[file], finding.span.line, finding.span.column) if file in texts else 0
    return finding.rule, file, moved(at, changes.get(file, ())), finding.message


def _harmed(mended: list[Finding], before: Report, after: Report) -> bool:
    """Whether a rule finds more in a record, or, after mending form, a file can't be read any more."""
    new = _counted(after.findings) - _counted(before.findings)
    if all(finding.rule in _FORM for finding in mended):
        return any(rule == "BAS001" for rule, *_ in new)
    return bool(new)


def _counted(findings: Iterable[Finding]) -> Counter[tuple[str, str, str]]:
    return Counter((finding.rule, finding.span.file, finding.record) for finding in findings)


def _sort(finding: Finding) -> tuple[object, ...]:
    """What makes two findings in different rounds the same."""
    return finding.rule, finding.span.file, finding.message, finding.edit and finding.edit.replacement
