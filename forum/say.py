"""What the site says: sentences that pure code returns and the edges put into words.

Pure code never translates. It returns a `Sentence` whose text is marked with `N_()` or, when it
counts, `NN_()`; `web`, templates and
commands call `say()` or `say_html()`. Dates are said in words, in the language of the page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

import flask_babel
from babel.dates import format_date, format_time
from babel.numbers import format_decimal
from flask import Flask, current_app
from markupsafe import Markup, escape

from forum import clock
from forum.links import url_for

MONTHS_SHOWN_WITHOUT_YEAR = 183
MOST_PHRASES = 10_000  # remembered


def N_(text: str) -> str:
    """Mark a text for translation and return it unchanged."""
    return text


def NN_(one: str, many: str) -> tuple[str, str]:
    """Mark a text that counts, as it is for one and for many. For `Sentence.counted`."""
    return one, many


def catalogue() -> Any:
    """Return the translations of this site's language: found once for an app, for it is asked hundreds of times a
    page."""
    kept = current_app.extensions.get("catalogue")
    if kept is None:
        kept = current_app.extensions["catalogue"] = flask_babel.get_translations()
    return kept


def _(text: str, **values: object) -> str:
    """Translate a text into the language of this site, with its values filled in."""
    phrases: dict[str, str] = current_app.extensions["phrases"]
    said = phrases.get(text)
    if said is None:
        said = str(catalogue().ugettext(text))
        if len(phrases) < MOST_PHRASES:
            phrases[text] = said
    return said % values if values else said


def ngettext(one: str, many: str, num: int, **values: object) -> str:
    """Translate a text that counts; `num` picks the form and fills `%(num)s`."""
    values.setdefault("num", say_number(num))
    return str(catalogue().ungettext(one, many, num)) % values


def init_app(app: Flask) -> None:
    """Teach templates our words, and let the app remember its phrases."""
    app.extensions["phrases"] = {}
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=lambda text: catalogue().ugettext(text),
        ngettext=lambda one, many, num: catalogue().ungettext(one, many, num),
        newstyle=True,
    )
    app.jinja_env.filters.update(say=say_html, day=say_day, weekday=say_weekday, month=say_month)
    app.jinja_env.filters.update(weekday_name=say_weekday_name, month_short=say_month_short)
    app.jinja_env.filters.update(number=say_number, clock_time=say_time, hour=say_hour)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in English with named gaps, put into words later.

    Arguments: `text` marked by `N_()`; `values` for its `%(name)s` gaps, each a string, a number, a date, a
    `Link`, a `Strong` or another `Sentence`; `many` and `num` when the text counts.
    """

    text: str
    values: Mapping[str, Any] = field(default_factory=dict)
    many: str | None = None
    num: int | None = None

    @classmethod
    def counted(cls, forms: tuple[str, str], num: int, values: Mapping[str, Any] | None = None) -> "Sentence":
        """Make a sentence that counts. Arguments: its two forms, marked by `NN_()`; the number; its other gaps."""
        return cls(forms[0], values or {}, many=forms[1], num=num)


@dataclass(frozen=True, slots=True)
class Link:
    """A gap that is a link when the sentence is shown on a page: to a route, by its endpoint and arguments."""

    text: str
    endpoint: str
    args: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Strong:
    """A gap that stands out on a page: a date or a few words."""

    value: "str | date | Sentence"


def say(sentence: Sentence | str) -> str:
    """Put a sentence into plain words, in the language of the page; a `str` comes back as it is."""
    if isinstance(sentence, str):
        return sentence
    return _fill(sentence, {name: _plain(value) for name, value in sentence.values.items()})


def say_html(sentence: Sentence | str) -> Markup:
    """Put a sentence into words for a page: every value escaped, links and strong words made real."""
    if isinstance(sentence, str):
        return Markup(escape(sentence))  # noqa: S704 - escaped on this line
    text = str(escape(_template(sentence)))
    values = {name: _marked(value) for name, value in sentence.values.items()}
    if sentence.num is not None:
        values.setdefault("num", escape(say_number(sentence.num)))
    return Markup(text) % values  # noqa: S704 - the text was escaped, Markup escapes the values


