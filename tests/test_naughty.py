"""Naughty strings in every field, every query parameter and every address: never a fault of ours, never their markup.

A few strings for each route, always the same ones, on SQLite; `make prove` sends all of them (docs/proofs.md says what
it sends to which database).
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.apps import Apps
from tests.naughty.sending import Site, explore, undone
from tests.naughty.strings import some_for
from tests.naughty.throwing import at_addresses, at_fields, at_queries
from tests.roles.world import make_world

ROOT = Path(__file__).parent.parent
EACH = 1  # strings for each route
NEVER_DONE = {
    "meetings.change_decision_sent",  # only a yes can be an idea: tests/decisions/meetings/test_decisions.py
    "meetings.new_decision_sent",  # as meetings.change_decision_sent
    "editions.new_sent",  # asks for a file: tests/decisions/editions/test_editions.py
    "glossary.answer",  # the one string sent here does not fit: tests/decisions/glossary
    "imports.go_on",  # no source is paused here: tests/decisions/imports/test_ending.py
    "imports.keep",  # deleted by another form before: tests/decisions/imports/test_pages.py
    "journeys.along_sent",  # its field asks for the number of an issue: tests/decisions/journeys/test_together.py
    "journeys.confirm_sent",  # nobody says here what nobody has confirmed: tests/decisions/journeys/test_confirming.py
    "journeys.dismissed",  # its meeting was changed before: tests/decisions/journeys/joining/test_drafts.py
    "journeys.draft_sent",  # as journeys.dismissed
    "journeys.not_same",  # joined by another form before: tests/decisions/journeys/joining/test_joining.py
    "journeys.records_sent",  # nothing here is in the index, so no record is offered: as journeys.not_same
    "meetings.people_sent",  # the same name in each of its lists: tests/decisions/meetings/test_people.py
    "meetings.votes_sent",  # as meetings.people_sent
    "moderation.restore",  # nobody here is stopped
    "packs.add_sent",  # the keys of an entry have to fit each other: tests/decisions/packs/test_pages.py
    "packs.checked",  # ended by another form before: its number has moved on
    "packs.edit_sent",  # as packs.add_sent
    "packs.take_back_sent",  # nothing differs from the pack here
    "promises.add_issue",  # its field asks for the number of an issue
    "promises.changed_sent",  # no browser said here that it affects it: tests/decisions/promises/test_verdicts.py
    "people.sign_in_demo",  # only in the demonstration
    "people.sign_in_now",  # the password is wrong
    "people.take_role",  # nobody has one
    "questions.again_sent",  # nobody has answered it here: tests/decisions/answers/test_questions.py
    "questions.by_link_sent",  # its last choice needs a day to come: tests/decisions/answers/test_by_link.py
    "questions.confirm_sent",  # what is looked at was written down by the same person
    "questions.other_sent",  # taken back by another form before
    "questions.pass_on_sent",  # as questions.other_sent
    "questions.rate_sent",  # as questions.again_sent
    "questions.thank_sent",  # as questions.again_sent
    "set_up.open_it",  # only with the code that the server printed: tests/decisions/set_up/test_set_up.py
    "set_up.share",  # no facts are chosen here: tests/decisions/set_up/test_facts.py
    "threads.join_sent",  # its field asks for the number of an issue: tests/forum/threads/test_joining.py
    "words.check_text",  # it keeps nothing: tests/forum/words/test_check.py
    "words.panel",  # as words.check_text
    "threads.take_apart_sent",  # no issue is joined with another here
}


@pytest.fixture(scope="module")
def site(apps: Apps) -> Iterator[Site]:
    """Every form and every address, in a world where each can be used: found once. The forms are sent last."""
    with apps.lend("sqlite") as app:
        yield explore(make_world(app))


def test_no_query_parameter_is_forgotten(site: Site) -> None:
    """What the source asks for by name was asked for on the walk, so it gets the strings too."""
    asks = re.compile(r"""(?:request\.args(?:\.get\(|\[)|page_number\()["']([\w-]+)""")
    files = [path for room in ("forum", "decisions") for path in (ROOT / room).rglob("*.py")]
    named = {name for path in files for name in asks.findall(path.read_text(encoding="utf-8"))}
    assert named and named - site.queries == set(), "Open a page that asks for these in tests/roles/table.py."


def test_strings_in_every_query_and_address(site: Site) -> None:
    with undone():
        wrong = at_queries(site, lambda name: some_for(name, EACH))
        wrong += at_addresses(site, lambda name: some_for(name, EACH))
    assert not wrong, "\n".join(wrong)


def test_strings_in_every_field(site: Site) -> None:
    wrong = at_fields(site, lambda name: some_for(name, EACH))
    assert not wrong, "\n".join(wrong)
    done = {endpoint for endpoint, status in site.answers if status == 303}
    never = {step.endpoint for step in site.posts} - done
    assert never == NEVER_DONE, "Give PLAIN in tests/naughty/sending.py what fits, so that each form is carried out."
