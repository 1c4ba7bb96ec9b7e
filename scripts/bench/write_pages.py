"""Write the pages and pictures of a region, and nothing else: `write_pages.py REGION DOCS CACHE`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from ketenhandboek.chain.load import load_chain
from ketenhandboek.site.generate import generate

region, docs, cache = map(Path, sys.argv[1:])
generate(load_chain(region, date.today()), docs, cache)
