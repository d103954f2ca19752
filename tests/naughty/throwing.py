"""Throw strings at the whole site, and collect what broke."""

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from urllib.parse import quote

from tests.naughty.sending import Site, everywhere, faults, undone, where_one_types, with_query
from tests.roles.walk import Step

Choose = Callable[[str], Iterable[str]]  # the strings for a route
ONCE = frozenset(
    """bodies.confirm bodies.end bodies.refuse
    imports.change_sent imports.drop imports.end_sent imports.pause
    journeys.correct_sent journeys.draft_sent journeys.settled journeys.start_sent journeys.step_removed
    journeys.taken_apart journeys.usual_sent
    journeys.way_removed
    moderation.answer moderation.restore moderation.rule moderation.send_ask_again moderation.send_suspend
    notifications.confirm_now notifications.stop_now
    people.change_email people.change_password people.choose_password_now people.enter_now people.finish_joining_now
    people.give_role people.leave_now people.new_email_now people.sign_in_now people.sign_out
    people.sign_out_everywhere people.take_role
    threads.take_back_sent worries.close""".split()  # noqa: SIM905
)  # undone after each string: they can be done once, or nobody could go on after them


def at_fields(site: Site, choose: Choose) -> list[str]:
    """One string in every field of a form at once: all of them, then only where one types, and see what it became."""
    wrong = []
    for step in site.posts:
        for text in choose(step.endpoint):
            with undone() if step.endpoint in ONCE else nullcontext():
                wrong += _into(site, step, text)
    return wrong


def _into(site: Site, step: Step, text: str) -> list[str]:
    wrong = []
    typed = [where_one_types(site, step, text), where_one_types(site, step, text, areas_only=True)]
    for values in (everywhere(site, step, text), *typed):
        response = step.asker.ask("POST", step.address, values)
        site.answers[step.endpoint, response.status_code] += 1
        found = faults(response, text)
        if response.status_code == 303 and (location := response.headers["Location"]).startswith("/"):
            found += [f"then {fault}" for fault in faults(step.asker.ask("GET", location), text)]
        if found:
            wrong.append(f"{step} with {text!r:.80}: {found[:3]}")
        if response.status_code == 303:
            break
    return wrong


def at_queries(site: Site, choose: Choose, others: Choose | None = None) -> list[str]:
    """One string in every query parameter at once. `others`: the strings for a route that reads none of them, sent
    first; if it then asks for one, it gets them all the same."""
    wrong = []
    for step in [*site.gets, *(step for step in site.posts if "?" in step.address)]:
        name = f"{step.endpoint} query"
        for text in others(name) if others else ():
            wrong += _asked(site, step, text)
        for text in choose(name) if site.listener.queries[step.endpoint] or not others else ():
            wrong += _asked(site, step, text)
    return wrong


def _asked(site: Site, step: Step, text: str) -> list[str]:
    found = faults(step.asker.ask(step.method, with_query(site, step, text)), text)
    return [f"{step} asked {text!r:.80}: {found[:3]}"] if found else []


def at_addresses(site: Site, choose: Choose) -> list[str]:
    """One string in each part of an address."""
    wrong = []
    asker = site.world.askers["administrator"]
    for rule in site.world.app.url_map.iter_rules():
        method = "GET" if "GET" in (rule.methods or ()) else "POST"
        parts = [part for part in rule.rule.split("/") if "<" in part]
        for text in choose(f"{rule.endpoint} address") if parts else ():
            quoted = quote(text, safe="", errors="surrogatepass")
            address = rule.rule
            for part in parts:
                address = address.replace(part, quoted)
            if found := faults(asker.ask(method, address), text):
                wrong.append(f"{method} {address:.120}: {found[:3]}")
    return wrong
