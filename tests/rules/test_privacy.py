"""Personal data: what is found, what only looks like it, and where it is looked for."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenhandboek.chain.chain import Chain
from ketenhandboek.chain.load import load
from ketenhandboek.chain.records import Records
from ketenhandboek.rules.check import check
from ketenhandboek.rules.example import EXAMPLE_DAY
from ketenhandboek.rules.privacy.patterns import sightings, sorts_in

if TYPE_CHECKING:
    from pathlib import Path

PERSONAL = {
    "mobile": """
        Bel 06-12345678
        06 12 34 56 78
        +31 6 12345678
        +31(0)6-1234 5678
        0031612345678
        (06) 12345678
        06 - 12345678
        telefoon: 0612345678
        """,
    "mail": """
        jan.jansen@gemeente.nl
        j.de.vries@politie.nl
        meldpunt@gmail.com
        sandra@vtoost.nl
        a.b.jansen@om.nl
        kees.vandenberg@zorg.example.nl
        """,
    "number": """
        BSN 123456782
        bsn: 123 456 789
        Nummer 111222333
        1112.22.333
        burgerservicenummer is 12345678
        """,
    "address": """
        Kerkstraat 12
        1234 AB
        1234AB Lindestad
        2011 AB Haarlem
        Burgemeester Jansenlaan 5a
        Laan van Meerdervoort 100
        dorpsstraat 3
        Stationsplein 1
        """,
    "person": """
        mevrouw Jansen
        mw. De Vries
        dhr. J. de Vries
        de heer Van den Berg
        drs. A.B. Jansen
        mr. dr. P. Bakker
        J. de Vries
        A.B. Jansen
        Sandra de Boer
        Vraag naar Jan Jansen
        Mohamed el Amrani
        Jan Veldhuis
        Bel Jan de Vries, 026-1234567
        Karin, tel. 026-1234567
        Bereikbaar via Marloes (026-1234567)
        teammanager Sandra Visser
        voorzitter: Ank Willems
        Bel naar Tjeerd Hoekstra
        mevrouw A. Jansen
        S. de Vries, teammanager
        Vries, J. de (teamleider)
        wethouder Jansen
        burgemeester De Boer
        officier Van Dam, 026-1234567
        contactpersoon: Bakker
        """,
    "case": """
        cliënt X
        geboren 12-03-2011
        geboren op 12 maart 2011
        Geboortedatum: 2011-03-12
        het gezin Jansen
        de familie De Boer
        zaaknummer 2024/0012
        parketnummer: 05/123456-20
        """,
}
ALLOWED = """
    112
    0800-2000
    0900-8844
    088-1234567
    088 123 45 67
    2025-01-01
    06-12-2025 10:30
    2025-06-12 03:00
    van 08:30 tot 17:00
    GM0344
    in 2025 VT
    In 2023 OM Lindewaarde
    1500 VT meldingen
    Stb. 2008, 421
    BWBR0035362, artikel 4.1.1
    Kamerstukken II 2022/23, 28345, nr. 260
    ECLI:NL:HR:2020:1234
    sha256:9f86d081884c7d659a2feaa0c55ad015
    RSIN 123456782
    KvK 12345678
    123456789
    123.456.789 euro
    Meerjarenstrategie 2020-2023
    meldpunt@veiligthuis.nl
    info@lindestad.nl
    veilig.thuis@lindewaarde.nl
    zorg-en-veiligheid@lindestad.nl
    om.oost@om.nl
    afdeling-3@lindestad.nl
    Burgemeester en wethouders
    De heer of mevrouw
    Geachte heer/mevrouw
    Wethouder Jeugd
    burgemeester van Lindestad
    1 gezin, 1 plan, 1 coördinator
    Centrum voor Jeugd en Gezin Oostveld
    Stichting Anna Huis
    Sint Jan Ziekenhuis
    Peter Jansen Stichting
    Emma Kinderziekenhuis
    Zorg B.V. Lindestad
    Stichting Jan Arends
    de Willem van Oranjelaan in Delft
    Johan Cruijff Arena
    William Schrikker Stichting
    Apotheek Jansen
    Wijkteam Anna van Burenstraat
    Gemeente Anna Paulowna
    teammanager Veilig Thuis, 088-1234567
    wethouder Zorg
    wethouder Jeugd en Gezin
    burgemeester van De Waard
    burgemeester Lindestad
    contactpersoon: Gemeente Oostveld
    Officier van Justitie
    Lokaal Team Noord, 026-1234567
    Korrelatie, 0900-1450
    De Kindertelefoon: 0800-0432
    Bel Moviera op 088-3744744
    Zie hoofdstuk B. (bijlage)
    A. Melding
    B. Triage door Veilig Thuis
    Hengelo (O.) Veilig Thuis
    Uitvoering 3
    Onderweg 3
    Gerechtshof 2019
    De verdachte of het slachtoffer
    kinderen geboren na 1 januari 2015
    dossiernummer niet nodig
    """


def listed(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


@pytest.mark.parametrize(
    ("sort", "text"), [(sort, text) for sort, texts in PERSONAL.items() for text in listed(texts)]
)
def test_personal_data_is_found(sort: str, text: str) -> None:
    assert sort in [sighting.sort for sighting in sightings(f"toelichting: {text}.\n")]


@pytest.mark.parametrize("text", listed(ALLOWED))
def test_what_only_looks_like_personal_data_is_left(text: str) -> None:
    assert [text[found.start : found.end] for found in sightings(text)] == []


def test_a_name_on_two_lines_is_found_on_the_first() -> None:
    text = "toelichting: >-\n  Vraag naar mevrouw\n  Jansen voor meer.\n"
    (found,) = sightings(text)
    assert text[found.start : found.end] == "mevrouw\n  Jansen"


def test_every_file_is_searched_also_when_it_is_broken_or_strange(tmp_path: Path) -> None:
    (tmp_path / "regio.yaml").write_text("id: x\nnaam: X\n# bel 06-12345678\ngemeenten: []\n")
    (tmp_path / "partners.yaml").write_text("partners:\n  - naam: Jan Jansen\n")
    (tmp_path / "notities.yml").write_text("bel: 06-12345678\n")
    (tmp_path / "begrippen.yaml").write_bytes(b"caf\xe9: 06-12345678\n")
    report = check(Chain(load(tmp_path, ""), EXAMPLE_DAY), ["PRI001"])
    places = [
        (item.span.file, item.span.line, item.span.column, item.span.end_column) for item in report.findings
    ]
    assert places == [
        ("begrippen.yaml", 1, 7, 18),
        ("notities.yml", 1, 6, 17),
        ("partners.yaml", 2, 11, 21),
        ("regio.yaml", 3, 7, 18),
    ]
    assert not any("12345678" in item.message or "Jansen" in item.message for item in report.findings)


@pytest.mark.parametrize(
    "text",
    [
        "A-" * 400_000 + " weg 1",
        "Jan van " * 100_000,
        "zaaknummer-" * 90_000,
        "geboren" + " " * 900_000 + "x",
        "mevr. " * 150_000,
        "a.b-" * 240_000 + "@",
        "1" * 900_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_takes_a_moment(text: str) -> None:
    began = process_time()
    sum(1 for _ in sightings(text))
    assert process_time() - began < 15


@given(st.text(st.sampled_from("aZ.@+-06 19\nvJanMmevrouwBSN/'"), max_size=80))
def test_any_text_can_be_searched(text: str) -> None:
    ends = 0
    for found in sightings(text):
        assert ends <= found.start < found.end <= len(text)
        ends = found.end


PIECES = [
    *listed("\n".join(PERSONAL.values())),
    "\n",
    " ",
    ", ",
    "Jan ",
    "J.\nde Vries",
    "mevrouw\n",
    "wethouder ",
]


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=5).map("".join), max_size=3))
def test_files_together_show_what_each_shows_alone(texts: list[str]) -> None:
    sorts = sorts_in(Records((), texts=tuple(("", text) for text in texts)).lines)
    assert [list(sightings(text, sorts)) for text in texts] == [list(sightings(text)) for text in texts]
