"""The JSON Schemas of a region's files: those of the kinds, with the names that the region itself knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ketenhandboek.chain.choices import choices, with_function
from ketenhandboek.kinds.kind import catalogue

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.kind import Schema


def regional_schemas(chain: Chain) -> dict[str, Schema]:
    """The schema of each kind of file by its file name.

    It accepts what the kind's own schema accepts. Where a record names another, an editor can offer the ids
    that exist (`anyOf`), each with the name that readers know as its description.
    """
    offers = _Offers(chain)
    return {kind.schema_name: offers.laid_over(kind.schema) for kind in catalogue().values()}


class _Offers:
    """Finds the ids for every `x-ref` once, and names them in schemas."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._known: dict[str, Schema] = {}

    def laid_over(self, schema: Schema) -> Schema:
        """The schema with an offer beside the form of every reference."""
        used: dict[str, Schema] = {}
        whole: Schema = self._walked(schema, used)
        return whole | {"$defs": whole["$defs"] | used}

    def _walked(self, part: Any, used: dict[str, Schema]) -> Any:
        if isinstance(part, list):
            return [self._walked(item, used) for item in part]
        if not isinstance(part, dict):
            return part
        walked = {name: self._walked(below, used) for name, below in part.items()}
        return self._offering(walked, used) if "x-ref" in walked else walked

    def _offering(self, part: Schema, used: dict[str, Schema]) -> Schema:
        reference = part["x-ref"]
        name = "-of-".join(("keuze", *reference["naar"], *reference.get("woorden", ())))
        name += "-met-functie" if "functie" in reference else ""
        if name not in self._known:
            self._known[name] = self._offer(reference)
        if not self._known[name]["anyOf"]:
            return part
        used[name] = self._known[name]
        others = {key: value for key, value in part.items() if key != "$ref"}
        return others | {"anyOf": [{"$ref": f"#/$defs/{name}"}, {"$ref": part["$ref"]}]}

    def _offer(self, reference: dict[str, Any]) -> Schema:
        """A choice of every id, which an editor explains where it stands; functions it can only offer.

        There are too many of those: a server that weighs each of them at every name takes seconds a file.
        """
        found = choices(self._chain, reference)
        offer: Schema = {"anyOf": [{"const": text, "description": said} for text, said in found.items()]}
        functions = with_function(self._chain, found) if "functie" in reference else {}
        snippets = [{"label": text, "description": said, "body": text} for text, said in functions.items()]
        return offer | ({"defaultSnippets": snippets} if snippets else {})
