"""The part of an answer that a case of the corpus is about, as `tests/conformance/README.md` describes it."""

from __future__ import annotations

import json
from typing import Any

OPENING = '{"answer":{'


def part(case: dict[str, Any], answer: str) -> str:
    pointers = (pointer.split("/") for pointer in case.get("expect", {}))
    names = {steps[2] for steps in pointers if len(steps) > 2 and steps[1] == "answer"}
    if case.get("whole") or not names or not answer.startswith(OPENING):
        return answer
    decoder = json.JSONDecoder()
    at, named = len(OPENING), []
    while answer[at] == '"':
        name, end = decoder.raw_decode(answer, at)
        _, end = decoder.raw_decode(answer, end + 1)
        if name in names:
            named.append(answer[at:end])
        at = end + 1
    return "\n".join(named)
