"""Say what became of a promise, and check if it was kept: signed in, or by the link of a letter."""

from flask import flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from decisions.journeys.rules import is_known
from decisions.promises import actions, queries, rules, shown, tokens
from decisions.promises.actions import CHANGED
from decisions.promises.forms import CheckForm, SayForm
from decisions.promises.kinds import HINTS, Stage, Voice
from decisions.promises.owners import Owner, is_concerned
from decisions.promises.queries import Known
from decisions.promises.routes.pages import pages, promise_here, speaks
from decisions.promises.states import can_check
from forum import clock, limits, subjects, web
from forum.about.site import site
from forum.access import EVERYONE, WRITER
from forum.limits import limiter
from forum.refusal import Refusal, raise_if
from forum.say import N_, _
from forum.web import allow

WAIT = N_("Please write it as a reply on the issue’s page. Someone looks at first posts.")


@pages.get("/promises/<int:id>/say")
@allow(WRITER)
def say(id: int) -> ResponseReturnValue:
    """Show the form to say what became of a promise."""
    known = promise_here(id)
    given = {"kind": request.args.get("kind"), "seen": known.promise.last_number, "happened_on": clock.today()}
    return _page(known, SayForm(data=given))


@pages.post("/promises/<int:id>/say")
@limiter.limit(limits.POST)
@allow(WRITER)
def say_sent(id: int) -> ResponseReturnValue:
    """Say what became of a promise. Whoever did not see the last news is shown it first, with their words kept."""
    known, form, who = promise_here(id), SayForm(request.form), web.standing()
    of = known.promise

    def act() -> str:
        if site().first_posts_wait and rules.voice(who, of.body_id) == Voice.MEMBER and not is_known(who):
            raise Refusal(WAIT)
        actions.say(of, form.given(), seen=form.seen_number, by=who, on=clock.now())
        flash(_("Thank you. It is on the record."))
        return url_for("promises.page", id=id)

    form.offer(rules.choices(who, Stage(of.stage), of.body_id))
    return web.submit(form, act) or _page(known, form)


@pages.get("/promises/<int:id>/check")
@allow(WRITER)
def check(id: int) -> ResponseReturnValue:
    """Ask somebody signed in if a promise was kept."""
    return _check_page(promise_here(id), Owner(person_id=web.standing().person_id))


@pages.post("/promises/<int:id>/check")
@limiter.limit(limits.POST)
@allow(WRITER)
def check_sent(id: int) -> ResponseReturnValue:
    """Keep what somebody signed in says of a promise."""
    known, form, who = promise_here(id), CheckForm(request.form), web.standing()
    of, owner = known.promise, Owner(person_id=who.person_id)

    def act() -> str:
        affected = is_concerned(owner, [one.id for one in known.threads]) and not speaks(of)
        raise_if(rules.may_check(who, affected=affected, asked=_asked(known)))
        actions.check(of, owner, word=form.chosen(), words=form.words.data or "", on=clock.now())
        flash(_("Thank you. You can change it later."))
        return url_for("promises.page", id=id)

    return web.submit(form, act) or _check_page(known, owner, form)


@pages.get("/was-it-kept/<token>")
@allow(EVERYONE)
def kept(token: str) -> ResponseReturnValue:
    """Ask whoever has the link of a letter if a promise was kept."""
    found = _by_token(token)
    return _check_page(*found, token=token) if found else _over()


@pages.post("/was-it-kept/<token>")
@limiter.limit(limits.POST)
@allow(EVERYONE)
def kept_sent(token: str) -> ResponseReturnValue:
    """Keep what whoever has the link says of a promise."""
    found, form = _by_token(token), CheckForm(request.form)
    if found is None:
        return _over()
    known, owner = found

    def act() -> str:
        actions.check(known.promise, owner, word=form.chosen(), words=form.words.data or "", on=clock.now())
        flash(_("Thank you. You can change it with the same link."))
        return url_for("promises.page", id=known.promise.id)

    return web.submit(form, act) or _check_page(known, owner, form, token=token)


def _by_token(token: str) -> tuple[Known, Owner] | None:
    read = tokens.read(tokens.CHECK, token)
    known: Known | None = subjects.visible("promise", read[0], web.standing()) if read else None
    return (known, read[1]) if read and known is not None and _asked(known) else None


def _over() -> ResponseReturnValue:
    return render_template("decisions/promises/link_over.html"), 404


def _asked(known: Known) -> bool:
    return can_check(known.promise.stage, known.promise.due_on, today=clock.today())


def _check_page(known: Known, owner: Owner, form: CheckForm | None = None, *, token: str = "") -> ResponseReturnValue:
    last = queries.of_owner(known.promise.id, owner)
    form = form or CheckForm(data={"word": last.word, "words": last.words} if last else {})
    action = url_for("promises.kept", token=token) if token else url_for("promises.check", id=known.promise.id)
    line = shown.line(shown.row(known.promise), clock.today())
    return web.render(
        "decisions/promises/check.html", form=form, promise=known.promise, line=line, action=action, last=last,
        asked=_asked(known),
    )  # fmt: skip


def _page(known: Known, form: SayForm) -> ResponseReturnValue:
    of, new = known.promise, []
    if form.refused is not None and form.refused.args[0] == CHANGED:
        new = [shown.told(one) for one in queries.events(of.id) if one.number > form.seen_number]
        form.seen.data = str(of.last_number)
    form.offer(rules.choices(web.standing(), Stage(of.stage), of.body_id))
    hints = {str(kind): _(words) for kind, words in HINTS.items()}
    return web.render(
        "decisions/promises/say.html", form=form, promise=of, new=new, hints=hints, owner=speaks(of),
        stands=shown.stands(of, owner=speaks(of)),
    )  # fmt: skip
