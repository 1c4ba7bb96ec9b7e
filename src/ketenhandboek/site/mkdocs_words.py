"""What MkDocs says in English, in Dutch. A sentence that is not in the table is passed on as its own words."""

from __future__ import annotations

import re

_SETTING = re.compile(r"Config value '(.*?)': (.*)", re.DOTALL)
_ABOUT_A_SETTING = (
    (r"The path '(.*)' isn't an existing directory\.", "de map '{}' bestaat niet."),
    (r"The path '(.*)' isn't an existing file\.", "het bestand '{}' bestaat niet."),
    (r"The path set in custom_dir \('(.*)'\) does not exist\.", "de map '{}' (custom_dir) bestaat niet."),
    (r'The "(.*)" plugin is not installed', "de plugin '{}' is niet geïnstalleerd."),
    (r"Unrecognised theme name: '(.*?)'.*", "het thema '{}' is niet geïnstalleerd."),
    (r"Failed to load extension '(.*?)'.*", "de uitbreiding '{}' is niet geïnstalleerd, of past hier niet."),
    (r"Plugin '(.*?)' option '(.*?)':.*", "de optie '{1}' van de plugin '{0}' kan zo niet."),
    (r"Required configuration not provided\.", "die is verplicht en ontbreekt."),
    (r"Unrecognised configuration name: .*", "MkDocs kent die niet. Kijk of de naam goed is."),
    (r"The '(.*)' should not be .*", "deze map bevat ook iets anders. Maak er een map onder."),
    (r"Expected nav .*", "het menu is een lijst van regels als '- Naam: pagina.md'."),
    (r"Expected .*", "de waarde heeft niet de goede vorm."),
)
_MISSING_IN_MENU = (
    r"A reference to '(.*)' is included in the 'nav' configuration, which is not found in the documentation.*"
)
_SENTENCES = (
    (_MISSING_IN_MENU, "Het menu (nav) noemt '{}', maar die pagina bestaat niet. Maak haar of haal de regel weg."),
    (r"An absolute path to '(.*)' is included .*", "Het menu (nav) noemt '{}'. Laat de schuine streep vooraan weg."),
    (r"The following pages exist .*:\n  - (.*)", "Deze pagina's staan niet in het menu (nav): {}."),
    (r"Doc file '(.*?)' contains an absolute link '(.*?)', .*", "In '{}' begint de link '{}' met een schuine streep. Schrijf waar de pagina staat vanaf deze pagina."),
    (r"Doc file '(.*?)' contains an unrecognized relative link '(.*?)', .*", "In '{}' gaat de link '{}' niet naar een bestand. Schrijf de naam met .md."),
    (r"Doc file '(.*?)' contains a link '(.*?)', but (?:the doc .* does not contain an anchor|there is no such anchor).*", "In '{}' gaat de link '{}' naar een kop die niet bestaat."),
    (r"Doc file '(.*?)' contains a link '(.*?)', but the target.* is not found .*", "In '{}' gaat de link '{}' naar een pagina die niet bestaat."),
    (r"Excluding '(.*)' from the site because it conflicts with '(.*)'\.", "De pagina '{}' vervalt, want '{}' komt op dezelfde plek."),
    (r"Encoding error reading file: (.*)", "De pagina '{}' is geen UTF-8. Sla haar op met die codering."),
    (r"Error (?:reading|building) page '(.*?)':(.*)", "De pagina '{}' is niet te maken ({})."),
    (r"Template skipped: '(.*)' not found .*", "Het sjabloon '{}' bestaat niet."),
    (r"MkDocs encountered an error parsing the configuration file:.*", "Een woord met ! ervoor klopt niet in de instellingen van de site. Haal het weg."),
    (r"Inherited config file '(.*?)' does not exist .*", "De instellingen bouwen voort op '{}', maar dat bestand bestaat niet."),
)  # fmt: skip


def is_fault(said: str) -> bool:
    """Whether a warning is about something that makes a site useless, such as a menu that leads nowhere."""
    return re.fullmatch(_MISSING_IN_MENU, said) is not None


def in_dutch(said: str) -> str:
    """A complaint of MkDocs as a Dutch sentence."""
    setting = _SETTING.fullmatch(said)
    if setting:
        name, complaint = setting.groups()
        return f"De instelling '{name}' van de site klopt niet: {_match(complaint, _ABOUT_A_SETTING)}"
    return _match(said, _SENTENCES)


def _match(said: str, table: tuple[tuple[str, str], ...]) -> str:
    for pattern, sentence in table:
        found = re.fullmatch(pattern, said, re.DOTALL)
        if found:
            return sentence.format(*(part.strip().replace("\n  - ", ", ") for part in found.groups()))
    return f'MkDocs meldt "{said}"'
