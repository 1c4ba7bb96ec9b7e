"""The two ways to Graphviz: a worker process with the wheel, and a `dot` program."""

import json
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from threading import Timer
from typing import IO, Literal, cast

Cause = Literal["missing", "failed", "crashed", "late"]

_START_SECONDS = 30.0
_PICTURES_PER_WORKER = 1000
"""Graphviz leaks a little with every picture."""


class LayoutError(Exception):
    """Why there is no picture."""

    def __init__(self, cause: Cause) -> None:
        super().__init__(cause)
        self.cause: Cause = cause


class Worker:
    """A process of its own that draws one picture after another; raises OSError when it cannot start."""

    def __init__(self) -> None:
        # -P: a file in the current folder must not pass for a module.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "ketenhandboek.graphs.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        self._questions = cast("IO[str]", self._process.stdin)
        self._answers = cast("IO[str]", self._process.stdout)
        self._drawn = 0

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def spent(self) -> bool:
        """Whether another worker must take over."""
        return self._process.poll() is not None or self._drawn >= _PICTURES_PER_WORKER

    def ready(self) -> bool:
        """Wait until Graphviz is loaded; False when it cannot be."""
        return self._exchange("", _START_SECONDS) == "\n"

    def svg(self, dot: str, limit_seconds: float) -> str:
        """The raw SVG of one DOT source; a worker that is late is ended. Raises LayoutError."""
        began = time.monotonic()
        line = self._exchange(f"{json.dumps(dot)}\n", limit_seconds)
        late = time.monotonic() - began >= limit_seconds
        whole = line.endswith("\n")
        if late or not whole:
            self.end()
        if not whole:
            raise LayoutError("late" if late else "crashed")
        self._drawn += 1
        answer = json.loads(line)
        if answer is None:
            raise LayoutError("failed")
        return str(answer)

    def end(self) -> None:
        """Stop the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._questions, self._answers):
            with suppress(OSError):
                pipe.close()

    def _exchange(self, question: str, limit_seconds: float) -> str:
        """The next line out; empty when the process ended, or was killed at the limit."""
        timer = Timer(limit_seconds, self._process.kill)
        timer.start()
        try:
            self._questions.write(question)
            self._questions.flush()
            return self._answers.readline()
        except OSError:
            return ""
        finally:
            timer.cancel()


def svg_by_program(dot: str, limit_seconds: float) -> str:
    """The raw SVG of one DOT source by the `dot` on PATH, one process per picture. Raises LayoutError."""
    program = shutil.which("dot")
    if program is None:
        raise LayoutError("missing")
    try:
        done = subprocess.run(
            [program, "-Tsvg"],
            input=dot,
            capture_output=True,
            encoding="utf-8",
            timeout=limit_seconds,
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        raise LayoutError("late") from error
    except subprocess.CalledProcessError as error:
        raise LayoutError("failed" if error.returncode > 0 else "crashed") from error
    except OSError as error:
        raise LayoutError("missing") from error
    return done.stdout
