"""The form of a decision: in the body's words, in plain ones, and what it owes with a no."""

from collections.abc import Mapping
from typing import Any

from wtforms import BooleanField, SelectField, StringField, TextAreaField

from decisions.bodies.models import Body
from decisions.journeys.forms.fields import Day, NumberField, address, bodies, number, web
from decisions.meetings import kinds
from decisions.meetings.actions.deciding import WORDS, GivenDecision
from decisions.meetings.models import AgendaItem, Decision, Meeting
from decisions.who_decides.meetings.forms.agenda import LONGEST_OFFICIAL
from decisions.who_decides.meetings.forms.meeting import BODY_NEEDED, Seen, chosen
from decisions.who_decides.meetings.words import ASKED
from forum.form import AtMost, Needed, line, words
from forum.refusal import Refusal
from forum.say import N_, _
from forum.threads.forms.choices import Chosen
from forum.threads.forms.day import DayField

KEY = {"": N_("Nobody has said"), "yes": N_("Yes"), "no": N_("No")}
DAYS = ("decided_on", "published_on", "in_force_on", "carried_out_on", "call_in_until")
COUNTS = ("votes_for", "votes_against", "abstained")
MOST_VOTES = 1_000
LONGEST = 4_000


def _count(_form: Any, field: Any) -> None:
    if field.data and (number(field.data) is None or (number(field.data) or 0) > MOST_VOTES):
        raise Refusal(N_("Write a whole number, or nothing."), field=field.name)


def _votes(label: str) -> Any:
    return StringField(label, filters=[line], validators=[AtMost(9)])


def _long(label: str, most: int = LONGEST, description: str = "") -> Any:
    return TextAreaField(label, filters=[words], validators=[AtMost(most)], description=description)


def _choice(label: str, sentence: str) -> Any:
    return SelectField(label, validate_choice=False, choices=[], validators=[Chosen(sentence, needed=False)])


class DecisionForm(Seen):
    """What was decided."""

    body = NumberField(N_("Which body decided?"), validators=[Needed(BODY_NEEDED)])
    maker = StringField(
        N_("If one person decided for it: which post?"),
        filters=[line],
        validators=[AtMost(160)],
        description=N_("Such as “Director of Adult Care”. A post, never a name."),
    )
    title = StringField(
        N_("What was it about?"), filters=[line], validators=[Needed(N_("Write what it was about.")), AtMost(500)]
    )
    plain = _long(N_("What they decided, in plain words"))
    official = _long(N_("Their own words, exactly"), LONGEST_OFFICIAL, N_("Copy them from the record."))
    result = _choice(N_("What is the result?"), N_("Choose the result."))
    in_principle = BooleanField(N_("Agreed as an idea only: the real decision is still to come"))
    decided_on = DayField(N_("Decided on which day?"), validators=[Day()])
    published_on = DayField(N_("Published on which day?"), validators=[Day()])
    in_force_on = DayField(N_("In force from which day?"), validators=[Day()])
    carried_out_on = DayField(N_("Carried out: when did you hear so?"), validators=[Day()])
    is_key = _choice(N_("Is it a big decision (the council calls it “key”)?"), N_("Choose one."))
    call_in = _choice(N_("Can other councillors ask for another look (call-in)?"), N_("Choose one."))
    call_in_until = DayField(
        N_("Until which day, says the record?"),
        validators=[Day()],
        description=N_("Leave it empty and we work it out from the body’s rule."),
    )
    votes_for, votes_against = _votes(N_("Votes for")), _votes(N_("Votes against"))
    abstained = _votes(N_("Voted neither for nor against"))
    rests_on, reason, risk = _long(ASKED["rests_on"]), _long(ASKED["reason"]), _long(ASKED["risk"])
    risk_owner = StringField(
        ASKED["risk_owner"], filters=[line], validators=[AtMost(160)], description=N_("A post, never a name.")
    )
    for_a_yes = _long(ASKED["for_a_yes"])
    url = StringField(N_("Its page with the body"), filters=[address], validators=[AtMost(500), web])
    why = StringField(
        N_("Why do you change this?"),
        filters=[line],
        validators=[AtMost(300)],
        description=N_("Everyone can read this in the public log."),
    )

    def offer(self, found: Mapping[int, Body]) -> "DecisionForm":
        """Fill in what can be chosen."""
        self.body.choices = bodies(found.values(), _("Choose one"))
        self.result.choices = [(str(one), _(said)) for one, said in kinds.RESULT_WORDS.items()]
        self.call_in.choices = [(str(one), _(said)) for one, said in kinds.CALL_IN_WORDS.items()]
        self.is_key.choices = [(value, _(said)) for value, said in KEY.items()]
        return self

    def given(self, found: Mapping[int, Body], meeting: Meeting | None, item: AgendaItem | None) -> GivenDecision:
        """Return the decision, as the action takes it. Raises Refusal for a body that is not offered."""
        body = chosen(found, self.body)
        values: dict[str, Any] = {name: getattr(self, name).data or "" for name in WORDS if name not in _OTHER}
        values |= {name: getattr(self, name).day for name in DAYS}
        for name in COUNTS:
            _count(self, getattr(self, name))
            values[name] = number(getattr(self, name).data)
        values["key"] = {"yes": True, "no": False}.get(str(self.is_key.data))
        values["in_principle"] = bool(self.in_principle.data)
        values |= {"meeting_id": meeting.id if meeting else None, "item_id": item.id if item else None}
        made: GivenDecision = {"body_id": body.id, **values}  # type: ignore[typeddict-item]
        return made


_OTHER = (*DAYS, *COUNTS, "key", "in_principle")


def from_decision(decision: Decision, seen: str) -> dict[str, Any]:
    """Return what a form shows of a decision at first."""
    shown = {name: getattr(decision, name) for name in WORDS}
    shown |= {name: "" if shown[name] is None else str(shown[name]) for name in COUNTS}
    shown["is_key"] = {True: "yes", False: "no", None: ""}[shown.pop("key")]
    return {"seen": seen, "body": str(decision.body_id), **shown}
