"""Personal data in plain text: numbers, addresses, names and cases, and what only looks like them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

_ORGANISATION = re.compile(
    r"\s*(?:(?:Groep|Huis|Zorg|Hulp|Jeugdhulp|Team|Wijkteam|Advies|Park|Plein|Hof)\b|"
    r"\w{0,30}(?i:stichting|ziekenhuis|kliniek|school|college|lyceum|instituut|centrum|opvang|jeugdzorg|"
    r"praktijk|academie|fonds|apotheek|notaris|advocaten|arena|stadion|gebouw|fysio|tehuis)\b)"
)
_PARTICLE = r"(?:(?:van|de|der|den|ten|ter|te|in|op|'t|el|al|ben)\s+)"
_PARTICLES = _PARTICLE + "{0,4}"
_SURNAME = r"[A-Z][a-zà-ÿ][\w'’-]*+"
_TITLES = (
    r"(?:[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]eneer|[Hh]eer|[Dd]hr\.?|[Mm]r\.|[Dd]rs\.?|[Dd]r\.|[Ii]r\.|[Ii]ng\.|"
    r"[Pp]rof\.)"
)
_INITIAL = r"[A-Z]\."
_CAPITALISED = re.compile(r"[A-Z][^\W\d_]+")
_FOUR_DIGITS = r"\d\d{3}(?:\d|[. ]\d\d[. ]| ?[A-Z]{2})"
"""How a burgerservicenummer and a postcode begin; `\\d\\d{3}` is found faster than `\\d{4}`."""
_PHONE = r"[\s,:(-]{1,3}(?:(?:tel|telefoon|bel|via|op)\b[.:]?\s)?\(?0\d{1,3}[\s-]{0,3}\d"
_ROLES = (
    "wethouder",
    "burgemeester",
    "officier",
    "wijkagent",
    "rechter",
    "dokter",
    "advocaat",
    "contactpersoon",
)
_AFTER_A_ROLE = r"(?:(?<=[nrt]\s.)|(?<=[NRTnrt :,\n][:,]\s.))"
"""After a sign: before it stands what may end a role, and a colon or comma at most."""
_PRIVATE_DOMAIN = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|mac|ziggo|kpnmail|kpnplanet|planet|home|"
    r"hetnet|xs4all|chello|upcmail|casema|quicknet|tele2|telfort|online|solcon|zonnet|caiway|protonmail|"
    r"proton|gmx|aol)\.[a-z]{2,3}(?:\.[a-z]{2})?",
    re.IGNORECASE,
)
_FUNCTIONAL = re.compile(
    r"info|meld|team|loket|contact|post|secretar|bureau|crisis|zorg|hulp|help|thuis|veilig|privacy|redactie|"
    r"beheer|admin|balie|receptie|toegang|griffie|bestuur|communicatie|klacht|intake|advies|beleid|directie|"
    r"handhaving|jeugd|gezin|wijk|buurt|sociaal|geweld|mishandeling|opvang|politie|gemeente|regio|support|"
    r"reply|security|webmaster|vragen|aanpak|planning|dienst|project|keten|overleg|coordinat|casus|training|"
    r"scholing|archief|factu|juridisch|rechtbank|parket|reclassering|kwaliteit|college|raad|burgemeester|"
    r"wethouder|functionaris|gegevens|bescherming",
    re.IGNORECASE,
)
_SERVICES = {"avg", "cjg", "dpo", "fg", "ggd", "ggz", "gi", "hg", "om", "rvdk", "vt", "zvh"}
_STREETS = (
    "straat",
    "laan",
    "weg",
    "plein",
    "kade",
    "gracht",
    "dijk",
    "singel",
    "plantsoen",
    "dreef",
    "steeg",
    "boulevard",
    "park",
)
_NUMBERED = ("zaak", "dossier", "casus", "parket", "mutatie", "cliënt", "client")
_ABBREVIATIONS = {"BV", "EN", "EU", "GI", "HG", "JB", "KM", "NL", "NV", "OM", "SA", "SD", "SS", "VT", "ZM"}
_SAINTS = ("Sint ", "St. ", "Stichting ", "gemeente ", "Gemeente ")
_COMPANIES = {"BV", "CV", "KB", "NB", "NV", "OM", "US", "VT"}


class Sighting(NamedTuple):
    """A stretch of text that says something about a person, and of which sort."""

    start: int
    end: int
    sort: str


class Sort(NamedTuple):
    """A sort of personal data. A text is searched when some line of it has one of the `clues`, in lower case,
    the `shape`, and for some sorts a `listed` name. Patterns are compiled when a text is searched first.
    """

    name: str
    clues: tuple[str, ...]
    pattern: str
    certain: Callable[[re.Match[str]], bool] = bool
    shape: str = ""
    listed: bool = False


def sorts_in(lines: str) -> tuple[Sort, ...]:
    """The sorts that may be in texts with these lines."""
    return _worth_searching(lines, _SORTS)


def sightings(text: str, sorts: Collection[Sort] | None = None) -> Iterator[Sighting]:
    """What a text says about persons, of these sorts or of any, in reading order, each stretch once."""
    found = [
        Sighting(match.start(), _end(match), sort.name)
        for sort in _worth_searching(text, _SORTS if sorts is None else sorts)
        for match in re.finditer(sort.pattern, text)
        if sort.certain(match)
    ]
    last = 0
    for sighting in sorted(found):
        if sighting.start >= last:
            yield sighting
            last = sighting.end


def _worth_searching(text: str, sorts: Collection[Sort]) -> tuple[Sort, ...]:
    lowered = f" {text.lower()} ".replace("\n", " ")
    shapes = {shape for shape in {sort.shape for sort in sorts} if re.search(shape, text)}
    return tuple(
        sort
        for sort in sorts
        if (not sort.clues or any(clue in lowered for clue in sort.clues))
        and sort.shape in shapes
        and (not sort.listed or _has_listed_name(text))
    )


def _has_listed_name(text: str) -> bool:
    words = _CAPITALISED.findall(text)
    return not (_names("voornamen").isdisjoint(words) and _names("achternamen").isdisjoint(words))


def _end(match: re.Match[str]) -> int:
    """The end of what was found; what stands in `rest` was looked at, and may begin another match."""
    return match.end("rest") if "rest" in match.re.groupindex else match.end()


@cache
def _names(sort: str) -> frozenset[str]:
    """Given names or surnames that are common in the Netherlands and are not words as well."""
    return frozenset((Path(__file__).parent / f"{sort}.txt").read_text("utf-8").split())


def _begins_a_number(match: re.Match[str]) -> bool:
    """Not the tail of a longer number, word or date."""
    return not re.match(r"[\w-]", match.string[match.start() - 1 : match.start()])


def _passes_eleven_test(match: re.Match[str]) -> bool:
    """The check digit of a burgerservicenummer; a number after RSIN is an organisation's."""
    digits = [int(sign) for sign in match[0] if sign.isdigit()]
    total = sum(weight * digit for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True))
    organisation = match.string[max(match.start() - 12, 0) : match.start()].upper()
    return any(digits) and total % 11 == 0 and "RSIN" not in organisation


