"""Every reader is given files that are none: a sentence, nothing half done, and never a fault of ours."""

import time
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from decisions.imports.comparing import Gathered, gather
from decisions.imports.models import Brought, Origin, Run
from decisions.imports.readers.pages import plain
from decisions.imports.readers.table import LARGEST, READERS, read
from decisions.imports.records import Asked, Unreadable
from decisions.imports.shape import FIELDS
from tests import make
from tests.client import Client
from tests.decisions.imports.bringing import make_source, sample
from tests.decisions.imports.test_keeping import all_of

BOMB = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><committees>&b;</committees>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><committees>&a;</committees>'
CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:a\r\n%s\r\nEND:VCALENDAR\r\n"
BAD = {
    "empty": b"",
    "blank": b" \r\n\t",
    "page": b"<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in</body></html>",
    "bomb": BOMB,
    "outside": OUTSIDE,
    "pdf": b"%PDF-1.7\n%\xe2\xe3",
    "zip": b"PK\x03\x04\x14\x00",
    "zeros": b"\0" * 2000,
    "other letters": b"\xff\xfeab\x00",
    "bits": bytes(range(256)) * 20,
    "deep xml": b"<a>" * 5000,
    "deep json": b"[" * 100_000,
}
GOOD = {
    "moderngov": sample("GetMeeting_manchester_4967.xml"),
    "moderngov-decisions": sample("mgDelegatedDecisions_list_kirklees.html"),
    "popolo": sample("au_TAS_local_councillors_popolo.json"),
    "csv": b"Meeting,Day,Starts\r\nCabinet,10/02/2026,10.00 am\r\n",
    "icalendar": CALENDAR % b"BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Cabinet\r\nDTSTART:20260210T190000\r\nEND:VEVENT",
    "text": b"1. Minutes\nTo agree them.\n",
}
HOSTILE = "<script>alert(1)</script>\u202e{{7*7}}%s%(x)s';DROP TABLE meeting;--\0\ud800"


def given_to(reader: str, data: bytes) -> Gathered | str:
    """What a reader makes of a file, or the sentence that it says."""
    try:
        return gather(read(reader, data, Asked(meeting="here-1")))
    except Unreadable as refusal:
        return refusal.sentence.text % refusal.sentence.values


@pytest.mark.parametrize("reader", READERS)
def test_a_file_that_is_none_is_a_sentence(reader: str) -> None:
    for name, data in BAD.items():
        found = given_to(reader, data)
        whole = isinstance(found, str) or (reader == "text" and not found.faults)
        assert whole, f"{reader}, {name}: {found}"
        assert isinstance(found, Gathered) or found.endswith("."), found


