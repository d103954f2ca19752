"""What a list says of an issue, in sentences (pure)."""

from datetime import date

from decisions.journeys.cards import Card, Holder, Next
from decisions.journeys.dates import Owed, ToAct
from decisions.journeys.kinds import STAGE_WORDS, Stage, StopRole
from forum.say import N_, Link, Sentence, Strong
from forum.threads.kinds import KIND_WORDS, Kind


def stage_words(stage: str) -> str:
    """Return the words of a stage."""
    return STAGE_WORDS[Stage(stage)]


def kind_words(kind: str) -> str:
    """Return the words of a kind of thread."""
    return KIND_WORDS[Kind(kind)]


def counts(card: Card) -> list[Sentence | str]:
    """Say how much an issue is talked about: its topic and place, replies, how many it affects."""
    found: list[Sentence | str] = [card.topic, *([card.area] if card.area else [])]
    if card.replies:
        found.append(Sentence(N_("%(num)s reply"), many=N_("%(num)s replies"), num=card.replies))
    if card.affected:
        text, many = N_("%(num)s person says it affects them"), N_("%(num)s people say it affects them")
        found.append(Sentence(text, many=many, num=card.affected))
    if card.news_on is not None:
        found.append(Sentence(N_("last news %(day)s"), {"day": card.news_on}))
    return found


def holder_line(one: Holder, today: date) -> Sentence:
    """Say who has an issue and since when, in days."""
    values: dict[str, object] = {
        "body": Link(one.body[:1].upper() + one.body[1:], "who_decides.body", {"slug": one.slug})
    }
    days = (today - one.since).days
    if one.role == StopRole.CONSULT and not one.waiting:
        return Sentence(N_("%(body)s is asking people what they think."), values)
    if one.due_on is not None and one.due_on < today:
        return Sentence(
            N_("%(body)s was due to look at it on %(day)s. We have not heard what happened."),
            values | {"day": one.due_on},
        )
    if days == 0 and one.waiting:
        return Sentence(N_("%(body)s was asked today."), values)
    if days == 0:
        return Sentence(N_("%(body)s has it since today."), values)
    if one.waiting:
        text, many = N_("%(body)s was asked %(num)s day ago."), N_("%(body)s was asked %(num)s days ago.")
    elif one.role == StopRole.CARRY_OUT:
        text, many = N_("%(body)s is doing it, for %(num)s day."), N_("%(body)s is doing it, for %(num)s days.")
    else:
        text, many = N_("%(body)s has it, for %(num)s day."), N_("%(body)s has it, for %(num)s days.")
    return Sentence(text, values, many=many, num=days)


def next_line(one: Next) -> Sentence:
    """Say the next day that matters."""
    day = Strong(one.day)
    if one.kind != "stop":
        return Sentence(N_("%(what)s: by %(day)s"), {"what": one.what.rstrip("."), "day": day})
    texts = {
        StopRole.DECIDE: N_("%(what)s decides on %(day)s"),
        StopRole.CONSULT: N_("%(what)s asks people, until %(day)s"),
        StopRole.REPLY: N_("%(what)s is to answer by %(day)s"),
        StopRole.CARRY_OUT: N_("%(what)s plans to do it by %(day)s"),
    }
    text = texts.get(StopRole(one.role), N_("%(what)s looks at it on %(day)s"))
    return Sentence(text, {"what": one.what[:1].upper() + one.what[1:], "day": day})


def late_words(card: Card, today: date) -> Sentence | None:
    """Say how late a body is, or nothing. Of the oldest date, when there are several."""
    if card.late_since is None:
        return None
    days = (today - card.late_since).days
    return Sentence(N_("%(num)s day late"), many=N_("%(num)s days late"), num=days)


def days_left(day: date, today: date) -> Sentence:
    """Say how long there is until a day."""
    days = (day - today).days
    if days <= 0:
        return Sentence(N_("today"))
    if days == 1:
        return Sentence(N_("tomorrow"))
    return Sentence(N_("%(num)s day"), many=N_("%(num)s days"), num=days)


def act_line(one: ToAct) -> Sentence | str:
    """Say what people can do."""
    if one.what:
        return one.what
    return Sentence(N_("Answer %(body)s, which asks what you think"), {"body": one.body})


def owed_day(one: Owed) -> Sentence:
    """Say by when a body is to do something; what is only usual is never said as a right."""
    text = N_("usually by %(day)s. This is not a right") if one.typical else N_("by %(day)s")
    return Sentence(text, {"day": one.day})


def owed_left(one: Owed, today: date) -> Sentence:
    """Say how long a body has, or how late it is."""
    if one.days_late:
        return Sentence(N_("%(num)s day late"), many=N_("%(num)s days late"), num=one.days_late)
    return days_left(one.day, today)
