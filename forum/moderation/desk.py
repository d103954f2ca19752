"""Pages of moderators: look at words and decide, take a second look, stop a person from writing."""

from flask import abort, flash, request, url_for
from flask.typing import ResponseReturnValue

from forum import clock, subjects, web
from forum.access import MODERATOR
from forum.moderation import actions, cases, hearing, queries, stopping, telling
from forum.moderation.cases import Case
from forum.moderation.forms import AnswerForm, ReasonForm, RestoreForm, RulingForm
from forum.moderation.models import Appeal, Flag, Ruling
from forum.moderation.reasons import REASON_WORDS, Deed
from forum.moderation.routes import named_case, pages
from forum.say import _
from forum.web import allow


@pages.get("/reports/<int:id>")
@allow(MODERATOR)
def case(id: int) -> ResponseReturnValue:
    """Show a report, the words it is about, and what can be done."""
    flag = subjects.visible("flag", id, web.standing())
    case = cases.load(flag.kind, flag.subject_id, web.standing()) if isinstance(flag, Flag) else None
    return _case_page(case or abort(404), _ruling_form(case, flag))


@pages.get("/hide")
@allow(MODERATOR)
def hide() -> ResponseReturnValue:
    """Show words that nobody reported, or that wait for a first look, and what can be done."""
    case = named_case()
    return _case_page(case, _ruling_form(case, None))


@pages.post("/hide")
@allow(MODERATOR)
def rule() -> ResponseReturnValue:
    """Hide words, show them, or leave them."""
    case, form = named_case(), RulingForm(request.form)

    def act() -> str:
        deed, seen = Deed(form.deed.data), form.last_seen()
        reason, words = form.reason.data or "", form.words.data or ""
        actions.rule(case, deed, reason=reason, words=words, seen=seen, by=web.standing(), on=clock.now())
        flash(_("Done. The next thing is below."))
        return url_for("to_do.listing")

    return web.submit(form, act) or _case_page(case, form)


@pages.get("/appeals/<int:id>")
@allow(MODERATOR)
def second_look(id: int) -> ResponseReturnValue:
    """Show what was decided, and why its author asks for a second look."""
    return _appeal_page(_appeal(id), AnswerForm())


@pages.post("/appeals/<int:id>")
@allow(MODERATOR)
def answer(id: int) -> ResponseReturnValue:
    """Answer a request for a second look."""
    appeal, form = _appeal(id), AnswerForm(request.form)

    def act() -> str:
        agree = form.answer.data == "agree"
        hearing.answer(appeal, agree=agree, words=form.words.data, by=web.standing(), on=clock.now())
        flash(_("Done. We have told them."))
        return url_for("to_do.listing")

    return web.submit(form, act) or _appeal_page(appeal, form)


@pages.get("/suspend")
@allow(MODERATOR)
def suspend() -> ResponseReturnValue:
    """Show what will happen when the person who wrote these words is stopped from writing."""
    return web.render("forum/moderation/suspend.html", form=ReasonForm(), case=named_case())


@pages.post("/suspend")
@allow(MODERATOR)
def send_suspend() -> ResponseReturnValue:
    """Stop the person who wrote these words from writing here."""
    case, form = named_case(), ReasonForm(request.form)

    def act() -> str:
        reason, words = form.reason.data, form.words.data or ""
        stopping.suspend(case.author_id, reason=reason, words=words, by=web.standing(), on=clock.now())
        flash(_("This person can’t write here now. We have told them why."))
        return url_for("moderation.suspended")

    return web.submit(form, act) or web.render("forum/moderation/suspend.html", form=form, case=case)


@pages.get("/suspended")
@allow(MODERATOR)
def suspended() -> ResponseReturnValue:
    """List people who can't write at the moment, with the reason."""
    return _suspended_page(RestoreForm())


@pages.post("/suspended/<int:id>/restore")
@allow(MODERATOR)
def restore(id: int) -> ResponseReturnValue:
    """Let a person write again."""
    form = RestoreForm(request.form)
    if subjects.visible("person", id, web.standing()) is None:
        abort(404)

    def act() -> str:
        stopping.restore(id, by=web.standing(), on=clock.now())
        flash(_("This person can write here again. We have told them."))
        return url_for("moderation.suspended")

    return web.submit(form, act) or _suspended_page(form)


def _ruling_form(case: Case | None, flag: Flag | None) -> RulingForm:
    """The form, with the reason of the report already chosen: the second click is the button."""
    first = flag or next(iter(case.open_flags if case else ()), None)
    return RulingForm(reason=first.reason if first else None, seen=str(case.seen if case else 0))


def _case_page(case: Case, form: RulingForm) -> ResponseReturnValue:
    says = [(one, telling.to_moderator(one), telling.why(one)) for one in case.rulings]
    reasons = {str(reason): _(text) for reason, text in REASON_WORDS.items()}
    return web.render("forum/moderation/case.html", form=form, case=case, rulings=says, reason_words=reasons)


def _appeal(appeal_id: int) -> Appeal:
    found = subjects.visible("appeal", appeal_id, web.standing())
    return found if isinstance(found, Appeal) else abort(404)


def _appeal_page(appeal: Appeal, form: AnswerForm) -> ResponseReturnValue:
    first: Ruling = queries.ruling(appeal.ruling_id) or abort(404)
    case = cases.load(first.kind, first.subject_id, web.standing())
    says, why = telling.to_moderator(first), telling.why(first)
    return web.render(
        "forum/moderation/second_look.html", form=form, appeal=appeal, first=first, case=case, says=says, why=why
    )


def _suspended_page(form: RestoreForm) -> ResponseReturnValue:
    people = [(person, ruling, telling.why(ruling) if ruling else None) for person, ruling in queries.suspended()]
    return web.render("forum/moderation/suspended.html", form=form, people=people)
