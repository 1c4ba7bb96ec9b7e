"""What an editor reads when a record does not fit: where, what is wrong, and what to do."""

# ruff: noqa: E501 - a table reads best with one mistake a line
from __future__ import annotations

from typing import NamedTuple

import pytest
from specimens import document

from ketenhandboek.kinds.gate import misfits
from ketenhandboek.kinds.kind import catalogue
from ketenhandboek.mend.edits import pieces, rewritten

PARTNER = """\
partners:
  - id: veilig-thuis-lindewaarde
    naam: Veilig Thuis Lindewaarde
    soort: veilig-thuis
    werkgebied:
      - gebied: regio
        sinds: 2015-01-01
    scholing:
      - Signs of Safety
    overleggen_per_week: 4
"""
REGION = """\
id: lindewaarde
naam: Lindewaarde
fictief: ja
gemeenten:
  - id: lindestad
    code: GM9901
    naam: Lindestad
tijdvensters:
  - id: kantooruren
    naam: Kantooruren
    dagen:
      - maandag
    van: 08:30
    tot: 17:00
vooruitblik: 6 maanden
"""
AGREEMENT = """\
titel: Samenwerking
soort: convenant
stand: vastgesteld
geldig:
  van: 2025-01-01
gebied:
  - regio
themas:
  - alle
verantwoordelijkheden:
  - id: triage
    taak: triage
    eindverantwoordelijk: veilig-thuis
    termijn:
      binnen: 5 werkdagen
escalatieroutes:
  - id: samenwerking
    naam: Samenwerking
    tussen:
      - veilig-thuis
      - lokaal-team
    aanleidingen:
      - route-loopt-vast
"""
EXCEPTION = """\
uitzonderingen:
  - id: ladder
    regel: ESC005
    record: afspraak/samenwerking
    reden: De werkgroep past dit aan.
    tot_en_met: 2026-12-31
    door: de regiegroep
"""
CASE = """\
titel: Zaterdagnacht
fictief: ja
situatie:
  gemeente: lindestad
  moment: 2026-03-07 03:00
  themas:
    - partnergeweld
  doelgroepen:
    - kind
begin:
  partner: politie
  taak: signaleren
verwacht:
  - taak: triage
"""
TASK = """\
taken:
  - id: triage
    naam: Triage
    fase: beoordelen
    verdeling: een
"""
TEXTS = {
    "partner": PARTNER,
    "regio": REGION,
    "afspraak": AGREEMENT,
    "uitzondering": EXCEPTION,
    "casus": CASE,
    "taak": TASK,
}
DURATION = (
    "Schrijf een getal en een eenheid: uur, werkdagen, kalenderdagen, weken, maanden of jaar. "
    "Bijvoorbeeld '5 werkdagen'. Weet u het niet? Schrijf 'onbekend'."
)
COARSE_DAY = (
    "Schrijf een dag als '2025-01-31', een maand als '2025-01', een jaar als '2025', of het woord 'onbekend'."
)
DAYS = "'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag' of 'zondag'"


class Broken(NamedTuple):
    """A good record in which `old` has become `new`, with the one thing that is said of it."""

    kind: str
    old: str
    new: str
    where: str
    message: str
    edit: str | None = None


