"""The steps in which a place is described. Each keeps what was typed, so that the set-up can be left at any time."""

from collections.abc import Callable
from typing import Any

from flask import Response, request, url_for
from flask.typing import ResponseReturnValue

from decisions.set_up import councils, opening
from decisions.set_up.forms import CouncilForm, KindForm, ReachForm, SafetyForm, WhoForm
from decisions.set_up.routes.pages import away, may_go_on, pages, show
from decisions.set_up.steps import NATION_WORDS, after, done, in_england
from forum import clock, web
from forum.access import EVERYONE
from forum.form import Form, line
from forum.refusal import Refusal
from forum.say import N_
from forum.web import allow

BOTH = ["GET", "POST"]
LONGEST = 100
NO_COUNCIL = N_("Choose your council, or write its name if it is not in the list.")
NO_NATION = N_("Say where it is.")


@pages.route("/set-up/who", methods=BOTH)
@allow(EVERYONE)
def who() -> ResponseReturnValue:
    """Ask which place this is, who runs it and who pays."""
    return _plain("who", WhoForm)


@pages.route("/set-up/council", methods=BOTH)
@allow(EVERYONE)
def council() -> ResponseReturnValue:
    """Ask which council it is: found by its name."""
    if not may_go_on():
        return away()
    kept = opening.answers()
    asked = line((request.form.get("q") or request.args.get("q") or "")[:LONGEST]) or ""
    named = "" if kept.get("council_code") else kept.get("council_name", "")
    form = CouncilForm(request.form or None, data={**kept, "code": kept.get("council_code"), "council_name": named})
    form.q.data = asked
    found = councils.find(asked)
    sent = _keep("council", form, lambda: _council(form)) if request.method == "POST" else None
    return sent or show("council", form, asked=asked, found=found, today=clock.today(), nations=NATION_WORDS, kept=kept)


@pages.route("/set-up/kind", methods=BOTH)
@allow(EVERYONE)
def kind() -> ResponseReturnValue:
    """Ask what kind of council it is."""
    return _plain("kind", KindForm)


@pages.route("/set-up/reach", methods=BOTH)
@allow(EVERYONE)
def reach() -> ResponseReturnValue:
    """Ask how people reach those who run this."""
    return _plain("reach", ReachForm)


@pages.route("/set-up/safety", methods=BOTH)
@allow(EVERYONE)
def safety() -> ResponseReturnValue:
    """Ask whom to ring, who reads worries, and whether first posts wait."""
    return _plain("safety", SafetyForm)


def _plain(name: str, shape: type[Form]) -> ResponseReturnValue:
    """Show a step whose fields are kept as they are typed."""
    if not may_go_on():
        return away()
    kept = opening.answers()
    form = shape(request.form or None, data={"first_posts_wait": True, **kept})
    if request.method == "POST" and (sent := _keep(name, form, lambda: _typed(form))) is not None:
        return sent
    return show(name, form, in_england=in_england(kept), kept=kept)


def _keep(name: str, form: Form, values: Callable[[], dict[str, Any]]) -> Response | None:
    def act() -> str:
        opening.keep(values(), step=name, on=clock.now())
        return url_for(after(name, done(opening.answers())).endpoint)

    return web.submit(form, act)


def _typed(form: Form) -> dict[str, Any]:
    return {one.name: one.data if one.data is not None else "" for one in form if one.name != "key"}


def _council(form: CouncilForm) -> dict[str, Any]:
    """What a council that was chosen fills in; or its name alone. Raises Refusal."""
    chosen = councils.all_councils().get(str(form.code.data or ""))
    if chosen is not None and chosen.is_there(clock.today()):
        kept = {"council_code": chosen.code, "council_name": chosen.name, "nation": chosen.nation}
        return {**kept, "council_type": chosen.type, "web": chosen.web, "system": chosen.system}
    if not form.council_name.data:
        some = any(one.is_there(clock.today()) for one in councils.find(form.q.data or ""))
        raise Refusal(NO_COUNCIL, field="code" if some else "council_name")
    if form.nation.data not in NATION_WORDS:
        raise Refusal(NO_NATION, field="nation")
    return {"council_code": "", "council_name": form.council_name.data, "nation": form.nation.data, "web": ""}