@pytest.mark.parametrize("reader", READERS)
def test_a_file_that_breaks_off(reader: str) -> None:
    data = GOOD[reader]
    assert isinstance(given_to(reader, data), Gathered)
    for at in range(1, len(data), max(1, len(data) // 25)):
        found = given_to(reader, data[:at])
        if reader in ("moderngov", "popolo", "icalendar"):
            assert isinstance(found, str), f"{reader} took {at} of {len(data)} bytes"


def test_letters_that_are_not_those_it_names() -> None:
    wrong = '<?xml version="1.0" encoding="utf-8"?><committees><committee>é</committee></committees>'.encode("latin-1")
    assert "letters" in str(given_to("moderngov", wrong))
    unknown = b'<?xml version="1.0" encoding="klingon"?><committees/>'
    assert "do not know" in str(given_to("moderngov", unknown))
    windows = "Meeting;Day\r\nComité – café;10/02/2026\r\n".encode("cp1252")
    found = given_to("csv", windows)
    assert isinstance(found, Gathered)
    assert [one.values["title"] for one in found.records.values()] == ["Comité – café"]
    wide = given_to("csv", "Meeting\tDay\r\nCafé\t10/02/2026\r\n".encode("utf-16"))
    assert isinstance(wide, Gathered)
    assert len(wide.records) == 1


@given(st.sampled_from(sorted(READERS)), st.integers(0, 5000), st.binary(min_size=1, max_size=12))
def test_any_damage_is_a_sentence_or_a_record(reader: str, at: int, damage: bytes) -> None:
    data = GOOD[reader][:20_000]
    at %= len(data)
    given_to(reader, data[:at] + damage + data[at + len(damage) :])


@given(st.sampled_from(sorted(READERS)), st.binary(max_size=300))
def test_any_bytes(reader: str, data: bytes) -> None:
    given_to(reader, data)


def test_hostile_text_is_text() -> None:
    title = HOSTILE.encode("utf-8", "ignore").replace(b"\0", b"").replace(b"<", b"&lt;").replace(b"&amp;", b"&")
    inside = b"<committeeid>1</committeeid><committeetitle>%b</committeetitle>".replace(b"%b", title)
    found = given_to("moderngov", b"<committees><committee>%b</committee></committees>" % inside)
    assert isinstance(found, Gathered)
    name = found.records["body", "1"].values["name"]
    assert "script" not in name
    assert "\u202e" not in name
    link = b"Meeting,Day,Web address,Id\nCabinet,10/02/2026,javascript:alert(1),%b\n" % (b"x" * 5000)
    found = given_to("csv", link)
    assert isinstance(found, Gathered)
    (record,) = found.records.values()
    assert record.values.get("url", "") == ""
    assert len(record.ident) <= 200


def test_repeating_events_have_an_end() -> None:
    event = b"BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:A\r\nDTSTART:19000101T190000\r\nRRULE:%s\r\nEND:VEVENT"
    for rule in (
        b"FREQ=SECONDLY",
        b"FREQ=DAILY",
        b"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31;COUNT=3",
        b"FREQ=MONTHLY;BYDAY=1TU",
    ):
        found = given_to("icalendar", CALENDAR % (event % rule))
        assert isinstance(found, Gathered)
        assert len(found.records) <= 120
    monthly = [one.values["starts"] for one in found.records.values()]
    assert set(monthly) == {"19:00"}


def test_what_is_nested_deeply_is_read_in_good_time() -> None:
    begun = time.process_time()
    assert plain("<div>" * 70_000 + "end") == "end"
    with pytest.raises(Unreadable, match="too oddly"):
        list(read("moderngov-decisions", b"<table class='mgTabTable'>" + b"<div>" * 500_000, Asked()))
    assert time.process_time() - begun < 3


def test_every_kind_and_field_has_words() -> None:
    from decisions.imports.outline import FIELD_WORDS, KIND_WORDS

    assert set(KIND_WORDS) == set(FIELDS)
    asides = {"category", "ended", "sequence"}
    assert {name for fields in FIELDS.values() for name in fields} <= set(FIELD_WORDS) | asides


@pytest.mark.parametrize("reader", READERS)
def test_on_the_site_nothing_is_half_done(app: Flask, reader: str) -> None:
    source = make_source(app, reader, body_id=make.make_body(app))
    client = Client(app).sign_in(make.make_person(app, name="Dev", role="facilitator"))
    before = len(all_of(app, Origin))
    for number, data in enumerate(BAD.values()):
        make.keep(app, Brought(source_id=source, name=f"{number}", content=data, made_at=make.ago(0)))
        page = client.get(f"/brought/{number + 1}")
        if "We can’t use this." in page.text:
            client.post(f"/brought/{number + 1}/keep", {"key": str(number)}, status=409)
    assert (len(all_of(app, Origin)), all_of(app, Run)) == (before, [])


def test_a_huge_file_is_refused_by_its_size(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "huge.xml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    for reader in READERS:
        result = app.test_cli_runner().invoke(
            args=["decisions", "import", reader, "--file", str(path), "--meeting", "1"]
        )
        assert "larger than 10 million" in result.output, result.output
        assert result.exit_code == 1
    assert LARGEST == 10_000_000


def test_a_huge_upload_is_refused(app: Flask) -> None:
    source = make_source(app)
    client = Client(app).sign_in(make.make_person(app, name="Dev", role="facilitator"))
    page = client.get(f"/sources/{source}")
    headers = {
        "Content-Length": "100000000",
        "Sec-Fetch-Site": "same-origin",
        "Content-Type": "multipart/form-data; boundary=b",
    }
    answer = client.raw.post(page.form()[0], headers=headers, input_stream=None)
    assert answer.status_code in (400, 413)
