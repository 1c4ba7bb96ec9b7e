"""What is measured: the commands of both sides, on made-up regions in a folder of their own."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from plan import Plan
from region import write_region

from ketenhandboek.kinds.kind import catalogue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from measure import Job

ROOT = Path(__file__).resolve().parents[2]
PYTHON = Path(sys.executable)
KETEN = PYTHON.with_name("keten")
PARTNERS, AGREEMENTS = 50, 100
_TERM = "binnen: 5"


def make_regions(folder: Path, count: int) -> list[Path]:
    """Write `count` regions, each from its own seed."""
    regions = [folder / f"regio-{seed}" for seed in range(1, count + 1)]
    for seed, path in enumerate(regions, start=1):
        write_region(Plan(seed, PARTNERS, AGREEMENTS), path)
    return regions


def make_region(folder: Path, times: int) -> Path:
    """Write one region, `times` as large as the others."""
    write_region(Plan(1, times * PARTNERS, times * AGREEMENTS), folder)
    return folder


def keten_check(regions: Sequence[Path]) -> Job:
    """One call for all regions, with every rule."""
    return [[KETEN, "check", "--quiet", *regions]]


def check_jsonschema(regions: Sequence[Path], schemas: Path) -> Job:
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


def write_pages(region: Path, work: Path) -> Job:
    """Write pages and pictures into an empty folder, with no picture kept from before."""
    script = Path(__file__).with_name("write_pages.py")
    return [["rm", "-rf", work], [PYTHON, script, region, work / "docs", work / "tekeningen"]]


def pull_request(region: Path, work: Path) -> Job:
    """All that a proposal waits for: the check, and the comment on one term that is longer now."""
    changed = work / "voorstel"
    shutil.copytree(region, changed)
    texts = {path: path.read_text("utf-8") for path in sorted(changed.glob("afspraken/*.yaml"))}
    agreement = next(path for path, text in texts.items() if _TERM in text)
    agreement.write_text(texts[agreement].replace(_TERM, f"{_TERM}0", 1), "utf-8")
    compare: list[str | Path] = [KETEN, "diff", region, changed, "--out", work / "reactie"]
    return [[KETEN, "check", "--quiet", changed], compare]


def keten_build(region: Path, work: Path) -> Job:
    """Build the site in an empty folder: pages, pictures and MkDocs."""
    config = work.with_suffix(".yml")
    theme = {"custom_dir": str(ROOT / "src/ketenhandboek/site/theme")}
    settings = {"INHERIT": str(ROOT / "mkdocs.yml"), "docs_dir": str(ROOT / "docs"), "theme": theme}
    config.write_text(json.dumps(settings), "utf-8")
    build: list[str | Path] = [KETEN, "build", region, "--config", config, "--out", work / "site"]
    return [["rm", "-rf", work, work.parent / ".keten"], build]