def say_number(number: int) -> str:
    """Say a whole number as the language writes it: 5,000."""
    return _number(number, _language())


def say_day(day: date | datetime, today: date | None = None) -> str:
    """Say a date in words: `27 November`, with the year when it is more than half a year from today."""
    day = clock.local_day(day) if isinstance(day, datetime) else day
    far = abs((day - (today or clock.today())).days) > MONTHS_SHOWN_WITHOUT_YEAR
    # Translators: patterns of dates, in your order. See babel.pocoo.org, Date and Time, Pattern Syntax.
    return _day(day, _("d MMMM y") if far else _("d MMMM"), _language())


def say_weekday(day: date) -> str:
    """Say a date with its weekday: `Friday 27 November`."""
    far = abs((day - clock.today()).days) > MONTHS_SHOWN_WITHOUT_YEAR
    return _day(day, _("EEEE d MMMM y") if far else _("EEEE d MMMM"), _language())


def say_month(day: date | datetime) -> str:
    """Say a month with its year: `November 2026`."""
    day = clock.local_day(day) if isinstance(day, datetime) else day
    return _day(day, _("LLLL y"), _language())


def say_weekday_name(day: date) -> str:
    """Say the weekday of a date: `Friday`."""
    return _day(day, _("EEEE"), _language())


def say_month_short(day: date) -> str:
    """Say the month of a date in a few letters: `Nov`."""
    return _day(day, _("LLL"), _language())


def say_time(moment: datetime) -> str:
    """Say the time of day of a moment, at the place: `noon`, `2:30 pm`."""
    return say_hour(clock.local(moment).time())


def say_hour(hour: time) -> str:
    """Say an hour as it stands on the wall: `noon`, `2:30 pm`."""
    if (hour.hour, hour.minute) == (12, 0):
        return _("noon")
    return str(format_time(hour, _("h:mm a"), locale=_language())).lower().replace(":00", "")


def _language() -> str:
    return str(current_app.config["LANGUAGE"])


@lru_cache(maxsize=4096)
def _day(day: date, pattern: str, language: str) -> str:
    return str(format_date(day, pattern, locale=language))


@lru_cache(maxsize=4096)
def _number(number: int, language: str) -> str:
    return str(format_decimal(number, locale=language))


def _fill(sentence: Sentence, values: dict[str, str]) -> str:
    if sentence.many is not None and sentence.num is not None:
        return ngettext(sentence.text, sentence.many, sentence.num, **values)
    return _(sentence.text, **values)


def _template(sentence: Sentence) -> str:
    """The translated text with its gaps still open."""
    if sentence.many is not None and sentence.num is not None:
        return str(catalogue().ungettext(sentence.text, sentence.many, sentence.num))
    return _(sentence.text)


def _plain(value: Any) -> str:
    match value:
        case Sentence():
            return say(value)
        case Link():
            return value.text
        case Strong():
            return _plain(value.value)
        case bool():
            return str(value)
        case int():
            return say_number(value)
        case date():
            return say_day(value)
        case _:
            return str(value)


def _marked(value: Any) -> Markup:
    match value:
        case Sentence():
            return say_html(value)
        case Link():
            href = url_for(value.endpoint, **value.args)
            return Markup('<a href="%s">%s</a>') % (href, value.text)
        case Strong(value=date() as day):
            return Markup('<b><time datetime="%s">%s</time></b>') % (day.isoformat(), say_weekday(day))
        case Strong():
            return Markup("<b>%s</b>") % _marked(value.value)
        case date():
            iso = value.isoformat()
            return Markup('<time datetime="%s">%s</time>') % (iso, say_day(value))
        case _:
            return Markup(escape(_plain(value)))  # noqa: S704 - escaped on this line
