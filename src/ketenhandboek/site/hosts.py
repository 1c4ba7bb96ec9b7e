"""The headers in the words of each web server, and whom to tell about a leak (RFC 9116)."""

from __future__ import annotations

from datetime import date, timedelta
from textwrap import indent
from typing import TYPE_CHECKING, Any

from ketenhandboek.site.trouble import BuildError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ketenhandboek.site.apart import Apart

WORKER = "sw.js"
"""Must be asked for at every visit, or an old one keeps the site."""
_KEEP_NOTHING = "no-cache"
_WORKER_AT_NETLIFY = f"/{WORKER}\n  Cache-Control: {_KEEP_NOTHING}\n"
_SAFETY = timedelta(days=180)
_SECURITY = "extra.beveiliging"


def server_files(headers: Mapping[str, str], apart: Apart | None = None) -> dict[str, str]:
    """The files (path → text) with which Netlify, Cloudflare, nginx, Apache or Caddy send them.

    A folder that stands `apart` gets its own.
    """
    if apart is None:
        return {
            "_headers": _netlify(headers),
            ".htaccess": _apache(headers),
            "server/nginx.conf": _nginx(headers),
            "server/Caddyfile": _caddy(headers),
        }
    shared = {name: value for name, value in headers.items() if name not in apart.headers}
    return {
        "_headers": apart.netlify(headers) + _WORKER_AT_NETLIFY,
        ".htaccess": _apache(headers),
        **apart.apache(),
        "server/nginx.conf": _nginx(headers) + apart.nginx(headers),
        "server/Caddyfile": _caddy(shared) + apart.caddy(headers),
    }


def _netlify(headers: Mapping[str, str]) -> str:
    lines = "".join(f"  {name}: {value}\n" for name, value in headers.items())
    return f"/*\n{lines}{_WORKER_AT_NETLIFY}"


def _apache(headers: Mapping[str, str]) -> str:
    lines = "".join(f'  Header always set {name} "{value}"\n' for name, value in headers.items())
    worker = f'  <Files "{WORKER}">\n    Header set Cache-Control "{_KEEP_NOTHING}"\n  </Files>\n'
    return f"ErrorDocument 404 /404.html\n<IfModule mod_headers.c>\n{lines}{worker}</IfModule>\n"


def _nginx(headers: Mapping[str, str]) -> str:
    """A location with a header of its own drops those around it, so that the worker's repeats them all."""
    lines = "".join(f'add_header {name} "{value}" always;\n' for name, value in headers.items())
    return (
        "# Zet dit in het blok server { ... } van het handboek.\n"
        f"error_page 404 /404.html;\n{lines}location ~ /{WORKER.replace('.', '[.]')}$ {{\n"
        f'{indent(lines, "  ")}  add_header Cache-Control "{_KEEP_NOTHING}" always;\n}}\n'
    )


def _caddy(headers: Mapping[str, str]) -> str:
    lines = "".join(f'\t{name} "{value}"\n' for name, value in headers.items())
    return (
        "# Zet dit in het blok van het handboek.\n"
        f"header {{\n{lines}}}\nheader */{WORKER} Cache-Control {_KEEP_NOTHING}\n"
    )


def security_txt(extra: Mapping[str, Any], day: date) -> dict[str, str]:
    """`.well-known/security.txt` for the contact in `extra.beveiliging`; without a contact there is none.

    It holds until the day `verloopt` in the settings, else for 180 days from the day of the handbook.
    Raises BuildError for settings that are no contact or no date.
    """
    settings = extra.get("beveiliging") or {}
    if not isinstance(settings, dict):
        raise BuildError(f"Onder '{_SECURITY}' in de instellingen horen 'contact' en eventueel 'verloopt'.")
    contacts = list(_contacts(settings.get("contact") or []))
    if not contacts:
        return {}
    lines = (
        *(f"Contact: {contact}" for contact in contacts),
        f"Expires: {_expiry(settings.get('verloopt'), day).isoformat()}T00:00:00Z",
        "Preferred-Languages: nl, en",
    )
    return {".well-known/security.txt": "".join(f"{line}\n" for line in lines)}


def _contacts(told: Any) -> Iterator[str]:
    for contact in told if isinstance(told, list) else [told]:
        if not str(contact).startswith(("mailto:", "https://", "tel:")) or len(str(contact).split()) != 1:
            raise BuildError(
                f"'{contact}' bij '{_SECURITY}' is geen contact. Schrijf mailto:, https:// of tel: ervoor."
            )
        yield str(contact)


def _expiry(told: Any, day: date) -> date:
    if told is None:
        return day + _SAFETY
    try:
        return date.fromisoformat(str(told))
    except ValueError:
        raise BuildError(
            f"'{told}' bij '{_SECURITY}' is geen datum. Schrijf jaar-maand-dag, zoals 2026-11-22."
        ) from None
