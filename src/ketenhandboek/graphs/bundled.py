"""Graphviz straight from the libraries inside the pygraphviz wheel.

Importing `pygraphviz` itself loads Pango, which needs X11 libraries of the system and measures text with the
fonts of the machine. Without Pango Graphviz measures with tables of its own: nothing has to be installed, and
every machine draws the same picture.
"""

import ctypes
from collections.abc import Mapping
from ctypes import CDLL, POINTER, byref, c_char, c_char_p, c_int, c_size_t, c_void_p
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_SIGNATURES: Mapping[str, Mapping[str, tuple[Any, list[Any]]]] = {
    "cgraph": {"agmemread": (c_void_p, [c_char_p]), "agclose": (c_int, [c_void_p])},
    "gvc": {
        "gvContextPlugins": (c_void_p, [c_void_p, c_int]),
        "gvLayout": (c_int, [c_void_p, c_void_p, c_char_p]),
        "gvFreeLayout": (c_int, [c_void_p, c_void_p]),
        "gvRenderData": (c_int, [c_void_p, c_void_p, c_char_p, POINTER(c_void_p), POINTER(c_size_t)]),
        "gvFreeRenderData": (None, [c_void_p]),
    },
}


class _Symbol(ctypes.Structure):
    _fields_ = (("name", c_char_p), ("address", c_void_p))


class Bundled:
    """The `dot` layout of the wheel, in this process.

    Raises OSError where its libraries cannot be loaded, AttributeError or ValueError where they lack a name.
    """

    def __init__(self) -> None:
        self._cgraph, self._gvc = _library("cgraph"), _library("gvc")
        self._plugins = (_Symbol * 3)(_plugin("gvplugin_core"), _plugin("gvplugin_dot_layout"))
        self._context = self._gvc.gvContextPlugins(self._plugins, 0)

    def svg(self, dot: str) -> str:
        """The raw SVG of one DOT source; raises ValueError when Graphviz cannot read or draw it."""
        graph = self._cgraph.agmemread(dot.encode())
        _require(graph)
        try:
            _require(self._gvc.gvLayout(self._context, graph, b"dot") == 0)
            return self._render(graph)
        finally:
            self._gvc.gvFreeLayout(self._context, graph)
            self._cgraph.agclose(graph)

    def _render(self, graph: int) -> str:
        data, size = c_void_p(), c_size_t()
        _require(self._gvc.gvRenderData(self._context, graph, b"svg", byref(data), byref(size)) == 0)
        try:
            return ctypes.string_at(data, size.value).decode()
        finally:
            self._gvc.gvFreeRenderData(data)


def _require(succeeded: object) -> None:
    if not succeeded:
        raise ValueError("Graphviz cannot draw this source.")


def _library(name: str) -> CDLL:
    library = CDLL(str(_path(name)))
    for function, (result, arguments) in _SIGNATURES.get(name, {}).items():
        getattr(library, function).restype = result
        getattr(library, function).argtypes = arguments
    return library


def _path(name: str) -> Path:
    wheel = find_spec("pygraphviz")
    if wheel is None or wheel.origin is None:
        raise OSError("The pygraphviz wheel is not installed.")
    for path in sorted((Path(wheel.origin).parents[1] / "pygraphviz.libs").glob(f"lib{name}-*.so*")):
        return path
    raise OSError(f"The pygraphviz wheel has no library {name}.")


def _plugin(name: str) -> _Symbol:
    symbol = f"{name}_LTX_library"
    return _Symbol(symbol.encode(), ctypes.addressof(c_char.in_dll(_library(name), symbol)))