def _personal_mailbox(match: re.Match[str]) -> bool:
    """Whether an address is private, or its first part is built as a person's name is."""
    if _PRIVATE_DOMAIN.fullmatch(match["domain"]):
        return True
    first, *others = re.split(r"[._+-]+", match["local"].lower().strip("._+-"))
    if first.capitalize() in _names("voornamen") or (others and len(first) == 1):
        return True
    functional = _FUNCTIONAL.search(match["local"]) or _SERVICES & {first, *others}
    return bool(others) and not functional and all(part.isalpha() for part in (first, *others))


def _postcode(match: re.Match[str]) -> bool:
    """Not a number or a year with an abbreviation behind it, such as `in 2025 OM`."""
    if not match["gap"]:
        return True
    year = match["digits"][:2] in ("19", "20")
    return match["letters"] not in _ABBREVIATIONS and (not year or bool(match["place"]))


def _given_name(match: re.Match[str]) -> bool:
    """A person by first and last name, or by a first name before a number."""
    return _full_name(match) if match["surname"] else _first_name(match)


def _full_name(match: re.Match[str]) -> bool:
    """Not an organisation or a street that is called after somebody."""
    if match["given"] not in _names("voornamen") and match["surname"] not in _names("achternamen"):
        return False
    before = match.string[max(match.start() - 10, 0) : match.start()]
    after = match.end("rest")
    organisation = any(
        _ORGANISATION.match(text, place)
        for text, place in ((match["given"], 0), (match["surname"], 0), (match.string, after))
    )
    return not (organisation or before.endswith(_SAINTS) or match["surname"].endswith(_STREETS))


def _first_name(match: re.Match[str]) -> bool:
    before = match.string[max(match.start() - 10, 0) : match.start()]
    return match["given"] in _names("voornamen") and not before.endswith(_SAINTS)


def _surname_after_a_role(match: re.Match[str]) -> bool:
    before = match.string[max(match.start() - 20, 0) : match.start()].rstrip(" :,\n").lower()
    return before.endswith(_ROLES) and (" " in match[0] or match[0] in _names("achternamen"))


def _initials(match: re.Match[str]) -> bool:
    return match[0][:4].replace(".", "").strip() not in _COMPANIES


