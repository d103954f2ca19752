"""What a list says of an issue, in sentences. Pure but for the words of the language."""

from datetime import date

from decisions.journeys.card import Card, Holder, Next
from decisions.journeys.dates import Owed, ToAct
from decisions.journeys.fold import ENDINGS
from decisions.journeys.kinds import STAGE_WORDS, Door, Stage, StopRole
from forum.say import N_, NN_, Link, Sentence, Strong, _, ngettext, say_day
from forum.threads.kinds import KIND_WORDS, Kind

DOORS = {
    Stage.TALKING: Door.AHEAD,
    Stage.DECIDED: Door.DONE,
    Stage.FINISHED: Door.DONE,
    Stage.PAUSED: Door.OFF,
}


def stage_words(stage: str) -> str:
    """Return the words of a stage."""
    return STAGE_WORDS[Stage(stage)]


def door(card: Card) -> str:
    """Return the door that an issue stands at (see templates/macros/doors.html)."""
    if card.stage == Stage.NOT_TAKEN:
        return Door.NO if card.outcome in ENDINGS else Door.TALKED
    return DOORS.get(Stage(card.stage), Door.NOW)


def kind_words(kind: str) -> str:
    """Return the words of a kind of thread."""
    return KIND_WORDS[Kind(kind)]


def counts(card: Card) -> str:
    """Say what an issue is about and how much it is talked about: kind, topic, place, replies, how many it affects.
    In words at once, not as sentences: a list says it twenty times."""
    parts = [_(kind_words(card.kind)), card.topic, *([card.area] if card.area else [])]
    if card.replies:
        parts.append(ngettext("%(num)s reply", "%(num)s replies", card.replies))
    if card.affected:
        affects = ngettext("%(num)s person says it affects them", "%(num)s people say it affects them", card.affected)
        parts.append(affects)
    if card.news_on is not None:
        parts.append(_("last news %(day)s", day=say_day(card.news_on)))
    return "\N{NO-BREAK SPACE}· ".join(parts)


def parts_line(card: Card) -> Sentence:
    """Say that parts of an issue are decided apart: by how many bodies, when more than one decides."""
    if card.bodies > 1:
        forms = NN_("%(num)s body is deciding parts of this.", "%(num)s bodies are deciding parts of this.")
        return Sentence.counted(forms, card.bodies)
    forms = NN_("This is looked at in %(num)s part.", "This is looked at in %(num)s parts.")
    return Sentence.counted(forms, card.parts)


def home_line(card: Card) -> Sentence:
    """Say which issue it is decided together with."""
    return Sentence(N_("Decided together with: %(title)s"), {"title": card.home})


def holder_line(one: Holder, today: date) -> Sentence:
    """Say who has an issue and since when, in days."""
    link = Link(one.body[:1].upper() + one.body[1:], "who_decides.body", {"slug": one.slug})
    values: dict[str, object] = {"body": link}
    days = (today - one.since).days
    if one.role == StopRole.CONSULT and not one.waiting:
        return Sentence(N_("%(body)s is asking people what they think."), values)
    if one.role not in (StopRole.REPLY, StopRole.CONSULT) and one.due_on is not None and one.due_on < today:
        return _unheard(one, values | {"day": one.due_on})
    if days == 0:
        return Sentence(N_("%(body)s was asked today.") if one.waiting else N_("%(body)s has it since today."), values)
    if one.waiting:
        forms = NN_("%(body)s was asked %(num)s day ago.", "%(body)s was asked %(num)s days ago.")
    elif one.role == StopRole.CARRY_OUT:
        forms = NN_("%(body)s has worked on it for %(num)s day.", "%(body)s has worked on it for %(num)s days.")
    else:
        forms = NN_("%(body)s has had it for %(num)s day.", "%(body)s has had it for %(num)s days.")
    return Sentence.counted(forms, days, values)


def _unheard(one: Holder, values: dict[str, object]) -> Sentence:
    """A planned day passed and nobody has said what happened: never guess."""
    if one.role == StopRole.CARRY_OUT:
        return Sentence(N_("%(body)s was due to do it by %(day)s. We have not heard if it did."), values)
    return Sentence(N_("%(body)s was due to look at it on %(day)s. We have not heard what happened."), values)


PLANNED = {
    StopRole.DECIDE: N_("%(body)s decides"),
    StopRole.CONSULT: N_("%(body)s stops asking people"),
    StopRole.REPLY: N_("%(body)s is to answer"),
    StopRole.CARRY_OUT: N_("%(body)s plans to have done it"),
}


def next_line(one: Next) -> Sentence:
    """Say the next day that matters."""
    what = Sentence("%(what)s", {"what": bare(one.what)})
    if one.kind == "stop":
        body = one.what[:1].upper() + one.what[1:]
        what = Sentence(PLANNED.get(StopRole(one.role), N_("%(body)s looks at it")), {"body": body})
    return Sentence(N_("Next date: %(day)s. %(what)s."), {"day": Strong(one.day), "what": what})


def bare(words: str) -> str:
    """Return what somebody typed for a date, without the stop or the "by" at its end: the date stands elsewhere."""
    return words.strip().rstrip(".:").removesuffix(" by")


def late_words(late: Next, today: date) -> Sentence:
    """Say how late a body is."""
    return Sentence.counted(NN_("%(num)s day late", "%(num)s days late"), (today - late.day).days)


def days_left(day: date, today: date) -> Sentence:
    """Say how long there is until a day."""
    days = (day - today).days
    if days <= 0:
        return Sentence(N_("today"))
    if days == 1:
        return Sentence(N_("tomorrow"))
    return Sentence.counted(NN_("%(num)s day", "%(num)s days"), days)


def act_line(one: ToAct) -> Sentence | str:
    """Say what people can do."""
    if one.what:
        return bare(one.what)
    return Sentence(N_("Answer %(body)s, which asks what you think"), {"body": one.body})


def owed_day(one: Owed) -> Sentence:
    """Say by when a body is to do something; what is only usual is never said as a right."""
    text = N_("usually by %(day)s. This is not a right") if one.typical else N_("by %(day)s")
    if one.days_late:
        text = N_("was due %(day)s")
    return Sentence(text, {"day": one.day})


def owed_left(one: Owed, today: date) -> Sentence:
    """Say how long a body has, or how late it is."""
    if one.days_late:
        return Sentence.counted(NN_("%(num)s day late", "%(num)s days late"), one.days_late)
    return days_left(one.day, today)
