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
# The letters that are looked for first, for that is quick; the pattern; what an American writes.
PATTERNS = tuple(
    (letters, re.compile(pattern), new)
    for letters, pattern, new in (
        ("our", r"our(?=s?\Z|ed|ing|er|ful|abl|ite|hood|less|y\Z)", "or"),
        ("is", r"is(?=e\Z|ed\Z|es\Z|ing\Z|er\Z|ers\Z|able\Z|ation)", "iz"),
        ("ys", r"ys(?=e\Z|ed\Z|es\Z|ing\Z|er\Z|ers\Z)", "yz"),
        ("tre", r"tre(?=s?\Z)", "ter"),
        ("bre", r"bre(?=s?\Z)", "ber"),
        ("red", r"(?<=[tb])red\Z", "ered"),
        ("ogue", r"ogue(?=s?\Z)", "og"),
        ("amme", r"amme(?=s?\Z)", "am"),
        ("ence", r"ence(?=s?\Z)", "ense"),
        ("ll", r"ll(?=ed|ing|er|or|ist|y\Z)", "l"),
        ("l", r"l(?=ment|s?\Z)", "ll"),
        ("pp", r"pp(?=ed|ing|er)", "p"),
        ("t", r"t(?=ed\Z|ing\Z)", "tt"),
        ("ae", r"ae", "e"),
        ("oe", r"oe", "e"),
        ("xion", r"xion", "ction"),
        ("que", r"que(?=s?\Z)", "ck"),
        ("ise", r"ise(?=s?\Z)", "ice"),
        ("geing", r"geing", "ging"),
        ("ph", r"ph", "f"),
        ("eable", r"eable", "able"),
        ("gement", r"gement", "gment"),
        ("mould", r"mould", "mold"),
    )
)


def american(word: str) -> Iterator[str]:
    """Yield spellings that an American might use for a British word in small letters, likelier ones first."""
    if whole := WHOLE.get(word):
        yield whole
    found = [(pattern, new) for letters, pattern, new in PATTERNS if letters in word and pattern.search(word)]
    once = [pattern.sub(new, word) for pattern, new in found]
    yield from once
    if len(found) > 1:  # gynaecologise: both are changed
        yield from (pattern.sub(new, other) for other in once for pattern, new in found)
