"""In what capacity somebody speaks: off until chosen, and only what was confirmed."""

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from forum.access import GUEST, Role, Standing
from forum.form import Form
from forum.people.speaking import SpeaksAs, Spoken, choices_for, may_speak_as, spoken_as
from forum.refusal import Refusal

FREE = ["", "uses-services", "carer", "volunteer", "care-worker", "resident"]
HEAD = "Head of Day Services, Adult Social Care"


class ReplyForm(SpeaksAs, Form):
    """A form of another feature."""


def values(who: Standing, usual: str | None = None) -> list[str]:
    return [one.value for one in choices_for(who, usual)]


def test_what_anyone_may_show() -> None:
    assert values(Standing(1)) == FREE


def test_nothing_comes_first_then_the_usual() -> None:
    assert values(Standing(1), "carer")[:2] == ["", "carer"]
    assert values(Standing(1), "councillor") == FREE


@pytest.mark.parametrize(
    ("who", "value"),
    [
        (Standing(1, councillor=True), "councillor"),
        (Standing(1, roles=frozenset([Role.FACILITATOR])), "facilitator"),
        (Standing(1, roles=frozenset([Role.ADMINISTRATOR])), "facilitator"),
        (Standing(1, speaks_for={7: HEAD}), "works-for-body:7"),
    ],
)
def test_what_was_confirmed_may_be_shown_and_only_then(who: Standing, value: str) -> None:
    assert value in values(who)
    assert spoken_as(who, value).capacity == value.partition(":")[0]
    for other in (GUEST, Standing(1), Standing(1, roles=frozenset([Role.MODERATOR])), Standing(1, speaks_for={8: "x"})):
        with pytest.raises(Refusal):
            spoken_as(other, value)


def test_suspended_people_help_run_nothing() -> None:
    assert values(Standing(1, roles=frozenset([Role.FACILITATOR]), suspended=True)) == FREE


def test_words_signed_with_come_along() -> None:
    who = Standing(1, speaks_for={7: HEAD, 8: "Clerk, Marlbrook Council"})
    assert spoken_as(who, "works-for-body:8") == Spoken("works-for-body", "Clerk, Marlbrook Council")
    assert spoken_as(who, "") == Spoken(None, "")


def test_an_act_asks_the_same_list() -> None:
    new, officer = Standing(1), Standing(1, speaks_for={7: HEAD})
    for capacity in (None, "carer"):
        assert may_speak_as(new, capacity) is None
    for capacity in ("councillor", "works-for-body", "facilitator", "king"):
        assert may_speak_as(new, capacity) is not None
    assert may_speak_as(Standing(1, roles=frozenset([Role.FACILITATOR])), "facilitator", "Marlbrook Voices") is not None
    assert may_speak_as(officer, "works-for-body", HEAD) is None
    assert may_speak_as(officer, "works-for-body") is None
    assert may_speak_as(officer, "works-for-body", "Clerk, Marlbrook Council") is not None
    assert may_speak_as(Standing(1, councillor=True), "councillor") is None


def test_a_form_offers_and_refuses(app: Flask) -> None:
    who = Standing(1, speaks_for={7: HEAD})
    with app.test_request_context():
        form = ReplyForm()
        form.offer(who, usual="carer")
        assert '<option selected value="">Nothing, just my name</option>' in str(form.capacity())
        assert HEAD in str(form.capacity())
        for sent, spoken in (("carer", "carer"), ("works-for-body:7", "works-for-body"), ("", None)):
            form = ReplyForm(MultiDict({"capacity": sent}))
            form.offer(who)
            assert form.validate()
            assert form.spoken(who).capacity == spoken
        form = ReplyForm(MultiDict({"capacity": "councillor"}))
        form.offer(who)
        with pytest.raises(Refusal):
            form.spoken(who)
