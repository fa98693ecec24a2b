"""Reads calendar files back with icalendar and dateutil, and compares every event with the plan beside it.

usage: read_back.py FOLDER, which holds NAME.ics, NAME.en.ics and NAME.json for each NAME.
"""

import datetime
import json
import pathlib
import sys
import zoneinfo

import icalendar
from dateutil import tz


def lines_are_folded(data: bytes) -> None:
    assert data.endswith(b"\r\n"), "the last line does not end"
    assert b"\n" not in data.replace(b"\r\n", b""), "a line ends without CR"
    for line in data.split(b"\r\n"):
        assert len(line) <= 75, f"{len(line)} octets: {line!r}"
        line.decode("utf-8")  # no character is cut in two


def compare(name: str, plan: dict, data: bytes) -> int:
    lines_are_folded(data)
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar["VERSION"] == "2.0" and str(calendar["PRODID"]).startswith("-//keyperson//")
    zone = zoneinfo.ZoneInfo(plan["zone"])
    [own] = calendar.walk("VTIMEZONE")
    assert own["TZID"] == plan["zone"]
    # dateutil reads the file's own VTIMEZONE, not a table of zones.
    own = tz.tzical(__import__("io").StringIO(data.replace(b"\r\n ", b"").decode("utf-8"))).get(plan["zone"])
    as_of = datetime.datetime.fromisoformat(plan["as_of"][:19] + plan["as_of"][-6:])
    events = calendar.walk("VEVENT")
    assert len(events) == len(plan["meetings"]), name
    uids = {str(event["UID"]) for event in events}
    assert len(uids) == len(events), "an identity twice"
    for event, meeting in zip(events, plan["meetings"]):
        day = datetime.date.fromisoformat(meeting["day"])
        time = datetime.time.fromisoformat(meeting["time"])
        starts = datetime.datetime.combine(day, time)
        read = event["DTSTART"].dt
        assert read.replace(tzinfo=None) == starts, (read, starts)
        assert event["DTSTART"].params["TZID"] == plan["zone"]
        assert read.utcoffset() == starts.replace(tzinfo=zone).utcoffset()
        assert starts.replace(tzinfo=own).utcoffset() == starts.replace(tzinfo=zone).utcoffset(), starts
        assert event["DTEND"].dt - read == datetime.timedelta(minutes=meeting["minutes"])
        assert event["DTSTAMP"].dt == as_of.astimezone(datetime.timezone.utc), "stamped with another time"
        assert str(event["SUMMARY"]) == meeting["summary"], event["SUMMARY"]
        assert str(event["DESCRIPTION"]) == meeting["description"], event["DESCRIPTION"]
        assert str(event["UID"]).startswith(f"{meeting['layer']}-{meeting['from']}-")
    return len(events)


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    plans = sorted(folder.glob("*.json"))
    assert plans, f"no plan in {folder}"
    count = 0
    for plan in plans:
        count += compare(plan.stem, json.loads(plan.read_text("utf-8")), plan.with_suffix(".ics").read_bytes())
    assert count, "no event was compared"
    print(f"{len(plans)} files, {count} events as planned")


main()
