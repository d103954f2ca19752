"""The hard words of the England pack: enough of them, each in plain words, with its source; no two the same."""

import re
from collections import defaultdict

from decisions.packs import terms
from forum.plain_language import Glossary, Term
from forum.plain_language.figures import count
from forum.plain_language.sentence import read
from forum.plain_language.syllables import syllables
from tests.england import entries

WORDS = entries()["word"]
TERMS = list(terms.shipped())


def test_there_are_enough() -> None:
    assert len(WORDS) >= 500
    assert len({one["context"] for one in WORDS}) > 20


def test_each_says_where_it_comes_from_and_when_to_look_again() -> None:
    needed = ("source", "basis", "confidence", "checked", "check_by", "context")
    assert [(one["id"], key) for one in WORDS for key in needed if not one.get(key)] == []


def test_what_comes_from_a_list_of_others_says_its_licence() -> None:
    borrowed = [one for one in WORDS if "NHS service manual" in one["source"]]
    assert len(borrowed) > 10
    assert all("Open Government Licence v3.0" in one["source"] and one["link"] for one in borrowed)


def test_meanings_are_short_and_plain() -> None:
    long = [
        (one["id"], said) for one in WORDS for said in re.split(r"(?<=[.?!]) ", one["plain"]) if len(said.split()) > 20
    ]
    assert long == []
    text = "\n\n".join(one["plain"] for one in WORDS)
    figures = count([[syllables(word.text) for word in said.words] for said in read(text)])
    assert figures.reading_age is not None
    assert figures.reading_age <= 12


def test_one_word_with_two_meanings_says_in_which_field_each_is() -> None:
    forms: dict[str, set[str]] = defaultdict(set)
    for one in WORDS:
        for form in (one["name"], *one.get("variants", ())):
            forms[form.casefold()].add(one["id"])
    known = {one["id"]: one for one in WORDS}
    twice = {form: ids for form, ids in forms.items() if len(ids) > 1}
    assert {"sar", "eia", "call-in", "lpa"} <= set(twice)
    assert [(form, one) for form, ids in twice.items() for one in ids if not known[one].get("area")] == []


def test_the_pairs_that_everybody_mixes_up_are_told_apart() -> None:
    glossary = Glossary(TERMS)
    asked = {
        "You can send us a SAR for a copy of your records.": "sar-data",
        "The safeguarding adults board began a SAR after he died.": "sar-safeguarding",
        "The EIA found that disabled people would be worse off.": "eqia",
        "The planning application came with an EIA.": "eia",
        "Councillors may call-in the decision of the cabinet.": "call-in-council",
        "The minister used call-in for the planning application.": "call-in-planning",
    }
    found = {text: _idents(glossary, text) for text in asked}
    assert {text: ident in found[text] for text, ident in asked.items()} == dict.fromkeys(asked, True)
    both = {"sar-data", "sar-safeguarding"}, {"eqia", "eia"}
    assert [text for text, idents in found.items() for pair in both if pair <= idents] == []


def _idents(glossary: Glossary, text: str) -> set[str]:
    seen: set[Term] = set()
    return {term.ident for said in read(text) for use in glossary.uses(said, seen) for term in use.terms}
