"""What a letter says of a meeting or a decision: how it stands when the letter is sent."""

from decisions.meetings import queries, rules
from decisions.meetings.kinds import STATUS_WORDS, Status
from decisions.meetings.models import Decision, Meeting
from forum import clock
from forum.say import _, say, say_day, say_hour, say_weekday


def of_meeting(one: Meeting) -> str:
    """Return what a letter says of a meeting: how sure it is, when and where, why it is off, if its papers are out."""
    today = clock.today()
    to = queries.by_ids([one.moved_to_id]).get(one.moved_to_id) if one.moved_to_id else None
    sure = say(rules.status_sentence(one.status, one.day, today, moved_to=to.day if to else None))
    lines = [f"{_(STATUS_WORDS[Status(one.status)])}. {sure}", _when(one)]
    if one.why:
        lines.append(_("Why: %(why)s", why=one.why))
    if one.place:
        lines.append(one.place)
    if one.agenda_on is not None and one.agenda_on <= today:
        lines.append(_("What it talks about came out on %(day)s.", day=say_day(one.agenda_on)))
    return "\n".join(lines)


def of_decision(one: Decision) -> str:
    """Return what a letter says of a decision: how far it has come, and what was decided in plain words."""
    names = rules.DecisionFacts.__dataclass_fields__
    facts = rules.DecisionFacts(**{name: getattr(one, name) for name in names})
    return "\n".join(part for part in (say(rules.shade_sentence(facts, clock.today())), one.plain) if part)


def _when(one: Meeting) -> str:
    if one.starts is None:
        return say_weekday(one.day)
    return _("%(day)s, %(hour)s", day=say_weekday(one.day), hour=say_hour(one.starts))
