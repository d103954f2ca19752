"""How the pages of meetings and decisions say things: hours with their zone, how sure, what is missing."""

from datetime import date, time

from decisions.deadlines.basis import WORDS as BASIS_WORDS
from decisions.meetings import calendars, kinds, rules
from decisions.meetings.dates import PETITION, QUESTION, SPEAK, Dated
from decisions.meetings.models import AgendaItem, Decision, Document, Meeting
from decisions.packs.rules import TYPICAL
from forum.clock import DEFAULT_ZONE
from forum.say import N_, Sentence, _, say_hour, say_weekday

CHIPS = {kinds.Status.CONFIRMED: "ok", kinds.Status.HELD: "ok", kinds.Status.PLANNED: ""}
ASK_FOR = {
    QUESTION: N_("Send a question"),
    SPEAK: N_("Ask to speak"),
    PETITION: N_("Hand in a petition"),
}
NO_NEWS = N_("We have not heard")
NOT_SAID = N_("They have not said.")
ASKED = {
    "rests_on": N_("Which rule does it rest on?"),
    "reason": N_("Why, in plain words?"),
    "risk": N_("What do they fear?"),
    "risk_owner": N_("Who would answer for that?"),
    "for_a_yes": N_("What would have to be true for a yes?"),
}


def hours(meeting: Meeting) -> str:
    """Say from when to when a meeting lasts, on the clock of its place: "7 pm to 9 pm, UK time"."""
    if meeting.starts is None:
        return _("Nobody has said at what hour.")
    starts, zone = say_hour(begins(meeting)), zone_words(meeting.zone)
    if meeting.ends is None:
        return _("%(starts)s, %(zone)s", starts=starts, zone=zone)
    return _("%(starts)s to %(ends)s, %(zone)s", starts=starts, ends=say_hour(meeting.ends), zone=zone)


def begins(meeting: Meeting) -> time:
    """Return the hour at which a meeting begins: one that the clocks leave out that day moves on."""
    hour = meeting.starts or time()
    return calendars.moment(meeting.day, hour, meeting.zone).time()


def is_skipped(meeting: Meeting) -> bool:
    """Whether the clocks leave out the hour at which a meeting is planned."""
    return meeting.starts is not None and begins(meeting) != meeting.starts


def zone_words(zone: str) -> str:
    """Say whose clock it is."""
    if zone == DEFAULT_ZONE:
        return _("UK time")
    return _("%(city)s time", city=zone.rpartition("/")[2].replace("_", " "))


def when(meeting: Meeting) -> str:
    """Say the day and the hours of a meeting."""
    if meeting.starts is None:
        return say_weekday(meeting.day)
    return _("%(day)s, %(hours)s", day=say_weekday(meeting.day), hours=hours(meeting))


def status_words(meeting: Meeting, today: date) -> str:
    """Return the words for how sure a meeting is, on a day."""
    if is_unheard(meeting, today):
        return NO_NEWS
    return kinds.STATUS_WORDS[kinds.Status(meeting.status)]


def chip(meeting: Meeting, today: date) -> str:
    """Return the look of those words (see templates/macros/chip.html)."""
    return "" if is_unheard(meeting, today) else CHIPS.get(kinds.Status(meeting.status), "late")


def is_unheard(meeting: Meeting, today: date) -> bool:
    """Whether the day of a meeting passed, and nobody has told us what became of it."""
    return meeting.status in kinds.GOES_AHEAD and meeting.day < today


def sure(meeting: Meeting, today: date, moved_to: Meeting | None = None) -> Sentence:
    """Say how sure a meeting is, in a sentence."""
    return rules.status_sentence(meeting.status, meeting.day, today, moved_to=moved_to.day if moved_to else None)


def goes_ahead(meeting: Meeting, today: date) -> bool:
    """Whether a meeting is still to come, as far as we know."""
    return meeting.status in kinds.GOES_AHEAD and meeting.day >= today


def basis_words(dated: Dated) -> str:
    """Return on whose authority a date stands."""
    return BASIS_WORDS.get(dated.basis, BASIS_WORDS[TYPICAL])


def what(dated: Dated) -> str:
    """Say what can be done, or is owed, by a date."""
    return _(ASK_FOR[dated.rule.fact]) if dated.rule.fact in ASK_FOR else dated.rule.name


def paper_words(paper: Document) -> str:
    """Return what kind of paper it is."""
    return kinds.PAPER_WORDS[kinds.Paper(paper.kind)]


def attended_words(one: str) -> str:
    """Return whether somebody was there."""
    return kinds.ATTENDED_WORDS[kinds.Attended(one)]


def vote_words(one: str) -> str:
    """Return how a member voted."""
    return kinds.VOTE_WORDS[kinds.Vote(one)]


def result_words(decision: Decision) -> str:
    """Return what was decided, in a word or two."""
    return kinds.RESULT_WORDS[kinds.Result(decision.result)]


def is_yes(decision: Decision) -> bool:
    """Whether the body said yes, or may have: then it matters from when it holds."""
    return decision.result in (*kinds.YES, kinds.Result.UNKNOWN)


def call_in_words(decision: Decision) -> str:
    """Return whether other councillors can ask for another look."""
    return kinds.CALL_IN_WORDS[kinds.CallIn(decision.call_in)]


def facts(decision: Decision, until: date | None = None) -> rules.DecisionFacts:
    """Return what the rules want to know of a decision; `until` is worked out where the record says no day."""
    return rules.DecisionFacts(
        result=decision.result,
        in_principle=decision.in_principle,
        decided_on=decision.decided_on,
        published_on=decision.published_on,
        in_force_on=decision.in_force_on,
        carried_out_on=decision.carried_out_on,
        call_in=decision.call_in,
        call_in_until=decision.call_in_until or until,
    )


def stage(decision: Decision, today: date, until: date | None = None) -> Sentence:
    """Say how far a decision has come."""
    return rules.shade_sentence(facts(decision, until), today)


def reasons(decision: Decision) -> list[tuple[str, str]]:
    """Return what a body owes with a no, a "noted" or a put-off: each question with what they said, or nothing."""
    if not rules.owes_reasons(decision.result):
        return []
    return [(question, getattr(decision, name)) for name, question in ASKED.items()]


def told(item: AgendaItem) -> bool:
    """Whether there is more to an item than its title."""
    return bool(item.plain or item.agenda or item.minutes)