COARSE = "Verbeter een van de twee datums."
PERIODS = [
    Broken("afspraak", "  van: 2025-01-01\n", "  van: 2025-01-01\n  tot_en_met: 2024-12-31\n", "6:15", f"Deze periode eindigt (31 december 2024) voordat zij begint (1 januari 2025). {COARSE}"),
    Broken("afspraak", "  van: 2025-01-01\n", "  van: 2025-06-01\n  tot_en_met: 2025-05\n", "6:15", f"Deze periode eindigt (mei 2025) voordat zij begint (1 juni 2025). {COARSE}"),
    Broken("partner", "sinds: 2015-01-01", "sinds: 2015\n        tot_en_met: 2014", "8:21", f"Deze periode eindigt (2014) voordat zij begint (2015). {COARSE}"),
    Broken("regio", "    naam: Lindestad\n", "    naam: Lindestad\n    sinds: 2020\n    tot_en_met: 2019-12-31\n", "9:17", f"Deze periode eindigt (31 december 2019) voordat zij begint (2020). {COARSE}"),
    Broken("regio", "tot: 17:00", "tot: 08:30", "14:10", "Dit tijdvenster begint en eindigt om '08:30'. Verbeter een van de twee. Geldt het de hele dag? Haal 'van' en 'tot' dan weg."),
]  # fmt: skip
KEYS = [
    Broken("partner", "soort:", "sort:", "4:5", "'sort' hoort hier niet. Bedoelde u 'soort'?", "soort"),
    Broken("partner", "partners:", "partner:", "1:1", "'partner' hoort hier niet. Bedoelde u 'partners'?", "partners"),
    Broken(
        "afspraak", "eindverantwoordelijk:", "eindverantwoordelijke:", "13:5",
        "'eindverantwoordelijke' hoort hier niet. Bedoelde u 'eindverantwoordelijk'?", "eindverantwoordelijk",
    ),
    Broken("uitzondering", "tot_en_met:", "Tot en met:", "6:5", "'Tot en met' hoort hier niet. Bedoelde u 'tot_en_met'?", "tot_en_met"),
    Broken("afspraak", "      binnen: 5 werkdagen", "    binnen: 5 werkdagen", "15:5", "'binnen' hoort hier niet. Hoort het onder 'termijn'? Laat de regel dan twee spaties verder inspringen."),
    Broken("partner", "soort:", "kleur: rood\n    soort:", "4:5", "'kleur' hoort hier niet. Haal het weg, of schrijf het bij 'opmerking'."),
    Broken("partner", "gebied: regio", "gebied: regio\n        kleur: rood", "7:9", "'kleur' hoort hier niet. Haal het weg. Wat hier nog kan staan: 'tot_en_met'."),
    Broken("uitzondering", "    reden: De werkgroep past dit aan.\n", "", "2:5", "Hier ontbreekt 'reden'. Waarom de regio dit voor een tijd aanvaardt. Zet 'reden:' erbij."),
    Broken("uitzondering", "    tot_en_met: 2026-12-31\n", "", "2:5", "Hier ontbreekt 'tot_en_met' (Tot en met). De laatste dag waarop de uitzondering geldt, hooguit een jaar vooruit. Zet 'tot_en_met:' erbij."),
    Broken("afspraak", "soort: convenant\nstand: vastgesteld\n", "", "1:1", "Hier ontbreken 'soort' en 'stand'. Zet ze erbij."),
    Broken("casus", "taak: triage", "partner: politie", "14:5", "Hier ontbreekt 'taak'. De taak die moet gebeuren. Zet 'taak:' erbij."),
    Broken("regio", "    tot: 17:00\n", "", "13:5", "Bij 'van' hoort ook 'tot'. Zet die erbij, of haal 'van' weg."),
    Broken("taak", "    verdeling: een", "    verdeling: een\n    vervangt_landelijk: ja", "6:5", "Bij 'vervangt_landelijk' hoort ook 'reden'. Zet die erbij, of haal 'vervangt_landelijk' weg."),
]  # fmt: skip

SHAPES = [
    Broken("partner", PARTNER, "~\n", "1:1", "Dit bestand is leeg. Begin met 'partners:'."),
    Broken("partner", PARTNER, "- id: a\n", "1:1", "Hier staat een lijst. Begin het bestand met 'partners:', en laat de rest inspringen."),
    Broken("partner", PARTNER, "hallo\n", "1:1", "Hier staat 'hallo'. Begin het bestand met 'partners:', en laat de rest inspringen."),
    Broken("partner", "naam: Veilig Thuis Lindewaarde", "naam:", "3:5", "Achter 'naam' staat niets. Vul iets in."),
    Broken("partner", "overleggen_per_week: 4", "overleggen_per_week:", "10:5", "Achter 'overleggen_per_week' staat niets. Vul iets in, of haal de regel weg."),
    Broken("partner", "- Signs of Safety", "-", "9:8", "Achter dit streepje staat niets. Vul iets in, of haal het streepje weg."),
    Broken("partner", "naam: Veilig Thuis Lindewaarde", "naam: 2017", "3:11", "Hier staat het getal 2017, maar dit is tekst. Zet er aanhalingstekens om.", "'2017'"),
    Broken("partner", "scholing:\n      - Signs of Safety", "scholing: Signs of Safety", "8:15", "'scholing' is een lijst. Zet 'Signs of Safety' op een nieuwe regel, met '- ' ervoor.", "\n      - Signs of Safety"),
    Broken("partner", "- gebied: regio\n        sinds: 2015-01-01", "  gebied: regio", "5:5", "'werkgebied' is een lijst. Zet een streepje ('- ') voor elk onderdeel."),
    Broken("partner", "- gebied: regio\n        sinds: 2015-01-01", "- regio", "6:9", "Hier staat 'regio'. Zet achter het streepje eigen regels, zoals 'gebied:'."),
    Broken("partner", "- Signs of Safety", "- Let op: eerst scholen", "9:9", "Hier hoort gewone tekst. Staat er een dubbele punt in? Zet dan aanhalingstekens om de hele tekst."),
    Broken("partner", "- Signs of Safety", "- - Signs of Safety", "9:9", "Hier staat een lijst in een lijst. Haal één streepje weg."),
    Broken("partner", "soort: veilig-thuis", "soort:\n      - veilig-thuis", "4:5", "Bij 'soort' hoort geen lijst. Zet de tekst achter de dubbele punt, zonder streepje."),
    Broken("partner", "overleggen_per_week: 4", "overleggen_per_week: vier", "10:26", "'vier' kan hier niet. Schrijf een getal van 0 tot en met 200, of het woord 'onbekend'."),
    Broken("afspraak", "geldig:\n  van: 2025-01-01", "geldig: 2025-01-01", "4:9", "Hier staat '2025-01-01'. Zet eronder, met twee spaties ervoor, eigen regels, zoals 'van:' en 'tot_en_met:'."),
    Broken("afspraak", "geldig:\n  van:", "geldig:\n  - van:", "4:1", "Onder 'geldig' hoort geen lijst. Haal de streepjes weg."),
    Broken("afspraak", "geldig:\n  van:", "geldig:\nvan:", "5:1", "'van' hoort hier niet. Hoort het onder 'geldig'? Laat de regel dan twee spaties verder inspringen."),
]  # fmt: skip

