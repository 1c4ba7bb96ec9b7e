"""The process that lays out pictures: a line with DOT in, a line with raw SVG or null out, both as JSON.

Graphviz cannot be interrupted, leaks a little and may abort; here it takes nothing else down. The first line
out is empty and says that Graphviz is loaded; without Graphviz the process ends before it.
"""

import json
import os
import sys
from collections.abc import Callable
from contextlib import closing
from typing import TextIO

from ketenhandboek.graphs.bundled import Bundled


def main() -> None:
    """Answer until standard input ends."""
    with _own_output() as answers:
        svg = _graphviz()
        print(file=answers, flush=True)
        for question in sys.stdin:
            print(json.dumps(_answer(svg, json.loads(question))), file=answers, flush=True)


def _own_output() -> TextIO:
    """Standard output for the answers alone: what libraries print there goes to standard error."""
    own = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return own


def _graphviz() -> Callable[[str], str]:
    try:
        return Bundled().svg
    except (AttributeError, OSError, ValueError):
        return _module()


def _module() -> Callable[[str], str]:
    """The layout of the `pygraphviz` module, for wheels that are built otherwise than those for Linux."""
    from pygraphviz import AGraph

    def svg(dot: str) -> str:
        with closing(AGraph(string=dot)) as graph:
            return str(graph.draw(format="svg", prog="dot"), "utf-8")

    return svg


def _answer(svg: Callable[[str], str], dot: str) -> str | None:
    try:
        return svg(dot)
    except ValueError:
        return None


if __name__ == "__main__":
    main()
