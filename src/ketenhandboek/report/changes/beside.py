"""What stands beside a comment and is linked from it: a preview, pictures, and the whole story."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ketenhandboek.graphs.pictures import Picture
from ketenhandboek.graphs.standalone import standalone
from ketenhandboek.graphs.view import Edge, Node
from ketenhandboek.report.formats.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ketenhandboek.graphs.pictures import Studio
    from ketenhandboek.graphs.view import View
    from ketenhandboek.report.changes.pictures import Redrawn

PICTURES = "Tekeningen, eerst en nu"
PREVIEW = "Bekijk het handboek zoals het met dit voorstel wordt"
EVERYTHING = "wijzigingen.txt"
_TOLD = 8


@dataclass(frozen=True, slots=True)
class Beside:
    """The address of the preview, that of the folder with the `files` (name → text), and the pictures there.

    An empty `address` is the folder in which the comment itself stands. Addresses must be safe in Markdown.
    """

    preview: str = ""
    address: str = ""
    pictures: tuple[Redrawn, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)

    @property
    def everything(self) -> str:
        """Where all changes stand, in words or as a link."""
        return f"[{EVERYTHING}]({self._link(EVERYTHING)})" if EVERYTHING in self.files else "`keten diff`"

    def items(self) -> Iterator[str]:
        """Each picture that changed: its title, in words what is different, then before and after."""
        for picture in self.pictures:
            words = [f"- {label}: {told}." for label, told in _differences(picture)]
            before = "Eerst (dik is wat weg is)" if picture.gone else "Eerst"
            now = "Nu (dik is wat nieuw of anders is)" if picture.come or picture.other else "Nu"
            shown = [self._shown(before, "eerst", picture), self._shown(now, "nu", picture)]
            blocks = [f"**{escaped(picture.title)}**", "\n".join(words), *shown]
            yield "\n\n".join(filter(None, blocks)) + "\n"

    def _shown(self, label: str, when: str, picture: Redrawn) -> str:
        file = _file(picture, when)
        image = f"![{escaped(picture.title)}, {when}]({self._link(file)})"
        return f"{label}:\n\n{image}" if file in self.files else ""

    def _link(self, file: str) -> str:
        return f"{self.address.rstrip('/')}/{file}" if self.address else file


NOTHING_BESIDE = Beside()


def drawn(pictures: Iterable[Redrawn], studio: Studio) -> dict[str, str]:
    """The SVG files (name → text) of pictures before and after; one that can't be drawn is left out."""
    found = {}
    for picture in pictures:
        marked = (("eerst", picture.old, picture.gone), ("nu", picture.new, (*picture.come, *picture.other)))
        for when, view, things in marked:
            image = studio.draw(view) if view else None
            if isinstance(image, Picture):
                found[_file(picture, when)] = standalone(image, things)
    return found


def _file(picture: Redrawn, when: str) -> str:
    return f"{picture.name}-{when}.svg"


def _differences(picture: Redrawn) -> Iterator[tuple[str, str]]:
    for label, things, view in (
        ("Erbij", picture.come, picture.new),
        ("Weg", picture.gone, picture.old),
        ("Nu anders", picture.other, picture.new),
    ):
        told = list(_told(things, view)) if view else []
        rest = [f"en nog {len(told) - _TOLD}"] if len(told) > _TOLD else []
        if told:
            yield label, "; ".join((*map(escaped, told[:_TOLD]), *rest))


def _told(things: tuple[Node | Edge, ...], view: View) -> Iterator[str]:
    """Nodes by name, and lines with their ends; not the lines to nodes that are told already."""
    names = {node.id: _name(node) for node in view.nodes}
    told = {thing.id for thing in things if isinstance(thing, Node)}
    for thing in things:
        if isinstance(thing, Node):
            yield names[thing.id]
        elif not told & {thing.source, thing.target}:
            what = f" ({thing.label})" if thing.label else ""
            yield f"{names[thing.source]} → {names[thing.target]}{what}"


def _name(node: Node) -> str:
    """`Teammanager (Veilig Thuis, School)` for a node of two lines."""
    first, *others = node.label.splitlines() or [""]
    return f"{first} ({', '.join(others)})" if others else first