VALUES = [
    Broken("regio", "fictief: ja", "fictief: true", "3:10", "Hier staat 'true'. Schrijf ja of nee: hier 'ja'.", "ja"),
    Broken("regio", "fictief: ja", "fictief: no", "3:10", "Hier staat 'no'. Schrijf ja of nee: hier 'nee'.", "nee"),
    Broken("regio", "fictief: ja", "fictief: Ja", "3:10", "'Ja' kan hier niet. Bedoelde u 'ja'? Kies uit 'ja' of 'nee'.", "ja"),
    Broken("regio", "fictief: ja", "fictief: 1", "3:10", "'1' kan hier niet. Kies uit 'ja' of 'nee'."),
    Broken("casus", "fictief: ja", "fictief: nee", "2:10", "'nee' kan hier niet. Schrijf 'ja': de casus is verzonnen. Een casus over echte mensen hoort hier nooit."),
    Broken("afspraak", "stand: vastgesteld", "stand: vastgestelt", "3:8", "'vastgestelt' kan hier niet. Bedoelde u 'vastgesteld'? Kies uit 'concept', 'ter-consultatie' of 'vastgesteld'.", "vastgesteld"),
    Broken("regio", "- maandag", "- weekend", "12:9", f"'weekend' kan hier niet. Kies uit {DAYS}."),
    Broken("regio", "- maandag", "- maandag\n      - maandag", "13:9", "'maandag' staat twee keer in deze lijst. Haal er één weg.", ""),
    Broken("afspraak", "      - lokaal-team\n", "", "19:5", "In 'tussen' horen minstens 2 onderdelen te staan. Vul de lijst aan."),
    Broken("afspraak", "5 werkdagen", "5 dagen", "15:15", "'5 dagen' kan hier niet. Schrijf '5 werkdagen' of '5 kalenderdagen'."),
    Broken("afspraak", "5 werkdagen", "5", "15:15", f"'5' kan hier niet. {DURATION}"),
    Broken("afspraak", "5 werkdagen", "zo snel mogelijk", "15:15", f"'zo snel mogelijk' kan hier niet. {DURATION}"),
    Broken("regio", "6 maanden", "zes maanden", "15:14", "'zes maanden' kan hier niet. Schrijf '6 maanden'.", "6 maanden"),
    Broken("partner", "2015-01-01", "1-1-2015", "7:16", "'1-1-2015' kan hier niet. Schrijf '2015-01-01'.", "2015-01-01"),
    Broken("partner", "2015-01-01", "2015-02-29", "7:16", "De datum in '2015-02-29' bestaat niet. Kijk de dag en de maand na."),
    Broken("partner", "2015-01-01", "15", "7:16", f"'15' kan hier niet. {COARSE_DAY}"),
    Broken("uitzondering", "2026-12-31", "2026", "6:17", "'2026' kan hier niet. Schrijf een hele datum: jaar, maand en dag, zoals '2025-01-31'."),
    Broken("casus", "2026-03-07 03:00", "2026-03-07", "5:11", "'2026-03-07' kan hier niet. Schrijf een datum en een tijd, zoals '2026-03-07 03:00'."),
    Broken("regio", "08:30", "8:30", "13:10", "'8:30' kan hier niet. Schrijf '08:30'.", "08:30"),
    Broken("regio", "GM9901", "9901", "6:11", "'9901' kan hier niet. Schrijf 'GM9901'.", "GM9901"),
    Broken("uitzondering", "ESC005", "esc005", "3:12", "'esc005' kan hier niet. Schrijf 'ESC005'.", "ESC005"),
    Broken("partner", "id: veilig-thuis-lindewaarde", "id: Veilig Thuis", "2:9", "'Veilig Thuis' kan hier niet. Schrijf 'veilig-thuis'.", "veilig-thuis"),
    Broken("partner", "id: veilig-thuis-lindewaarde", "id: melder", "2:9", "'melder' kan geen id zijn: dat woord heeft een vaste betekenis. Kies een andere id."),
    Broken("uitzondering", "afspraak/samenwerking", "samenwerking", "4:13", "'samenwerking' kan hier niet. Schrijf de soort en de id met een schuine streep ertussen, zoals 'afspraak/samenwerking-2025'."),
    Broken("partner", "overleggen_per_week: 4", "overleggen_per_week: 300", "10:26", "'300' kan hier niet. Schrijf een getal van 0 tot en met 200, of het woord 'onbekend'."),
    Broken("partner", "naam: Veilig Thuis Lindewaarde", "naam: ''", "3:11", "'naam' is leeg. Vul iets in, of haal de regel weg."),
    Broken("partner", "naam: Veilig Thuis Lindewaarde", "naam: |\n      Veilig Thuis", "3:11", "Deze tekst loopt door op een volgende regel. Zet alles op één regel, zonder | of >."),
    Broken("partner", "Veilig Thuis Lindewaarde", "x" * 301, "3:11", "Deze tekst heeft 301 tekens. Er kunnen er 300 staan. Maak de tekst korter."),
    Broken("partner", "id: veilig-thuis-lindewaarde", f"id: {'A' * 70}", "2:9", f"'{'A' * 60}…' kan hier niet. Schrijf '{'a' * 60}…'.", "a" * 70),
]  # fmt: skip


