"""Events by the task that they begin or end: `ontvangst-melding` is `melding-ontvangen/begin`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.values import Ref

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ketenhandboek.kinds.task import Task

BEGIN, END = "begin", "einde"


class Events:
    """The events that tasks give a name; of two tasks with the same name the first has it."""

    def __init__(self, tasks: Mapping[str, Task]) -> None:
        self._named: dict[str, Ref] = {}
        for task in tasks.values():
            for moment, name in ((BEGIN, task.begin_event), (END, task.end_event)):
                if name:
                    self._named.setdefault(name, Ref(task.id, moment))

    def meant(self, event: Ref) -> Ref:
        """The begin or end of a task that an event is; itself when no task names it."""
        return event if event.function else self._named.get(event.name, event)
