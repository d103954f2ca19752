"""Say which of our bodies one of a source is, or add it as a new one."""

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.bodies.choices import bodies_today
from decisions.bodies.models import Body
from decisions.imports import actions, matching
from decisions.imports.forms import NONE_OF_OURS, BodyForm, MatchForm
from decisions.imports.models import Origin, Source
from decisions.imports.routes.pages import body_or_404, pages
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.limits import limiter
from forum.say import _
from forum.web import allow


@pages.get("/sources/<int:id>/bodies/<int:origin>")
@allow(FACILITATOR)
def body(id: int, origin: int) -> ResponseReturnValue:
    """Ask which of our bodies one of a source is. The likeliest is chosen already; a person still says yes."""
    source, found = body_or_404(id, origin)
    likely = matching.likely(str(found.said.get("name", "")), bodies_today(clock.today()).values())
    chosen = found.subject_id or (likely.id if likely else "")
    return _page(source, found, MatchForm(data={"body": NONE_OF_OURS if found.left_out else str(chosen)}), None)


@pages.post("/sources/<int:id>/bodies/<int:origin>")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def body_sent(id: int, origin: int) -> ResponseReturnValue:
    """Say which of our bodies one of a source is."""
    source, found = body_or_404(id, origin)
    form = MatchForm(request.form).offer(bodies_today(clock.today()))

    def act() -> str:
        body_id = None if form.body.data == NONE_OF_OURS else int(form.body.data)
        actions.match(found, body_id, by=web.standing(), on=clock.now())
        return _back(source)

    return web.submit(form, act) or _page(*body_or_404(id, origin), form, None)


@pages.post("/sources/<int:id>/bodies/<int:origin>/new")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def body_new(id: int, origin: int) -> ResponseReturnValue:
    """Add it as a new body of ours, of the kind that a person sets."""
    source, found = body_or_404(id, origin)
    form = BodyForm(request.form).offer(matching.kinds())

    def act() -> str:
        given = {"name": form.name.data, "short": form.short.data, "kind": form.kind.data}
        made = actions.add_body(found, **given, by=web.standing(), on=clock.now())
        actions.match(found, made, by=web.standing(), on=clock.now())
        return _back(source)

    return web.submit(form, act) or _page(*body_or_404(id, origin), None, form)


def _back(source: Source) -> str:
    flash(_("Saved. What waited for this comes in at the next reading."))
    return url_for("imports.source", id=source.id)


def _page(source: Source, found: Origin, form: MatchForm | None, new: BodyForm | None) -> ResponseReturnValue:
    bodies: dict[int, Body] = bodies_today(clock.today())
    match = (form or MatchForm(data={"body": ""})).offer(bodies)
    name = str(found.said.get("name", ""))
    new_form = new or BodyForm(data={"name": name, "short": _("the %(name)s", name=name)})
    return web.render(
        "decisions/imports/body.html",
        form=new or form,
        match=match,
        new=new_form.offer(matching.kinds()),
        source=source,
        origin=found,
        name=name,
    )
