"""A handover between two parties in examples, and the information that goes with it."""

HANDOVER = """
    verantwoordelijkheden:
      - id: advies-over-de-pleger
        taak: advies-vragen
        eindverantwoordelijk: forensische-zorg
        uitvoerders:
          - forensische-zorg/medewerker
        zicht_op_veiligheid: ja
        coordinatie: ja
        daarna:
          - naar: risicoanalyse
      - id: risico-van-de-pleger
        taak: risicoanalyse
        eindverantwoordelijk: forensische-zorg
        uitvoerders:
          - forensische-zorg/medewerker
        zicht_op_veiligheid: ja
        coordinatie: ja
        daarna:
          - als: hoog-risico
            naar: gesprek-met-betrokkenen
            overdracht:
              bevestigt_binnen: 2 werkdagen
              lukt_dat_niet: route-loopt-vast
              coordinatie: gaat-mee
          - als: laag-risico
            naar: einde
      - id: gesprek-met-het-kind
        taak: gesprek-met-betrokkenen
        eindverantwoordelijk: jeugdhulpaanbieder
        uitvoerders:
          - jeugdhulpaanbieder/medewerker
        zicht_op_veiligheid: ja
        coordinatie: ja
        daarna:
          - naar: einde
"""
FLOW = """\
    gegevensstromen:
      - id: risico
        van: forensische-zorg
        naar: jeugdhulpaanbieder
        bij: risicoanalyse
        gegevens:
          - veiligheid-risico
        omvang: alle
        grondslagen:
          - bw-7-457
"""
