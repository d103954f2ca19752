"""Count the syllables of a word that no list knows, by its letters (pure)."""

import re

VOWELS = re.compile(r"[aeiouy]+")
# Letters that are written and not said.
SILENT = (
    re.compile(r"(?<=[^aeiouyl])e\Z"),  # make; but not “little”
    re.compile(r"(?<=[aeiouyrl])le?\Z(?<=[aeiouy]le)|(?<=[rl])le\Z"),  # whole
    re.compile(r"(?<=[aeiouy])[^aeiouy]?(?<!i)e(?=s\Z)(?<![cgsxz]e)(?<![cs]he)"),  # makes; but not “boxes”
    re.compile(r"(?<=[^aeiouytd])e(?=d\Z)"),  # looked; but not “wanted”
    re.compile(r"(?<=[^aeiouy])e(?=(?:ly|ment|ments|ness|ful|fully|less|lessly|work|land|time|line|side|way|ways)\Z)"),
    re.compile(r"(?<=[gq])u(?=[aeio])"),  # guide, queue
    re.compile(r"(?<=ic)a(?=lly\Z)"),  # medically
)
# Vowels side by side that are said apart.
APART = re.compile(
    r"ia(?!ble\b|l(?:s|ly|ist|ise|ize)?\Z|n(?:s)?\Z|g|te?d?\Z(?<=ti))|io(?!n|us)|iu|eo(?!u|n\Z|ple)|ua(?!ble)|uo(?!us)|"
    r"(?<![cgqt])iou(?=s)|[aeo]i?ing\Z|ying\Z|[aou]e(?=r\Z|rs\Z)|(?<=[^aeiouycgst])ial|(?<=[^aeiouycgst])ian|ism\Z|isms\Z|"
    r"thm\Z|(?<=[eu])i(?=ty)|(?<=[ao])y(?=e[^dr])|(?<=[dnrlvp])ie(?=nt|nce|ty|r\Z|rs\Z|st\Z)|eu(?=m\Z|s\Z)|ea(?=te|ti)|ii"
)
STARTS = re.compile(r"\A(?:co(?=[ae])|re(?=[eio])|pre(?=[aeiou])|anti(?=[eou]))")


def by_rule(word: str) -> int:
    """Return about how many syllables a word in small letters has; at least one."""
    said = word
    for silent in SILENT:
        said = silent.sub("", said, count=1)
    count = len(VOWELS.findall(said))
    count += len(APART.findall(said)) + bool(STARTS.match(said))
    return max(1, count)
