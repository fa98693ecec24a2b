"""What the measurements share: the best of several rounds, lines of a table, limits, and the core's own times."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

AS_OF = "2026-04-30"


@dataclass(frozen=True)
class Row:
    """A line of the table: some work of some size, and how somebody did it; medians of several rounds."""

    work: str
    #: Rows or facts.
    size: int
    who: str
    seconds: float | None = None
    #: How many times as long it took as keyperson.
    ratio: float | None = None
    #: The most memory that its process held.
    megabytes: float | None = None
    #: Time grows with the size to the power of this.
    exponent: float | None = None


#: What has a limit: name, measured, limit, unit.
PROMISED: list[tuple[str, float, float, str]] = []


def peak() -> float:
    """The most MB that this process held since its own start: `getrusage` goes on from its parent's peak."""
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1_024


def in_child(script: str, *arguments: object) -> list[float]:
    """What a script says of one call, made in a process of its own so that its memory counts alone."""
    command = [sys.executable, script, *map(str, arguments)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def once(call: Callable[[], object], number: int = 1) -> float:
    """Seconds of one call, on average over `number` of them."""
    started = time.perf_counter()
    for _ in range(number):
        call()
    return (time.perf_counter() - started) / number


def best(call: Callable[[], object], *, times: int = 7, number: int = 1) -> float:
    """Seconds of one call: the best of several rounds."""
    return min(once(call, number) for _ in range(times))


def line(name: str, value: str) -> None:
    print(f"{name:<72} {value:>14}", flush=True)


def held(name: str, value: float, limit: float, unit: str) -> None:
    """A figure that is promised."""
    line(name, f"{value:.2f} {unit}")
    PROMISED.append((name, value, limit, unit))


def told() -> None:
    """Each promise with its limit, and whether it holds."""
    print("\npromised")
    for name, value, limit, unit in PROMISED:
        verdict = "holds" if value <= limit else "MISSED"
        line(f"{name}: at most {limit:g} {unit}", f"{value:.2f} {unit}")
        print(f"    {verdict}")


class Core:
    """The core's own times, from a process of its own that takes turns with this one.

    Two runs one after the other differ by more than what is looked for: a machine's speed drifts. It writes its
    journal into a file first, which is then read here.
    """

    def __init__(self, program: str, which: str, file: Path) -> None:
        self._process = subprocess.Popen(
            [program, which, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        #: Of whom the journal in the file is.
        self.person = self._line().strip()

    def _line(self) -> str:
        assert self._process.stdout is not None
        answer = self._process.stdout.readline()
        if not answer:
            raise SystemExit("the core's process ended")
        return answer

    def once(self, work: str) -> float:
        """Seconds of a work of the core, done now."""
        assert self._process.stdin is not None
        print(work, file=self._process.stdin, flush=True)
        return float(self._line())

    def turns(self, works: dict[str, Callable[[], float]], core: list[str], rounds: int) -> dict[str, float]:
        """Measures turn by turn, in this process and in the core's; the least of each."""
        times: dict[str, list[float]] = {name: [] for name in (*works, *core)}
        for _ in range(rounds):
            for name in core:
                times[name].append(self.once(name))
            for name, work in works.items():
                times[name].append(work())
        return {name: min(found) for name, found in times.items()}

    def end(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
