"""People who help run this change what packs say: by a form made from the schema, with history and a reason."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from decisions.bodies.models import Body
from decisions.packs import queries
from forum import clock
from forum.access import Role
from forum.db import db
from tests import packs
from tests.client import Client
from tests.decisions.packs.changing import edit
from tests.make import make_person

COUNCIL = "/who-decides/edit/body/council"
WAY = "/who-decides/edit/pathway/close-hall"


@pytest.fixture
def helper(app: Flask) -> Client:
    """A browser of somebody who helps run a place whose pack was loaded."""
    packs.load(app)
    return Client(app).sign_in(make_person(app, name="Priya", role=Role.FACILITATOR, employer="Hamlet Voices"))


def test_a_change_is_kept_with_its_reason_and_shown_in_the_log(app: Flask, helper: Client) -> None:
    helper.send(COUNCIL, button="Save", **{"e-short": "our council", "reason": "People call it that."})
    assert packs.kept(app, "body", "council")["short"] == "our council"
    with app.app_context():
        assert db.session.scalar(select(Body.short).where(Body.slug == "council")) == "our council"
    history = Client(app).get("/who-decides/history/body/council")
    assert "People call it that." in history.text and "By Priya, Hamlet Voices" in history.text
    assert "Before the council After our council" in history.text
    log = Client(app).get("/safety/log")
    assert "We changed what we say about who decides. A body: Full council" in log.text
    assert "Why: People call it that." in log.text and "Priya" not in log.text


@pytest.mark.parametrize("role", [None, Role.MODERATOR])
def test_others_may_look_and_not_change(app: Flask, role: str | None) -> None:
    packs.load(app)
    other = Client(app).sign_in(make_person(app, name="Bo", role=role))
    other.get("/who-decides/history/body/council")
    for address in (COUNCIL, "/who-decides/edit", "/who-decides/edit/body", "/who-decides/add/body", f"{COUNCIL}/end"):
        other.get(address, status=403)
    other.post(COUNCIL, {"e-short": "mine"}, status=403)
    Client(app).get(COUNCIL, status=302)
    assert packs.kept(app, "body", "council")["short"] == "the council"


def test_nothing_is_saved_without_a_reason_or_a_difference(helper: Client) -> None:
    page = helper.send(COUNCIL, button="Save", status=400, **{"e-short": "our council"})
    assert "Say in a few words why." in page.text and 'value="our council"' in page.source
    assert "Nothing is different" in helper.send(COUNCIL, button="Save", status=409, reason="Because.").text


def test_a_fault_stands_beside_its_field_and_the_text_stays(helper: Client) -> None:
    typed = {"e-short": "", "e-web": "hamlet", "e-valid_from": "soon", "e-answers_to": "nobody", "reason": "x"}
    page = helper.send(COUNCIL, button="Save", status=400, **typed)
    assert [one.get("id") for one in page.all(".//p[@class='wrong-words']")] == [
        "e-short-wrong", "e-web-wrong", "e-valid_from-wrong",
    ]  # fmt: skip
    assert 'value="hamlet"' in page.source and 'value="soon"' in page.source
    assert page.links()["Please fill this in."] == "#e-short"
    page = helper.send(COUNCIL, button="Save", status=400, **{"e-answers_to": "nobody", "reason": "x"})
    assert "Nothing has the id “nobody”" in page.text


def test_steps_are_added_taken_away_and_moved_without_a_script(app: Flask, helper: Client) -> None:
    page = helper.get(WAY)
    action, values = page.form(button="Save")
    page = helper.post(action, {**values, "more": "e-step"}, status=200)
    assert len([one for one in page.all(".//fieldset") if (one.get("id") or "").startswith("e-step-")]) >= 3
    _action, values = page.form(button="Save")
    values |= {"e-step-2-id": "last", "e-step-2-name": "The end", "e-step-2-plain": "It is over."}
    page = helper.post(action, {**values, "e-step-2-role": "inform", "up": "e-step-2"}, status=200)
    _action, values = page.form(button="Save")
    assert [values[f"e-step-{at}-id"] for at in range(3)] == ["ask", "last", "decide"]
    page = helper.post(action, {**values, "less": "e-step-0-say-0"}, status=200)
    _action, values = page.form(button="Save")
    assert packs.kept(app, "pathway", "close-hall")["step"][1]["id"] == "decide"  # nothing was saved yet
    page = helper.post(action, {**values, "reason": "One step was missing."}, status=400)
    assert "needs no speaking" in page.text  # the only way left means speaking
    _action, values = page.form(button="Save")
    helper.post(action, {**values, "e-step-0-say-0-speaking": "no", "reason": "One step was missing."})
    now = packs.kept(app, "pathway", "close-hall")["step"]
    assert [one["id"] for one in now] == ["ask", "last", "decide"]
    assert now[0]["say"] == [{"plain": "Speak at the meeting.", "speaking": False, "until": "reply"}]


def test_an_empty_group_is_no_step(app: Flask, helper: Client) -> None:
    _action, values = helper.post(WAY, {**helper.get(WAY).form(button="Save")[1], "more": "e-step"}, status=200).form(
        button="Save"
    )
    helper.post(WAY, {**values, "e-name": "Closing the hall", "reason": "Shorter."})
    now = packs.kept(app, "pathway", "close-hall")
    assert now["name"] == "Closing the hall" and len(now["step"]) == 2


def test_what_others_need_can_not_go(helper: Client) -> None:
    typed = {"e-change-0-id": "small", "reason": "x"}
    page = helper.send(WAY, button="Save", status=400, **typed)
    assert (
        "Then something else would be wrong. question/q-hall: Where it leads there is no change called “big”."
        in page.text
    )


def test_who_is_second_keeps_the_text_and_sees_what_changed(app: Flask, helper: Client) -> None:
    action, values = helper.get(COUNCIL).form(button="Save")
    edit(app, "body", "council", phone="01632 960 009")
    typed = {**values, "e-short": "our council", "reason": "People call it that."}
    page = helper.post(action, typed, status=409)
    assert "Somebody changed this while you were writing." in page.text
    assert "Phone When you began Nothing Now 01632 960 009" in page.text
    _action, again = page.form(button="Save")
    assert again["e-short"] == "our council" and again["reason"] == "People call it that."
    assert packs.kept(app, "body", "council")["short"] == "the council"
    helper.post(action, {**again, "e-phone": "01632 960 009"})
    now = packs.kept(app, "body", "council")
    assert (now["short"], now["phone"]) == ("our council", "01632 960 009")


def test_a_second_press_changes_nothing_more(app: Flask, helper: Client) -> None:
    action, values = helper.get(COUNCIL).form(button="Save")
    typed = {**values, "e-short": "our council", "reason": "x"}
    assert helper.post(action, typed).location == helper.post(action, typed).location
    with app.app_context():
        row = queries.one("body", "council")
        assert row is not None and row.number == 2


def test_the_packs_words_are_taken_again(app: Flask, helper: Client) -> None:
    edit(app, "body", "council", short="our council")
    assert "Take the pack’s words again" in helper.get(COUNCIL).links()
    page = helper.get(f"{COUNCIL}/take-back")
    assert "Here our council In the pack the council" in page.text
    helper.send(f"{COUNCIL}/take-back", reason="It was right.")
    assert packs.kept(app, "body", "council")["short"] == "the council"
    assert "Nothing is different" in helper.send(f"{COUNCIL}/take-back", status=409, reason="Again.").text


def test_an_entry_is_ended_never_deleted(app: Flask, helper: Client) -> None:
    day = clock.today() - timedelta(days=3)
    helper.send(f"{COUNCIL}/end", day=day.isoformat(), reason="It merged with the shire.")
    assert packs.kept(app, "body", "council")["valid_to"] == day
    assert "Not there today" in helper.get("/who-decides/edit/body").text
    assert "ended already" in helper.send(f"{COUNCIL}/end", status=409, reason="x").text
    helper.send(f"{COUNCIL}/end", status=400, day="soon", reason="x")


def test_an_entry_is_added(app: Flask, helper: Client) -> None:
    typed = {"e-id": "garden-club", "e-name": "Garden club", "e-short": "the garden club", "reason": "It is new."}
    helper.send("/who-decides/add/body", button="Save", **typed)
    assert packs.kept(app, "body", "garden-club")["name"] == "Garden club"
    assert Client(app).get("/bodies/garden-club")
    assert "There is one with this id already" in helper.send(
        "/who-decides/add/body", button="Save", status=409, **{**typed, "e-name": "Other"}
    ).text  # fmt: skip
    helper.send("/who-decides/add/body", button="Save", status=400, **{**typed, "e-id": "Garden Club"})
    helper.send("/who-decides/add/body", button="Save", status=400, reason="x")
    helper.get("/who-decides/add/place", status=404)


def test_what_may_have_changed_waits_for_somebody_once_for_each_kind(app: Flask, helper: Client) -> None:
    late = clock.today() - timedelta(days=1)
    for ident in ("council", "shire"):
        edit(app, "body", ident, checked=late - timedelta(days=100), check_by=late)
    to_do = helper.get("/to-do")
    assert "Bodies: 2 may have changed" in to_do.text
    page = helper.get("/who-decides/edit/body?due=1")
    assert "Shire council" in page.links() and "Free advocate" not in page.text
    helper.send(COUNCIL, button="I looked today")
    now = packs.kept(app, "body", "council")
    assert (now["checked"], now["check_by"]) == (clock.today(), clock.today() + timedelta(days=100))
    assert "Bodies: 1 may have changed" in helper.get("/to-do").text
    assert "may have changed" not in Client(app).sign_in(make_person(app, name="Bo")).get("/to-do").text


def test_an_entry_is_found_by_its_name(helper: Client) -> None:
    found = helper.get("/who-decides/edit/body?q=CABINET").links()
    assert {"Leader and cabinet", "Hamlet cabinet"} <= set(found) and "Full council" not in found
    assert "Nothing is called that." in helper.get("/who-decides/edit/body?q=zzz").text


def test_ids_are_offered_where_one_is_asked_for(helper: Client) -> None:
    page = helper.get("/who-decides/add/topic")
    offered = {one.get("value"): "".join(one.itertext()) for one in page.all(".//datalist/option")}
    assert {"q-hall": "What is it about?", "lunch-club": "A lunch club"}.items() < offered.items()
    assert set(offered) == {"q-hall", "close-hall", "lunch-club", "my-place"}


def test_groups_are_folded_unless_something_is_wrong_in_them(helper: Client) -> None:
    folded = helper.get(WAY).all(".//details[@id='e-step-0']")[0]
    assert "open" not in folded.attrib and "Steps 1: They ask people" in "".join(folded[0].itertext())
    page = helper.send(WAY, button="Save", status=400, **{"e-step-1-body": "nobody", "reason": "x"})
    assert [one.get("id") for one in page.all(".//main//details") if "open" in one.attrib] == ["e-step-1"]


def test_pages_that_are_not_there(helper: Client) -> None:
    for address in (
        "edit/moon",
        "edit/body/none",
        "history/body/none",
        "history/moon/x",
        "add/moon",
        "edit/body/none/end",
    ):
        helper.get(f"/who-decides/{address}", status=404)
    helper.get(f"{COUNCIL}-none/take-back", status=404)


def test_nothing_is_lost_by_saving_every_kind_as_it_is(app: Flask, helper: Client) -> None:
    """The form of each kind holds all that an entry says."""
    for kind, ident in packs.everything(app):
        if kind == "pack":  # its files say what it is
            helper.get(f"/who-decides/edit/{kind}/{ident}", status=404)
            continue
        before = packs.kept(app, kind, ident)
        page = helper.get(f"/who-decides/edit/{kind}/{ident}")
        action, values = page.form(button="Save")
        answer = helper.post(action, {**values, "reason": "x"}, status=409)
        assert "Nothing is different" in answer.text, (kind, ident)
        assert packs.kept(app, kind, ident) == before


NAUGHTY = (
    "\x00", "\ud800", "a\u202eb", "x" * 4000, "'; DROP TABLE entry; --", "<script>alert(1)</script>", "٣", "9" * 40,
    "0000-00-00", "-1", "%s %(x)s {0}", "\u2028",
)  # fmt: skip


@pytest.mark.parametrize("kind", ["body", "pathway", "rule", "banner", "local"])
def test_no_text_breaks_the_form(app: Flask, helper: Client, kind: str) -> None:
    with app.app_context():
        ident = queries.of_kind(kind)[0].ident
    for address in (f"/who-decides/edit/{kind}/{ident}", f"/who-decides/add/{kind}"):
        _action, values = helper.get(address).form(button="Save")
        for text in NAUGHTY:
            typed = {name: text if name.startswith("e-") else value for name, value in values.items()}
            for more in ({}, {"reason": text}, {"more": text}, {"up": f"e-step-{text}"}, {"number": text}):
                data = {**typed, "reason": "x", **more, "csrf_token": values["csrf_token"]}
                raw = {name: str(value).encode("utf-8", "surrogatepass") for name, value in data.items()}
                answer = helper.raw.post(address, data=raw, headers={"Sec-Fetch-Site": "same-origin"})
                assert answer.status_code in (200, 303, 400, 409), (address, text, answer.status_code)
                assert "<script>alert" not in answer.get_data(as_text=True)
