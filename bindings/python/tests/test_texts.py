"""A text that is none, or bytes that are not UTF-8, are refused with `not_utf8` at every door, and never changed."""

from __future__ import annotations

import gzip
import io
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import keyperson as kp
from keyperson import _keyperson

from conftest import AS_OF, FACT, error_of

FACTS = [{**FACT, "at": "2026-01-05T09:00:00+09:00"}]
HALVES = ["\ud800", "\udfff", "a\ud800b", "\udc80", "\udfb7\ud842"]
BYTES = [b"\xff", b"\xed\xa0\x80", b"\xc0\xaf", b"\xe5\xb1", "山田".encode("shift_jis"), b"\xf4\x90\x80\x80"]
LINE = b'{"id":"f-1","at":"2026-01-05T09:00:00+09:00","partner":"acme","person":"p-1","type":"person_registered","name":"%s"}'


@pytest.mark.parametrize("half", HALVES)
def test_half_a_character_is_refused_wherever_a_text_goes_in(half: str) -> None:
    journal = kp.Journal.from_records(FACTS)
    brief = kp.brief(journal, person="p-1", as_of=AS_OF)
    table = {name: [value] for name, value in FACTS[0].items()}
    mapping = 'schema = "keyperson.mapping/1"\n'
    doors: list[Any] = [
        lambda: kp.Journal.from_json_lines(LINE.decode() % half),
        lambda: kp.Journal.from_records([{**FACTS[0], "person": half}]),
        lambda: kp.Journal.from_records([{**FACTS[0], half: 1}]),
        lambda: kp.Journal.from_table({**table, "person": [half]}),
        lambda: kp.Journal.import_table({"Deal": [half]}, "salesforce_opportunity"),
        lambda: kp.Journal.import_table({half: ["x"]}, "salesforce_opportunity"),
        lambda: kp.Journal.import_table([{"Deal": half}], "salesforce_opportunity"),
        lambda: kp.Journal.import_table(b"Deal\n", mapping + f'name = "{half}"\n'),
        lambda: kp.Journal.import_table(b"Deal\n", "salesforce_opportunity", lookups={half: {"a": ["b"]}}),
        lambda: kp.Policy.from_toml(f'name = "{half}"'),
        lambda: kp.Policy.from_dict({"name": half}),
        lambda: kp.Policy.default().changed({half: {}}),
        lambda: kp.brief(journal, person=half, as_of=AS_OF),
        lambda: kp.brief(journal, person="p-1", as_of=half),
        lambda: kp.brief(journal, person="p-1", as_of=AS_OF, since=half),
        lambda: kp.brief(journal, person="p-1", as_of=AS_OF, policy={"name": half}),
        lambda: kp.portfolio(journal, as_of=half),
        lambda: kp.rank(journal, partner=half, as_of=AS_OF),
        lambda: kp.trail(journal, person=half, as_of=AS_OF),
        lambda: kp.trail(journal, person="p-1", as_of=AS_OF, pointer=half),
        lambda: kp.trail(journal, person="p-1", as_of=AS_OF, fact=half),
        lambda: kp.schedule(journal, person=half, as_of=AS_OF),
        lambda: kp.announcement_draft(journal, person=half, as_of=AS_OF),
        lambda: kp.announcement_draft(journal, person="p-1", as_of=AS_OF, language=half),  # type: ignore[arg-type]
        lambda: kp.case_study_draft(journal, deal=half, as_of=AS_OF),
        lambda: kp.case_study_draft(journal, deal="d-1", partner=half, as_of=AS_OF),
        lambda: kp.business_day(half),
        lambda: kp.business_day("2026-05-01", calendar=half),
        lambda: brief.findings[0].text(half),  # type: ignore[arg-type]
        lambda: kp.change(journal, person=half, since=AS_OF, as_of=AS_OF),
        lambda: kp.change(journal, person="p-1", since=half, as_of=AS_OF),
        lambda: kp.what_if(journal, person=half, as_of=AS_OF),
        lambda: kp.what_if(journal, person="p-1", as_of=AS_OF, remedies=[half]),
        lambda: kp.what_if(journal, person="p-1", as_of=AS_OF, supposed_facts=[{**FACTS[0], "id": half}]),
        lambda: brief.to_html(language=half),  # type: ignore[arg-type]
        lambda: kp.ask({"do": half}),
        lambda: _keyperson.word_text("trait", half, "ja"),
        lambda: journal._handle.partners_of(half),
    ]
    for number, door in enumerate(doors):
        assert error_of(door).code == "not_utf8", f"door {number}"
    assert error_of(kp.fit, {half: 0.5}).code == "unknown_field"
    # A bad question has an answer.
    assert kp.ask('{"do":"' + half).startswith('{"errors":[{"code":"not_utf8",')
    escaped = error_of(kp.Journal.from_json_lines, LINE.replace(b"%s", b"\\ud800"))
    assert escaped.code == "not_json"


