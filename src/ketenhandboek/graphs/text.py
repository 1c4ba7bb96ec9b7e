"""What text and links from records may become inside a picture."""

import re
import textwrap

_TOO_LONG = re.compile(r"\S{31,}")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """The text on one line, with every character that XML cannot hold replaced by U+FFFD."""
    return " ".join(_NOT_XML.sub("\ufffd", text).split())


def wrapped(text: str, width: int, lines: int) -> list[str]:
    """At most `lines` lines of `width` characters; line breaks in the text stay, " …" means more.

    A word of up to 30 characters stays whole, as `Kinderbeschermingsmaatregel`; a longer one is cut.
    """
    shown = map(clean, text.splitlines())
    divided = (_TOO_LONG.sub(lambda word: textwrap.fill(word[0], width), line) for line in shown)
    whole = [piece for line in divided for piece in textwrap.wrap(line, width, break_long_words=False)]
    return whole if len(whole) <= lines else [*whole[: lines - 1], f"{whole[lines - 1]} …"]


def relative_link(url: str | None) -> str | None:
    """The link if it stays within the site (`../partners/x/`, `#x`); None for any other address or scheme."""
    if not url or url.startswith("//") or "\\" in url or url != clean(url):
        return None
    before_path = re.split("[/?#]", url, maxsplit=1)[0]
    return None if ":" in before_path else url
