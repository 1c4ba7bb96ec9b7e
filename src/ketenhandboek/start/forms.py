"""Issue forms for the changes that are asked for most, with questions that the schemas give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from ketenhandboek.kinds.kind import catalogue
from ketenhandboek.start.fields import record_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ketenhandboek.kinds.kind import Schema

_WARNING = (
    "Een melding is voor veel mensen te lezen. Schrijf niets over een casus en niets over een persoon. "
    "Noem functies, geen namen van mensen. Is iemand nu in gevaar? Bel 112."
)
_PROMISE = "In deze melding staat niets over een casus of een persoon."
_LONGEST_LINE = 300
_WHAT = {
    "title": "Wat verandert er, en vanaf welke dag?",
    "description": "Schrijf het in uw eigen woorden. Wat u hierboven niet weet, slaat u over.",
    "type": "string",
    "examples": ["De gemeente zit dit overleg voor, vanaf 1 januari 2027."],
}


@dataclass(frozen=True, slots=True)
class Form:
    """A form about one kind of record: `part` is a list inside it, `asked` the keys that one must fill in."""

    name: str
    title: str
    about: str
    kind: str
    asked: tuple[str, ...]
    keys: tuple[str, ...]
    part: str = ""


FORMS = (
    Form(
        "partner-gewijzigd",
        "Een partner is veranderd",
        "Een andere naam, een ander werkgebied, of anders bereikbaar.",
        "partner",
        ("naam",),
        ("voorheen", "werkgebied", "functies", "bereikbaar", "opgevolgd_door"),
    ),
    Form(
        "partner-erbij",
        "Er is een partner bij gekomen",
        "Een organisatie die nog niet in het handboek staat.",
        "partner",
        ("naam", "soort", "werkgebied"),
        ("omschrijving", "functies", "bereikbaar"),
    ),
    Form(
        "afspraak-gewijzigd",
        "Een afspraak is veranderd",
        "Een ander doet een taak, of de termijn is anders.",
        "afspraak",
        ("taak",),
        ("eindverantwoordelijk", "uitvoerders", "beslist", "termijn", "informeert"),
        "verantwoordelijkheden",
    ),
    Form(
        "overleg-gewijzigd",
        "Een overleg is veranderd",
        "Een andere voorzitter, andere deelnemers, of een andere dag.",
        "overleg",
        ("naam",),
        ("voorzitter", "plaatsvervanger", "deelnemers", "elke", "aanmeldcriteria"),
    ),
    Form(
        "begrip-gewijzigd",
        "Een begrip moet anders of erbij",
        "Een woord dat niet iedereen hetzelfde gebruikt.",
        "begrip",
        ("naam",),
        ("betekenis", "synoniemen", "ontraden"),
    ),
)


def form_files(forge: str) -> dict[str, str]:
    """Every form (path → text) for `github`, `forgejo` or `gitlab`."""
    pattern, written = _FORGES[forge]
    return {pattern.format(form.name): written(form) for form in FORMS}


def _as_yaml(form: Form) -> str:
    """An issue form as GitHub and Forgejo read it."""
    body = [
        {"type": "markdown", "attributes": {"value": _WARNING}},
        *(_item(key, schema, needed) for key, schema, needed in _questions(form)),
        {
            "type": "checkboxes",
            "id": "zonder-personen",
            "attributes": {"label": "Geen personen", "options": [{"label": _PROMISE, "required": True}]},
        },
    ]
    content = {"name": form.title, "description": form.about, "title": f"{form.title}: ", "body": body}
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=110)


def _item(key: str, schema: Schema, needed: bool) -> dict[str, Any]:
    example = _example(schema["examples"][0])
    shown = {"label": schema["title"], "description": schema["description"]}
    more: dict[str, Any]
    if "enum" in schema:
        form, more = "dropdown", {"options": list(schema["enum"])}
    else:
        short = schema["type"] != "array" and schema.get("maxLength", _LONGEST_LINE + 1) <= _LONGEST_LINE
        form, more = "input" if short else "textarea", {"placeholder": example}
    id_ = key.replace("_", "-")
    return {"type": form, "id": id_, "attributes": shown | more, "validations": {"required": needed}}


def _as_markdown(form: Form) -> str:
    """A description template as GitLab reads it: the explanation stands in remarks that nobody sees later."""
    parts = [f"<!-- {_WARNING} -->"]
    for _, schema, needed in _questions(form):
        mark = " (nodig)" if needed else ""
        example = _example(schema["examples"][0])
        parts.append(
            f"## {schema['title']}{mark}\n\n<!-- {schema['description']}\n\nBijvoorbeeld:\n{example} -->"
        )
    return "\n\n".join([*parts, f"- [ ] {_PROMISE}"]) + "\n"


def _questions(form: Form) -> Iterator[tuple[str, Schema, bool]]:
    """Each key with its schema and whether it must be filled in; what changes and its source come last."""
    schema = record_schema(catalogue()[form.kind])
    keys = (schema["properties"][form.part]["items"] if form.part else schema)["properties"]
    yield from ((key, keys[key], True) for key in form.asked)
    yield from ((key, keys[key], False) for key in form.keys)
    yield "wat", _WHAT, True
    source = schema["properties"]["bron"]
    yield "bron", source | {"examples": [source["examples"][0]["tekst"]]}, False


def _example(value: Any) -> str:
    """An example in plain words: an item of a list on each line."""
    if isinstance(value, list):
        return "\n".join(_words(item) for item in value)
    return _words(value)


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key.replace('_', ' ')}: {_words(item)}" for key, item in value.items())
    return ", ".join(map(_words, value)) if isinstance(value, list) else str(value)


_FORGES: dict[str, tuple[str, Callable[[Form], str]]] = {
    "github": (".github/ISSUE_TEMPLATE/{}.yml", _as_yaml),
    "forgejo": (".forgejo/issue_template/{}.yml", _as_yaml),
    "gitlab": (".gitlab/issue_templates/{}.md", _as_markdown),
}
