"""DOT to raw SVG, however Graphviz can be reached."""

from contextlib import suppress

from ketenhandboek.graphs.engines import Worker, svg_by_program


class Layout:
    """Graphviz, until it is closed.

    Nothing starts before the first picture. One worker draws them all; another takes over when it stopped.
    A `dot` on PATH serves where no worker finds Graphviz.
    """

    def __init__(self, limit_seconds: float) -> None:
        self.worker: Worker | None = None
        self._limit = limit_seconds
        self._workers_work = True

    def close(self) -> None:
        """End the worker, if one was needed."""
        if self.worker:
            self.worker.end()
            self.worker = None

    def svg(self, dot: str) -> str:
        """The raw SVG of one DOT source; raises LayoutError."""
        self._replace_worker()
        return self.worker.svg(dot, self._limit) if self.worker else svg_by_program(dot, self._limit)

    def _replace_worker(self) -> None:
        if self.worker and self.worker.spent:
            self.close()
        if self.worker is None and self._workers_work:
            self.worker = _ready_worker()
            self._workers_work = self.worker is not None


def _ready_worker() -> Worker | None:
    with suppress(OSError):
        worker = Worker()
        if worker.ready():
            return worker
        worker.end()
    return None
