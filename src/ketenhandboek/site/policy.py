"""What a browser may do on the handbook's pages: headers that know every script built into them."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_INLINE = re.compile(rb"<(script|style)\b([^>]*)>(.*?)</\1>", re.DOTALL)
_FROM_A_FILE = re.compile(rb"\bsrc=")
_ONLY_DATA = re.compile(rb"\btype=\"?application/(ld\+)?json")
_HALF_A_YEAR = 15_768_000


def headers(site: Path) -> dict[str, str]:
    """The headers that every page of the built site needs, by name."""
    return {
        "Content-Security-Policy": content_security_policy(site),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Strict-Transport-Security": f"max-age={_HALF_A_YEAR}",
    }


def content_security_policy(site: Path) -> str:
    """Nothing from elsewhere, and within a page only the scripts and styles that were built into it."""
    found = set(_hashes(path.read_bytes() for path in site.rglob("*.html")))
    sources = {
        "default-src": ("'none'",),
        "script-src": ("'self'", *sorted(hash_ for kind, hash_ in found if kind == "script")),
        "style-src": ("'self'", *sorted(hash_ for kind, hash_ in found if kind == "style")),
        "img-src": ("'self'", "data:"),
        "connect-src": ("'self'",),
        "worker-src": ("'self'",),
        "manifest-src": ("'self'",),
        "base-uri": ("'none'",),
        "form-action": ("'self'",),
        "frame-ancestors": ("'none'",),
    }
    return "; ".join(f"{name} {' '.join(allowed)}" for name, allowed in sources.items())


def _hashes(pages: Iterable[bytes]) -> Iterator[tuple[str, str]]:
    """Each script or style that stands in a page, as what it is and its hash."""
    for page in pages:
        for kind, attributes, content in _INLINE.findall(page):
            if not (_FROM_A_FILE.search(attributes) or _ONLY_DATA.search(attributes)):
                yield kind.decode(), f"'sha256-{b64encode(sha256(content).digest()).decode()}'"
