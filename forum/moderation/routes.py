"""Pages of reports and rulings that are not for moderators alone: report, what came of it, the log, ask again."""

from flask import Blueprint, abort, flash, request, url_for
from flask.typing import ResponseReturnValue

from forum import clock, subjects, web
from forum.access import EVERYONE, SIGNED_IN, Standing
from forum.history import public_log
from forum.limits import POST, REPORT, limiter
from forum.moderation import actions, cases, hearing, queries, rules, telling
from forum.moderation.cases import Case
from forum.moderation.forms import AskForm, ReportForm
from forum.moderation.models import Ruling
from forum.moderation.reasons import Reason
from forum.say import _
from forum.web import allow, stop_if

pages = Blueprint("moderation", __name__)


@pages.get("/report")
@allow(EVERYONE)
def report() -> ResponseReturnValue:
    """Show the form to report one thing."""
    return web.render("forum/moderation/report.html", form=_report_form(), case=named_case())


@pages.post("/report")
@limiter.limit(REPORT)
@allow(EVERYONE)
def send_report() -> ResponseReturnValue:
    """Take in a report, and give a receipt number."""
    case, form = named_case(), _report_form()

    def act() -> str:
        email = form.email.data if form.email else None
        reason, words = Reason(form.reason.data), form.words.data or ""
        flag = actions.report(
            case.kind, case.subject_id, reason=reason, words=words, email=email, by=web.standing(), on=clock.now()
        )
        return url_for("moderation.receipt", receipt=flag.receipt)

    return web.submit(form, act) or web.render("forum/moderation/report.html", form=form, case=case)


@pages.get("/report/<receipt>")
@allow(EVERYONE)
def receipt(receipt: str) -> ResponseReturnValue:
    """Say what came of a report."""
    flag, ruling = queries.by_receipt(receipt) or abort(404)
    return web.render("forum/moderation/receipt.html", flag=flag, ruling=ruling)


@pages.get("/safety/log")
@allow(EVERYONE)
def log() -> ResponseReturnValue:
    """Show what was done to keep people safe, newest first."""
    before = web.page_number("before")
    entries, after = public_log.page(before=before)
    return web.render("forum/moderation/log.html", entries=entries, after=after, first=before is None)


@pages.get("/safety/why")
@allow(EVERYONE)
def why() -> ResponseReturnValue:
    """Say what was done with one thing, and why: where a hidden post stood, a link leads here."""
    kind, subject_id = request.args.get("kind", ""), web.page_number("id")
    if subject_id is None or not cases.can_be_reported(kind) or subjects.one(kind, subject_id) is None:
        abort(404)
    found = queries.rulings_on(kind, subject_id)
    mine = cases.author_of(kind, subject_id) == web.standing().person_id is not None
    entries = [telling.entry(one, {}) for one in found if one.public]
    return web.render("forum/moderation/why.html", entries=entries, last=found[0] if found and mine else None)


@pages.get("/rulings/<int:id>")
@allow(SIGNED_IN)
def ruling(id: int) -> ResponseReturnValue:
    """Show what was decided about somebody's words, to them and to moderators."""
    return _ruling_page("forum/moderation/ruling.html", _ruling(id))


@pages.get("/rulings/<int:id>/ask-again")
@allow(SIGNED_IN)
def ask_again(id: int) -> ResponseReturnValue:
    """Show the form to ask for a second look."""
    return _ruling_page("forum/moderation/ask_again.html", _own_ruling(id), AskForm())


@pages.post("/rulings/<int:id>/ask-again")
@limiter.limit(POST)
@allow(SIGNED_IN)
def send_ask_again(id: int) -> ResponseReturnValue:
    """Ask for a second look; suspended people can too."""
    ruling, form = _own_ruling(id), AskForm(request.form)

    def act() -> str:
        hearing.ask_again(ruling, words=form.words.data, by=web.standing(), on=clock.now())
        flash(_("Thank you. Another moderator will look at this."))
        return url_for("moderation.ruling", id=id)

    return web.submit(form, act) or _ruling_page("forum/moderation/ask_again.html", ruling, form)


def named_case() -> Case:
    """Return the thing that `?kind=…&id=…` names, if it can be reported and this person can see it; else 404."""
    subject_id = web.page_number("id")
    found = cases.load(request.args.get("kind", ""), subject_id, web.standing()) if subject_id else None
    return found or abort(404)


def _report_form() -> ReportForm:
    """The form; somebody signed in is written to by their account."""
    form = ReportForm(request.form)
    if web.standing().signed_in:
        del form.email
    return form


def _ruling(ruling_id: int) -> Ruling:
    found = subjects.visible("ruling", ruling_id, web.standing())
    return found if isinstance(found, Ruling) else abort(404)


def _own_ruling(ruling_id: int) -> Ruling:
    found = _ruling(ruling_id)
    stop_if(rules.is_not_the_author(web.standing(), author_id=cases.author_of(found.kind, found.subject_id)))
    return found


def _ruling_page(page: str, ruling: Ruling, form: AskForm | None = None) -> ResponseReturnValue:
    appeal = cases.appeal_on(ruling.id)
    return web.render(
        page,
        form=form,
        ruling=ruling,
        says=telling.to_author(ruling),
        why=telling.why(ruling) if ruling.public else None,
        may_ask=_may_ask(web.standing(), ruling, asked=appeal is not None),
        appeal=appeal,
        answer=queries.ruling(appeal.answer_id) if appeal and appeal.answer_id else None,
        address=cases.address_for(ruling.kind, ruling.subject_id, web.standing()),
    )


def _may_ask(who: Standing, ruling: Ruling, *, asked: bool) -> bool:
    author_id = cases.author_of(ruling.kind, ruling.subject_id)
    return rules.may_ask_again(who, author_id=author_id, deed=ruling.deed, asked=asked) is None
