"""Whole processes, measured: wall time in seconds and peak memory in megabytes."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    Commands = Sequence[Sequence[str | Path]]
    Job = Commands | Callable[[], float]
    """Commands to time, or a function that itself tells how many seconds something took."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One run of a job: `seconds` of wall time, and the `megabytes` of its largest process."""

    seconds: float
    megabytes: float


def interleaved(jobs: Sequence[Job], rounds: int) -> list[tuple[Sample, ...]]:
    """Run the jobs A B A B …, so that a busy machine slows all alike; the samples, job by job."""
    return [*zip(*([run(job) for job in jobs] for _ in range(rounds)), strict=True)]


def middle(ours: Sequence[Sample], theirs: Sequence[Sample]) -> tuple[Sample, Sample]:
    """Both sides of the round in which we were neither at our best nor at our worst beside the other."""
    rounds = sorted(zip(ours, theirs, strict=True), key=lambda pair: pair[0].seconds / pair[1].seconds)
    return rounds[len(rounds) // 2]


def run(job: Job) -> Sample:
    """Run the commands of a job one after another; stop at one that fails."""
    if callable(job):
        return Sample(job(), 0)
    start, largest = time.perf_counter(), 0.0
    for command in job:
        largest = max(largest, peak(command))
    return Sample(time.perf_counter() - start, largest)


def peak(command: Sequence[str | Path]) -> float:
    """Run a command, quietly; return its peak memory in megabytes, as Linux counts it."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command[:4]))} … stopped with code {process.returncode}")
    return usage.ru_maxrss / 1024