_SORTS = (
    Sort(
        "mobile",
        ("06", "+31", "0031"),
        r"(?:\+31[ .-]?(?:\(0\))?[ .-]?6|0031[ .-]?6|06\)?)(?!-\d\d-\d{4})(?:[ \xa0./-]{0,3}\d){8}(?!\d)",
        _begins_a_number,
    ),
    Sort(
        "mail",
        ("@",),
        r"(?<![\w.+-])(?P<local>[\w.+-]*\w)@(?P<domain>[\w-]+(?:\.[\w-]+)+)",
        _personal_mailbox,
    ),
    Sort(
        "number",
        (),
        r"\d(?<![\w.,/+-].)\d{3}(?:\d{5}|[. ]\d\d[. ]\d{3})(?![\w/-]|[.,]\d)",
        _passes_eleven_test,
        shape=_FOUR_DIGITS,
    ),
    Sort(
        "number",
        ("bsn", "burgerservicenummer", "sofi"),
        r"(?i)\b(?:bsn|burgerservicenummer|sofi-?nummer)\D{0,20}\d(?:[. ]?\d){7,8}(?!\d)",
    ),
    Sort(
        "address",
        (),
        (
            r"(?P<digits>[1-9](?<![\w.,-].)\d{3})(?P<gap> ?)(?P<letters>[A-Z]{2})(?![\w-])"
            r"(?P<place>\s+[A-Z][a-z])?"
        ),
        _postcode,
        shape=_FOUR_DIGITS,
    ),
    Sort(
        "address",
        tuple(f"{street} " for street in _STREETS),
        (
            r"(?!Onderweg|Terugweg)(?<!\w)(?:[A-Z][\w'’-]{0,40}(?:weg|plein|kade|dijk|dreef|steeg|boulevard|park)|"
            r"[A-Za-z][\w'’-]{1,40}(?:straat|laan|gracht|singel|plantsoen)|"
            r"(?:Laan|Weg|Plein|Kade)\s+van\s+\w[\w ]{2,30}?)"
            r"\s+(?!(?:19|20)\d\d\b)\d{1,4}(?:\s?-?[a-zA-Z])?(?!\w)"
        ),
    ),
    Sort(
        "person",
        ("mevr", "mw", "meneer", " heer ", "dhr", " mr.", " drs", " dr.", " ir.", " ing.", "prof."),
        rf"(?<!\w){_TITLES}\s+(?:{_TITLES}\s+){{0,3}}(?:[A-Z]\.\s?){{0,5}}{_PARTICLES}{_SURNAME}",
    ),
    Sort(
        "person",
        (),
        rf"[A-Z](?<![\w.].)\.\s?(?:(?:[A-Z]\.\s?){{1,3}}{_PARTICLES}|{_PARTICLE}{{1,4}}){_SURNAME}",
        _initials,
        shape=_INITIAL,
    ),
    Sort(
        "person",
        (),
        rf"(?P<given>[A-Z](?<![\w-].)[a-zé]++)(?=(?P<rest>\s+{_PARTICLES}(?P<surname>{_SURNAME})|{_PHONE}))",
        _given_name,
        listed=True,
    ),
    Sort(
        "person",
        _ROLES,
        (
            rf"[A-Z]{_AFTER_A_ROLE}(?:(?<=[DETV])(?:e|en|an|er|l)\s+(?:de[nr]?\s+)?[A-Z])?"
            r"[a-zà-ÿ][\w'’-]*+"
        ),
        _surname_after_a_role,
    ),
    Sort(
        "person",
        (),
        r"[A-Z](?<![\w-].)[a-zà-ÿ][\w'’-]*+,\s(?:[A-Z]\.\s?){1,4}(?:(?:de|van|den|der|ten|ter)\b|\()",
        shape=_INITIAL,
    ),
    Sort(
        "case",
        ("geboren", "geb.", "geboortedatum"),
        (
            r"(?i)\b(?:geboren|geb\.|geboortedatum)\s{0,3}(?:op|:|te\s+\w+\s+op)?\s{0,3}"
            r"(?:\d{1,2}[-/. ]\w{1,9}[-/. ]\d{2,4}|\d{4}-\d\d-\d\d)"
        ),
    ),
    Sort(
        "case",
        ("cliënt", "client", "patiënt", "verdachte "),
        r"(?:[Cc]li[eë]nte?|[Pp]ati[eë]nte?|[Vv]erdachte)\s+[A-Z](?![\w-])",
    ),
    Sort(
        "case",
        ("de familie ", "het gezin "),
        rf"(?:[Dd]e familie|[Hh]et gezin)\s+{_PARTICLES}{_SURNAME}",
    ),
    Sort(
        "case",
        tuple(f"{what}nummer" for what in _NUMBERED),
        rf"(?i)\b(?:{'|'.join(_NUMBERED)})nummer\W{{0,3}}(?=[a-z/.-]{{0,12}}\d)[\w/.-]{{4,}}",
    ),
)