@pytest.mark.parametrize("bad", BYTES)
def test_files_and_bytes_are_utf_8(bad: bytes, tmp_path: Path) -> None:
    line = b"\n\n" + LINE % bad
    file, packed = tmp_path / "facts.jsonl", tmp_path / "facts.jsonl.gz"
    file.write_bytes(line)
    packed.write_bytes(gzip.compress(line))
    for door, given in [
        (kp.Journal.read, file), (kp.Journal.read, packed), (kp.Journal.read, io.BytesIO(line)),
        (kp.Journal.from_json_lines, line), (kp.Journal.from_json_lines, bytearray(line)), (kp.Journal.from_json_lines, memoryview(line)),
    ]:
        error = error_of(door, given)
        assert (error.code, error.problems[0].line) == ("not_utf8", 3)
    for name in ("policy.toml", "policy.json"):
        document = tmp_path / name
        document.write_bytes(b'\nname = "' + bad + b'"')
        error = error_of(kp.Policy.read, document)
        assert (error.code, error.problems[0].line) == ("not_utf8", 2)
    mapping = tmp_path / "mapping.toml"
    mapping.write_bytes(b'schema = "keyperson.mapping/1"\n# ' + bad)
    assert error_of(kp.Journal.import_table, b"Deal\n", mapping).code == "not_utf8"


def test_bytes_are_no_text_in_a_record_or_a_table() -> None:
    for record in ({**FACTS[0], "person": b"p-1"}, {**FACTS[0], b"person": "p-1"}):
        assert error_of(kp.Journal.from_records, [record]).code == "wrong_type"
    names = [name for name in FACTS[0]]
    for of in (pa.binary(), pa.large_binary(), pa.binary(3)):
        columns = [pa.array([b"p-1"], of) if name == "person" else pa.array([FACTS[0][name]]) for name in names]
        with pytest.raises(kp.KeypersonError) as raised:
            kp.Journal.from_table(pa.table(columns, names=names))
        assert raised.value.path == "/person"
    with pytest.raises((TypeError, kp.KeypersonError)):
        kp.Policy.from_toml(b"name = 1")  # type: ignore[arg-type]
    for number in (5, 10**12, None, ["x"]):
        with pytest.raises(TypeError):
            kp.Journal.from_json_lines(number)  # type: ignore[arg-type]


def texts(kind: str, bad: bytes) -> pa.Array:
    """A column of three texts of which the third is `bad`, as no library would make it."""
    good = [b"p-1", "一つの長い名前、とても長い".encode()]
    raw = pa.array([*good, bad], pa.large_binary() if kind == "large" else pa.binary())
    of = pa.large_string() if kind == "large" else pa.string()
    made = pa.Array.from_buffers(of, 3, raw.buffers())
    if kind == "view":
        return pa.Array.from_buffers(pa.string_view(), 3, pa.array([*good, bad], pa.binary_view()).buffers())
    return pa.DictionaryArray.from_arrays(pa.array([0, 1, 2]), made) if kind == "dictionary" else made


@pytest.mark.parametrize("bad", [*BYTES, b"a long text that lies in a buffer \xff"])
@pytest.mark.parametrize("kind", ["string", "large", "view", "dictionary"])
def test_texts_of_an_arrow_table_are_utf_8(kind: str, bad: bytes) -> None:
    facts = [{**FACTS[0], "id": f"f-{index}"} for index in range(3)]
    table = pa.table({name: pa.array([fact[name] for fact in facts]) for name in facts[0]})
    where = table.column_names.index("person")
    wrong = table.set_column(where, "person", texts(kind, bad))
    right = table.set_column(where, "person", texts(kind, b"p-3"))
    for given, row in [(wrong, 3), (pa.concat_tables([right, wrong]), 6)]:
        error = error_of(kp.Journal.from_table, given)
        place = error.problems[0]
        assert (error.code, place.path, place.line) == ("not_utf8", "/person", None if kind == "dictionary" else row)
        fits = error_of(kp.fit_table, given.append_column("drive", pa.array([0.5] * given.num_rows)))
        assert fits.code == "not_utf8"
        with pytest.raises(kp.KeypersonError):
            kp.Journal.import_table(given, "salesforce_opportunity")


def test_places_outside_of_a_column_are_an_error() -> None:
    texts = pa.array(["p-1", "p-2", "p-3"])
    letters = texts.buffers()[2]
    for broken in ([0, 3, 2, 9], [0, 900, 6, 9], [0, -3, 6, 9], [7, 3, 6, 9]):
        column = pa.Array.from_buffers(pa.string(), 3, [None, pa.array(broken, pa.int32()).buffers()[1], letters])
        facts = [{**FACTS[0], "id": f"f-{index}"} for index in range(3)]
        table = pa.table({name: pa.array([fact[name] for fact in facts]) for name in facts[0]})
        wrong = table.set_column(table.column_names.index("person"), "person", column)
        with pytest.raises(kp.KeypersonError):
            kp.Journal.from_table(wrong)
