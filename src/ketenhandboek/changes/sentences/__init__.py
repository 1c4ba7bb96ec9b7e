"""Changes as Dutch sentences."""

from __future__ import annotations

from ketenhandboek.changes.sentences import agreements, lines, others, situations
from ketenhandboek.changes.sentences.saying import said

__all__ = ["INCOMPLETE", "NOTHING", "agreements", "lines", "others", "said", "situations"]

NOTHING = "Er verandert niets aan de betekenis."
INCOMPLETE = (
    "Een deel van de gegevens is niet te lezen of past niet. "
    "Daarom is niet te zeggen wie waar eindverantwoordelijk wordt. Herstel eerst de fouten van de controle."
)
