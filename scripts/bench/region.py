"""Write a made-up region of any size, for measuring and for tests.

The same seed and size give the same bytes. The names are invented; the check of the region has no errors.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from agreements import local, mandates
from plain_yaml import write
from plan import FEWEST_AGREEMENTS, FEWEST_PARTNERS, Plan
from records import partners, region

FIXED = Path(__file__).parent / "fixed"


def write_region(plan: Plan, folder: Path) -> None:
    """Write all files of the region into `folder`, which may not exist yet."""
    shutil.copytree(FIXED, folder)
    write(folder / "regio.yaml", region(plan))
    write(folder / "partners.yaml", partners(plan))
    write(folder / "afspraken" / "mandaten-huisverbod.yaml", mandates(plan))
    for identifier, record in local(plan):
        write(folder / "afspraken" / f"{identifier}.yaml", record)


def main() -> None:
    """Read the arguments and write one region."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--partners", type=int, default=50, help=f"at least {FEWEST_PARTNERS}")
    parser.add_argument("--agreements", type=int, default=100, help=f"at least {FEWEST_AGREEMENTS}")
    parser.add_argument("--out", type=Path, required=True, help="a folder that does not exist yet")
    options = parser.parse_args()
    if options.partners < FEWEST_PARTNERS or options.agreements < FEWEST_AGREEMENTS:
        parser.error(f"a region needs {FEWEST_PARTNERS} partners and {FEWEST_AGREEMENTS} agreements")
    if options.out.exists():
        parser.error(f"{options.out} exists already")
    write_region(Plan(options.seed, options.partners, options.agreements), options.out)


if __name__ == "__main__":
    main()
