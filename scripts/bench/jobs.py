"""What is measured: the commands of both sides, on made-up regions in a folder of their own."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from plan import Plan
from region import write_region

from ketenhandboek.kinds.kind import catalogue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from measure import Commands

ROOT = Path(__file__).resolve().parents[2]
PYTHON = Path(sys.executable)
KETEN = PYTHON.with_name("keten")
PARTNERS, AGREEMENTS = 50, 100
DEADLINE = re.compile(r"(\bbinnen: ).*")


def make_regions(folder: Path, count: int) -> list[Path]:
    """Write `count` regions, each from its own seed."""
    regions = [folder / f"regio-{seed}" for seed in range(1, count + 1)]
    for seed, path in enumerate(regions, start=1):
        write_region(Plan(seed, PARTNERS, AGREEMENTS), path)
    return regions


def make_region(folder: Path, times: int) -> Path:
    """Write one region, `times` as large as the others."""
    return make_region_of(folder, times * PARTNERS, times * AGREEMENTS)


def make_region_of(folder: Path, partners: int, agreements: int) -> Path:
    """Write one region of some size."""
    write_region(Plan(1, partners, agreements), folder)
    return folder


def keten_check(regions: Sequence[Path]) -> Commands:
    """One call for all regions, with every rule."""
    return [[KETEN, "check", "--quiet", *regions]]


def with_another_term(region: Path, copy: Path) -> Path:
    """A copy of the region in which one deadline changed."""
    shutil.copytree(region, copy)
    changed = next(path for path in sorted(copy.rglob("*.yaml")) if DEADLINE.search(path.read_text("utf-8")))
    changed.write_text(DEADLINE.sub(r"\g<1>23 weken", changed.read_text("utf-8"), count=1), "utf-8")
    return copy


def keten_diff(old: Path, new: Path) -> Commands:
    """Compare two regions."""
    return [[KETEN, "diff", old, new]]


def check_jsonschema(regions: Sequence[Path], schemas: Path) -> Commands:
    """One call for each schema with all its files: the fewest calls that this program can do with."""
    schemas.mkdir(exist_ok=True)
    commands: list[list[str | Path]] = []
    for kind in catalogue().values():
        files = sorted(file for region in regions for file in region.glob(kind.file) if not kind.national)
        if files:
            schema = schemas / kind.schema_name
            schema.write_text(json.dumps(kind.schema), "utf-8")
            commands.append([PYTHON.with_name("check-jsonschema"), "--schemafile", schema, *files])
    return commands


def write_pages(region: Path, work: Path) -> Commands:
    """Write pages and pictures into an empty folder, with no picture kept from before."""
    script = Path(__file__).with_name("write_pages.py")
    return [["rm", "-rf", work], [PYTHON, script, region, work / "docs", work / "tekeningen"]]


def pull_request(old: Path, new: Path, out: Path) -> Commands:
    """All that a proposal waits for: the check, and the comment on what it changes."""
    return [[KETEN, "check", "--quiet", new], [KETEN, "diff", old, new, "--out", out]]


def keten_build(region: Path, work: Path) -> Commands:
    """Build the site in an empty folder, with nothing kept from before: pages, pictures and MkDocs."""
    return [["rm", "-rf", work, work.parent / ".keten"], *keten_rebuild(region, work)]


def keten_rebuild(region: Path, work: Path) -> Commands:
    """Build the site with all that an earlier build kept."""
    config = work.with_suffix(".yml")
    theme = {"custom_dir": str(ROOT / "src/ketenhandboek/site/theme")}
    settings = {"INHERIT": str(ROOT / "mkdocs.yml"), "docs_dir": str(ROOT / "docs"), "theme": theme}
    config.write_text(json.dumps(settings), "utf-8")
    return [[KETEN, "build", region, "--config", config, "--out", work / "site"]]
