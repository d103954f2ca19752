"""What is thrown at the site: the naughty strings, and some of our own that break numbers, days and encodings."""

import json
import random
import re
from pathlib import Path

STRINGS: list[str] = json.loads((Path(__file__).parent.parent / "data/blns.json").read_text(encoding="utf-8"))
OURS = [
    "\x00",
    "nothing\x00hidden",
    "\ufffe\uffff",
    "9" * 400,
    "-1",
    "2147483648",
    "9223372036854775808",
    "1e400",
    "٣",
    "²",
    "0000-00-00",
    "9999-99-99",
    "9999-12-31",
    "0001-01-01",
    "2026-02-30",
    "25:61",
    "' OR 1=1 --",
    "%s %(name)s {0} {name} ${x} {{ 7*7 }} {% raw %}",
    '"><svg onload=alert(1)><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "[x](javascript:alert(1)) ![x](https://elsewhere.example/pixel.png)",
    "<script>alert(1)</script>",
    "a\u202eb\u2066c",
    "e" + "\u0301" * 60,
]
ALL = [*STRINGS, *OURS]
# What one database reads and another refuses: what has no place in UTF-8 or in its text, numbers and what looks like
# them, what closes a quote, and the operators of a search.
TOLD_APART = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\U00010000-\U0010ffff\ufdd0-\ufdef\ufffe\uffff\\]"
    r"|^[-+\d.,eE$%]+$|^[&|!:*()'\s]+$|(?i:drop table|or 1=1|nan|infinity|null|undef)"
)
BY_DATABASE = [*(one for one in STRINGS if TOLD_APART.search(one) and "<" not in one), *OURS]


def some_for(name: str, count: int) -> list[str]:
    """Return a few of them: always the same for a name, and others for another."""
    chance = random.Random(f"naughty {name}")
    return chance.sample(ALL, count)