@pytest.mark.parametrize(
    "broken", [*PERIODS, *KEYS, *SHAPES, *VALUES], ids=lambda broken: broken.message[:50]
)
def test_one_mistake_gets_one_message_at_its_place(broken: Broken) -> None:
    text = TEXTS[broken.kind]
    assert text.count(broken.old) >= 1
    assert misfits(catalogue()[broken.kind], document(text)) == ()

    found = misfits(catalogue()[broken.kind], document(text.replace(broken.old, broken.new, 1)))
    told = [
        (f"{span.line}:{span.column}", misfit.problem.message)
        for misfit in found
        for span in [misfit.problem.span]
    ]
    assert told == [(broken.where, broken.message)]
    edit = found[0].problem.edit
    assert (edit.replacement if edit else None) == broken.edit


@pytest.mark.parametrize(
    "broken",
    [broken for broken in (*KEYS, *VALUES) if broken.edit is not None],
    ids=lambda broken: broken.message[:50],
)
def test_the_edit_mends_the_record(broken: Broken) -> None:
    kind = catalogue()[broken.kind]
    text = TEXTS[broken.kind].replace(broken.old, broken.new, 1)
    (misfit,) = misfits(kind, document(text))
    edit = misfit.problem.edit
    assert edit is not None

    assert misfits(kind, document(rewritten(text, pieces(text, [edit])))) == ()


def test_a_value_that_stands_twice_is_told_with_its_first_place() -> None:
    text = REGION.replace("- maandag", "- maandag\n      - dinsdag\n      - maandag")
    (misfit,) = misfits(catalogue()["regio"], document(text))
    (first,) = misfit.problem.related
    assert (misfit.problem.span.line, first.span.line) == (14, 12)
    assert first.message == "hier staat 'maandag' voor het eerst"


def test_every_mistake_is_told_in_reading_order() -> None:
    text = AGREEMENT.replace("soort: convenant", "soort: verdrag").replace("5 werkdagen", "5")
    text = text.replace("id: triage", "id: Triage").replace("titel:", "title:")
    found = misfits(catalogue()["afspraak"], document(text))
    assert [misfit.path for misfit in found] == [
        ("title",),
        ("soort",),
        ("verantwoordelijkheden", 0, "id"),
        ("verantwoordelijkheden", 0, "termijn", "binnen"),
    ]
