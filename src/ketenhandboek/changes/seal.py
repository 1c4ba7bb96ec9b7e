"""Write the fingerprint of what was signed into the text of an agreement; all else stays as it is."""

from __future__ import annotations

from ketenhandboek.chain.fingerprint import fingerprint
from ketenhandboek.kinds.gate import misfits
from ketenhandboek.kinds.kind import catalogue
from ketenhandboek.source.document import Document
from ketenhandboek.source.reader import read_bytes

_KEY = "getekende_tekst"


class SealError(Exception):
    """The agreement can't be sealed; the message is a Dutch sentence."""


def sealed(content: bytes, shown: str) -> bytes | None:
    """The file with `getekende_tekst` for the text as it is; None when that stands there already.

    Raises SealError for a file that is no usable agreement.
    """
    document = read_bytes(content, shown)
    if not isinstance(document, Document):
        raise SealError(f"{shown} is niet te lezen. Kijk met 'keten check' wat eraan mankeert.")
    seal = fingerprint(document.data) if isinstance(document.data, dict) else ""
    wrong = {misfit.path for misfit in misfits(catalogue()["afspraak"], document)} - {(_KEY,)}
    if not seal or wrong:
        raise SealError(f"{shown} is geen goede afspraak. Kijk met 'keten check' wat eraan mankeert.")
    if document.data.get(_KEY) == seal:
        return None
    return _written(document, seal).encode("utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "utf-8")


def _written(document: Document, seal: str) -> str:
    text = document.text
    place = document.place.at(_KEY)
    if place.node is document.root:
        ending = "\r\n" if "\r\n" in text else "\n"
        return f"{text}{'' if text.endswith(ending) else ending}{_KEY}: {seal}{ending}"
    span = place.span
    lines = text.splitlines(keepends=True)
    line = lines[span.line - 1]
    lines[span.line - 1] = f"{line[: span.column - 1]}{seal}{line[span.end_column - 1 :]}"
    return "".join(lines)
