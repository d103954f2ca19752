"""Forms for an item of an agenda and for a paper."""

from collections.abc import Iterable
from typing import Any

from wtforms import BooleanField, SelectField, StringField, TextAreaField

from decisions.journeys.forms.fields import Day, NumberField, address, web
from decisions.meetings.actions.agenda import GivenItem, GivenPaper
from decisions.meetings.kinds import PAPER_WORDS, Paper
from decisions.meetings.models import AgendaItem
from decisions.who_decides.meetings.forms.meeting import Seen
from forum.form import AtMost, Needed, line, words
from forum.refusal import Refusal
from forum.say import N_, _
from forum.threads.forms.choices import Chosen
from forum.threads.forms.day import DayField

LONGEST_OFFICIAL = 40_000
NAMES = ("number", "title", "heading", "restricted", "may_speak", "agenda", "minutes", "plain")


class ItemForm(Seen):
    """One item of an agenda."""

    number = StringField(N_("Its number on the agenda"), filters=[line], validators=[AtMost(20)])
    title = StringField(
        N_("What is it called?"), filters=[line], validators=[Needed(N_("Write what it is called.")), AtMost(500)]
    )
    plain = TextAreaField(N_("What it means, in plain words"), filters=[words], validators=[AtMost(4_000)])
    agenda = TextAreaField(N_("Their words before the meeting"), filters=[words], validators=[AtMost(LONGEST_OFFICIAL)])
    minutes = TextAreaField(
        N_("Their written record (minutes)"), filters=[words], validators=[AtMost(LONGEST_OFFICIAL)]
    )
    heading = BooleanField(N_("It is a heading only"))
    restricted = BooleanField(N_("It is talked about without the public"))
    may_speak = BooleanField(N_("People can speak about it"))

    def given(self) -> GivenItem:
        """Return the item, as the action takes it."""
        return GivenItem(
            number=self.number.data or "",
            title=self.title.data or "",
            heading=bool(self.heading.data),
            restricted=bool(self.restricted.data),
            may_speak=bool(self.may_speak.data),
            agenda=self.agenda.data or "",
            minutes=self.minutes.data or "",
            plain=self.plain.data or "",
        )


def from_item(item: AgendaItem, seen: str) -> dict[str, Any]:
    """Return what a form shows of an item at first."""
    return {"seen": seen, **{name: getattr(item, name) for name in NAMES}}


class PaperForm(Seen):
    """Where a paper is."""

    title = StringField(
        N_("What is the paper called?"),
        filters=[line],
        validators=[Needed(N_("Write what it is called.")), AtMost(300)],
    )
    kind = SelectField(
        N_("What is it?"), validate_choice=False, choices=[], validators=[Chosen(N_("Choose what it is."))]
    )
    url = StringField(
        N_("Its address"),
        filters=[address],
        validators=[AtMost(500), web],
        description=N_("Where it is with the body. We keep no copy."),
    )
    published_on = DayField(N_("On which day did it come out?"), validators=[Day()])
    item = NumberField(N_("For which item?"))
    restricted = BooleanField(N_("The public may not read it"))

    def offer(self, items: Iterable[AgendaItem]) -> "PaperForm":
        """Fill in what can be chosen."""
        self.kind.choices = [(str(one), _(said)) for one, said in PAPER_WORDS.items()]
        rows = [(str(one.id), one.title) for one in items]
        self.item.choices = [("", _("The whole meeting")), *rows]
        return self

    def given(self, items: Iterable[AgendaItem]) -> GivenPaper:
        """Return the paper, as the action takes it. Raises Refusal for one that nobody could open."""
        if not self.url.data and not self.restricted.data:
            raise Refusal(N_("Write where people can read it."), field="url")
        known = {one.id for one in items}
        if self.item.data and self.item.number not in known:
            raise Refusal(N_("Choose one of these."), field="item")
        return GivenPaper(
            item_id=self.item.number,
            kind=str(Paper(self.kind.data)),
            title=self.title.data or "",
            url=self.url.data or "",
            published_on=self.published_on.day,
            restricted=bool(self.restricted.data),
        )
