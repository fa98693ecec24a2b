"""How fast the package is, beside the core itself and beside the libraries that analysts would use: ratios of one run.

`cargo xtask bench python` runs this from the wheel, with the core's program and a folder for its journals. What is
compared with the core is measured turn by turn with it, and the least of each counts. The peers do the same work on
the same data, and their results are compared before anything is timed; a difference ends the run.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa

import fits
import keyperson as kp
import ladders
from common import AS_OF, Core, best, held, line, once, told
from keyperson import _keyperson


def one_fit() -> None:
    traits: dict[str, float | None] = dict.fromkeys(kp.TRAITS, 0.7)
    empty = best(lambda: _keyperson._nothing(), times=15, number=100_000)
    one = best(lambda: kp.fit(traits), times=15, number=50_000)
    held("kp.fit(traits), over an empty PyO3 call", (one - empty) * 1e6, 2.0, "µs")
    line("kp.fit(traits).score", f"{best(lambda: kp.fit(traits).score, number=50_000) * 1e6:.2f} µs")
    whole = best(lambda: kp.fit(traits).contributions, number=2_000)
    line("kp.fit(traits) with contributions and interval", f"{whole * 1e6:.1f} µs")


def briefs(program: str, file: Path) -> None:
    core = Core(program, "one", file)
    journal, person = kp.Journal.read(file), core.person
    asked = {"kp.brief": lambda: once(lambda: kp.brief(journal, person=person, as_of=AS_OF), 50)}
    least = core.turns(asked, ["brief"], 20)
    core.end()
    line(f"brief of {len(journal)} facts: core", f"{least['brief'] * 1e6:.0f} µs")
    line("… kp.brief", f"{least['kp.brief'] * 1e6:.0f} µs")
    held("a brief of 500 facts, over the core's time", least["kp.brief"] / least["brief"], 1.3, "×")
    page = kp.brief(journal, person=person, as_of=AS_OF)
    line("brief.to_html()", f"{best(lambda: page.to_html()) * 1e6:.0f} µs")


def portfolios(program: str, file: Path) -> kp.Journal:
    core = Core(program, "many", file)
    journal = kp.Journal.read(file, progress=False)
    table = journal.to_table().to_arrow()
    asked = {
        "kp.portfolio": lambda: once(lambda: kp.portfolio(journal, as_of=AS_OF, progress=False)),
        "from Arrow": lambda: once(lambda: kp.portfolio(table, as_of=AS_OF, progress=False)),
    }
    least = core.turns(asked, ["portfolio", "portfolio_from_text"], 5)
    core.end()
    line(f"portfolio of {len(journal):,} facts in memory: core", f"{least['portfolio'] * 1e3:.0f} ms")
    line("… kp.portfolio", f"{least['kp.portfolio'] * 1e3:.0f} ms")
    held("portfolio of a journal, over the core's time", least["kp.portfolio"] / least["portfolio"], 1.1, "×")
    line("portfolio with reading: core, from JSON Lines", f"{least['portfolio_from_text'] * 1e3:.0f} ms")
    line("… kp.portfolio, from Arrow", f"{least['from Arrow'] * 1e3:.0f} ms")
    ratio = least["from Arrow"] / least["portfolio_from_text"]
    held("portfolio from Arrow, over the core's time from JSON Lines", ratio, 1.1, "×")
    result = kp.portfolio(journal, as_of=AS_OF, progress=False)
    line("portfolio → Arrow table", f"{best(lambda: result._answer().table('people'), times=3) * 1e3:.0f} ms")
    return journal


MEMORY = """
import sys, pyarrow as pa, keyperson as kp
def kilobytes(of):  # of this process since its own start: `getrusage` goes on from its parent's peak
    return int(next(line for line in open('/proc/self/status') if line.startswith(of)).split()[1])
table = pa.ipc.open_file(pa.OSFile(sys.argv[1])).read_all()
print(kp.Journal.from_table(table.slice(0, 1)), file=sys.stderr)
open('/proc/self/clear_refs', 'w').write('5')  # the peak begins anew
before = kilobytes('VmRSS')
out = kp.portfolio(table, as_of=sys.argv[2], progress=False).to_arrow()
print(kilobytes('VmHWM') - before, table.nbytes, out.nbytes)
"""


def memory(journal: kp.Journal, folder: Path) -> None:
    table = journal.to_table().to_arrow()
    file = folder / "many.arrow"
    with pa.OSFile(str(file), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)
    command = [sys.executable, "-c", MEMORY, str(file), AS_OF]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    # How far the process grew above the input, which it held before; the output is part of the growth.
    grown, given, made = (int(word) for word in run.stdout.split())
    line("memory of the input and of the output", f"{given / 2**20:.0f} + {made / 2**20:.1f} MB")
    held("peak memory beyond input and output", grown / 1024 - made / 2**20, 200, "MB")


INTERRUPTED = """
import sys, time, keyperson as kp
journal = kp.Journal.read(sys.argv[1], progress=False)
for _ in range(7):
    try:
        print(flush=True)
        while True:
            kp.portfolio(journal, as_of=sys.argv[2], progress=False)
    except KeyboardInterrupt:
        print(time.monotonic(), flush=True)
"""


def interrupted(file: Path) -> None:
    """How long Ctrl-C takes, at the worst of several times."""
    command = [sys.executable, "-c", INTERRUPTED, str(file), AS_OF]
    waited: list[float] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        while child.stdout.readline():
            time.sleep(0.3 + len(waited) * 0.07)
            sent = time.monotonic()
            child.send_signal(signal.SIGINT)
            waited.append(float(child.stdout.readline()) - sent)
    held("Ctrl-C in a long call, the slowest of seven", max(waited) * 1e3, 200, "ms")


def importing() -> None:
    code = "import time; t = time.perf_counter(); import keyperson; print(time.perf_counter() - t)"
    command = [sys.executable, "-c", code]
    times = [float(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(15)]
    held("import keyperson", min(times) * 1e3, 60, "ms")


if __name__ == "__main__":
    program, folder = sys.argv[1], Path(sys.argv[2])
    importing()
    one_fit()
    briefs(program, folder / "one.jsonl")
    journal = portfolios(program, folder / "many.jsonl")
    memory(journal, folder)
    interrupted(folder / "many.jsonl")
    fits.measure()
    ladders.measure(journal)
    told()
