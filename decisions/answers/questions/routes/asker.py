"""What the asker does with an answer: says if it answers, asks once more, says thank you, takes the question back."""

from collections.abc import Callable

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.answers.questions import asking
from decisions.answers.questions.forms import AgainForm, RateForm, ThankForm
from decisions.answers.questions.kinds import Rating
from decisions.answers.questions.models import Question
from decisions.answers.questions.routes.pages import pages, question_here
from forum import clock, limits, web
from forum.access import WRITER
from forum.form import Form
from forum.limits import limiter
from forum.refusal import Refusal
from forum.say import N_, _
from forum.threads.queries import is_mine
from forum.web import allow, stop_if


@pages.get("/questions/<int:id>/rate")
@allow(WRITER)
def rate(id: int) -> ResponseReturnValue:
    """Ask the asker if an answer answers."""
    return _page(_mine(id), RateForm(), "rate")


@pages.post("/questions/<int:id>/rate")
@limiter.limit(limits.POST)
@allow(WRITER)
def rate_sent(id: int) -> ResponseReturnValue:
    """Keep what the asker makes of an answer."""
    of, form = _mine(id), RateForm(request.form)

    def act() -> None:
        asking.rate(of, Rating(form.word.data), form.words.data or "", by=web.standing(), on=clock.now())

    return _done(of, form, act, _("Thank you. Readers see what you think.")) or _page(of, form, "rate")


@pages.get("/questions/<int:id>/again")
@allow(WRITER)
def again(id: int) -> ResponseReturnValue:
    """Show the form to ask once more."""
    return _page(_mine(id), AgainForm(), "again")


@pages.post("/questions/<int:id>/again")
@limiter.limit(limits.POST)
@allow(WRITER)
def again_sent(id: int) -> ResponseReturnValue:
    """Ask once more."""
    of, form = _mine(id), AgainForm(request.form)

    def act() -> None:
        asking.ask_again(of, form.words.data or "", by=web.standing(), on=clock.now())

    return _done(of, form, act, _("You asked once more.")) or _page(of, form, "again")


@pages.get("/questions/<int:id>/thank")
@allow(WRITER)
def thank(id: int) -> ResponseReturnValue:
    """Show the form to say thank you."""
    return _page(_mine(id), ThankForm(), "thank")


@pages.post("/questions/<int:id>/thank")
@limiter.limit(limits.POST)
@allow(WRITER)
def thank_sent(id: int) -> ResponseReturnValue:
    """Say thank you."""
    of, form = _mine(id), ThankForm(request.form)

    def act() -> None:
        asking.thank(of, form.words.data or "", by=web.standing(), on=clock.now())

    return _done(of, form, act, _("They see your thanks.")) or _page(of, form, "thank")


@pages.get("/questions/<int:id>/take-back")
@allow(WRITER)
def take_back(id: int) -> ResponseReturnValue:
    """Ask the asker if they are sure."""
    return _page(_mine(id), Form(), "take_back")


@pages.post("/questions/<int:id>/take-back")
@limiter.limit(limits.POST)
@allow(WRITER)
def take_back_sent(id: int) -> ResponseReturnValue:
    """Take a question back."""
    of, form = _mine(id), Form(request.form)

    def act() -> None:
        asking.take_back(of, by=web.standing(), on=clock.now())

    return _done(of, form, act, _("You took your question back.")) or _page(of, form, "take_back")


def _mine(question_id: int) -> Question:
    """The asker's own question; of anybody else's this is not theirs to say."""
    of = question_here(question_id)
    if not is_mine(web.standing(), of.byline_id):
        stop_if(Refusal(N_("Only who asked can do that.")))
    return of


def _done(of: Question, form: Form, act: Callable[[], None], says: str) -> ResponseReturnValue | None:
    """Do it once for this form, say so, and lead to the question."""
    number = of.id

    def once() -> str:
        act()
        flash(says)
        return url_for("questions.page", id=number)

    return web.submit(form, once)


def _page(of: Question, form: Form, name: str) -> ResponseReturnValue:
    return web.render(f"decisions/questions/{name}.html", form=form, question=of)
