"""American spellings of British words, because the dictionary of syllables is American (pure).

A spelling that leads nowhere does no harm: only those are used that the dictionary knows.
"""

import re
from collections.abc import Iterator

WHOLE = {
    "aluminium": "aluminum", "cheque": "check", "cheques": "checks", "cosy": "cozy",
    "draught": "draft", "draughts": "drafts", "enquire": "inquire", "enquired": "inquired", "enquires": "inquires",
    "enquiries": "inquiries", "enquiring": "inquiring", "enquiry": "inquiry", "fulfil": "fulfill",
    "fulfils": "fulfills", "grey": "gray", "jewellery": "jewelry", "kerb": "curb", "kerbs": "curbs",
    "manoeuvre": "maneuver", "manoeuvres": "maneuvers", "moustache": "mustache", "mum": "mom", "mums": "moms",
    "plough": "plow", "pyjamas": "pajamas", "sceptical": "skeptical", "skilful": "skillful", "sulphur": "sulfur",
    "tyre": "tire", "tyres": "tires", "whilst": "while", "wilful": "willful", "yoghurt": "yogurt",
}  # fmt: skip
PATTERNS = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (
            r"our(?=s|ed|ing|er|ers|ful|able|ably|ite|ites|hood|hoods|less|y)?\Z|our(?=ed|ing|er|ful|able|ite|hood|less)",
            "or",
        ),
        (r"is(?=e\Z|ed\Z|es\Z|ing\Z|er\Z|ers\Z|able\Z|ation)", "iz"),
        (r"ys(?=e\Z|ed\Z|es\Z|ing\Z|er\Z|ers\Z)", "yz"),
        (r"tre(?=s?\Z)", "ter"),
        (r"bre(?=s?\Z)", "ber"),
        (r"(?<=[tb])red\Z", "ered"),
        (r"ogue(?=s?\Z)", "og"),
        (r"amme(?=s?\Z)", "am"),
        (r"ence(?=s?\Z)", "ense"),
        (r"ll(?=ed|ing|er|or|ist|y\Z)", "l"),
        (r"l(?=ment|s?\Z)", "ll"),
        (r"pp(?=ed|ing|er)", "p"),
        (r"t(?=ed\Z|ing\Z)", "tt"),
        (r"ae", "e"),
        (r"oe", "e"),
        (r"xion", "ction"),
        (r"que(?=s?\Z)", "ck"),
        (r"ise(?=s?\Z)", "ice"),
        (r"geing", "ging"),
        (r"ph", "f"),
        (r"eable", "able"),
        (r"gement", "gment"),
        (r"mould", "mold"),
    )
)


def american(word: str) -> Iterator[str]:
    """Yield spellings that an American might use for a British word in small letters, likelier ones first."""
    if whole := WHOLE.get(word):
        yield whole
    found = [(pattern, new) for pattern, new in PATTERNS if pattern.search(word)]
    once = [pattern.sub(new, word) for pattern, new in found]
    yield from once
    if len(found) > 1:  # gynaecologise: both are changed
        yield from (pattern.sub(new, other) for other in once for pattern, new in found)
