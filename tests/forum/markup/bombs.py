"""Texts that are cheap to write and dear to read, at any length.

Each kind is a maker: it takes a number of characters and gives a text of about that length. The first group
is cmark's `test/pathological_tests.py`, rebuilt; the second has blown up other forums; the third aims at
the steps of Python-Markdown and of our own guard.
"""

from collections.abc import Callable, Iterable
from itertools import chain, count, cycle

Maker = Callable[[int], str]


def row_of(unit: str, before: str = "", after: str = "") -> Maker:
    """Make a kind that says `unit` again and again."""

    def make(length: int) -> str:
        room = length - len(before) - len(after)
        return before + unit * (room // len(unit)) + after

    return make


def there_and_back(there: str, back: str, middle: str = "a") -> Maker:
    """Make a kind that opens `there` many times and then closes with `back` as often."""

    def make(length: int) -> str:
        times = (length - len(middle)) // (len(there) + len(back))
        return there * times + middle + back * times

    return make


def growing(make_unit: Callable[[int], str], between: str = "") -> Maker:
    """Make a kind whose units grow: `make_unit(1)`, `make_unit(2)` and so on."""

    def make(length: int) -> str:
        units: list[str] = []
        size = 0
        for number in count(1):
            unit = make_unit(number) + between
            size += len(unit)
            if size > length:
                return "".join(units)
            units.append(unit)
        raise AssertionError

    return make


def numbered(line: str, after: str = "") -> Maker:
    """Make a kind of lines that hold their number."""
    return growing(lambda number: line.format(number) + after)


def mixed(units: Iterable[str]) -> Maker:
    """Make a kind that says the units in turn."""
    units = list(units)

    def make(length: int) -> str:
        text = chain.from_iterable(cycle(units))
        return "".join(next(text) for _ in range(length))

    return make


def wide_table(columns: int, row: str) -> Maker:
    """Make a table whose rows are short and whose head is wide: each row is filled up."""
    head = "|".join("a" * columns) + "\n" + "|".join("-" * columns) + "\n"
    return row_of(row, before=head)


def many_tables(length: int) -> str:
    """Make table after table, each below the size that is refused."""
    table = "|".join("a" * 20) + "\n" + "|".join("-" * 20) + "\n" + "|\n" * 40 + "\n"
    return table * (length // len(table))


CMARK: dict[str, Maker] = {
    "nested strong emphasis": there_and_back("*a **a ", "b** b*"),
    "emphasis closers without openers": row_of("a_ "),
    "emphasis openers without closers": row_of("_a "),
    "strong openers without closers": row_of("**a "),
    "strong closers without openers": row_of("a** "),
    "link closers without openers": row_of("a]"),
    "link openers without closers": row_of("[a"),
    "mismatched openers and closers": row_of("*a_ "),
    "openers and closers, multiple of 3": row_of("a **b c* ", before="a**b"),
    "link openers and emphasis closers": row_of("[ a_"),
    "link openers and parentheses": row_of("[ (]("),
    "images in images": row_of("![[]()"),
    "nested brackets": there_and_back("[", "]"),
    "brackets alone": row_of("["),
    "nested block quotes": row_of("> "),
    "quotes without spaces": row_of(">"),
    "deep lists": growing(lambda number: " " * 4 * (number - 1) + "- a\n"),
    "deep lists by two": growing(lambda number: " " * 2 * (number - 1) + "* a\n"),
    "growing rows of backticks": growing(lambda number: "e" + "`" * number),
    "unclosed links, pointed": row_of("[a](<b"),
    "unclosed links": row_of("[a](b"),
    "unclosed comments": row_of("</<!--"),
    "comment openers": row_of("<!--"),
    "processing instructions": row_of("<?"),
    "declarations": row_of("<!A "),
    "CDATA": row_of("<![CDATA["),
    "many references": numbered("[{0}]: u{0}\n"),
    "empty lines in deep lists": row_of("- ", after="x" + "\n" * 100),
    "nul": row_of("abc\x00de\x00"),
}

OTHERS: dict[str, Maker] = {
    "bare addresses run together": row_of("http://"),
    "bare addresses": row_of("http://a "),
    "long bare address": row_of("a", before="https://"),
    "bare addresses with brackets": row_of("https://a/)", after=")" * 100),
    "address and closers": row_of(")", before="https://a/("),
    "e-mail addresses without an end": row_of("a@"),
    "pointed e-mail addresses": row_of("<a@b"),
    "pointed e-mail dots": row_of("a.", before="<a@"),
    "pointed addresses": row_of("<http://a"),
    "ampersands": row_of("&"),
    "entities": row_of("&lt;"),
    "long entities": row_of("&#0000065;"),
    "entity accents": row_of("&#x301;", before="a"),
    "combining marks": row_of("\u0301", before="a"),
    "combining marks out of order": there_and_back("\u0315", "\u0327", middle=""),
    "combining marks on each letter": row_of("a" + "\u0301" * 400),
    "marks and joiners": row_of("\u0301\u200d", before="a"),
    "wide table": row_of("|a", after="\n" + "|-" * 40 + "\n"),
    "very wide table": row_of("a|"),
    "table of short rows": wide_table(39, "|\n"),
    "table of many rows": wide_table(3, "a|b|c\n"),
    "many tables": many_tables,
    "table of code": row_of("`|", before="a|b\n-|-\n"),
    "row of code and bars": row_of("`a` |", after="\na|b\n"),
    "backslashes": row_of("\\"),
    "escaped stars": row_of("\\*"),
    "escaped backticks": row_of("\\`"),
    "tags": row_of("<a>"),
    "tag openers": row_of("<"),
    "attributes": row_of(" a=b", before="<a"),
    "quoted attributes": row_of("a='", before="<a "),
    "link titles": row_of('[a](b "'),
    "link titles, both quotes": row_of("[a](b \"[c](d '"),
    "link and spaces": row_of(" ", before="[a](", after="x"),
    "link brackets": row_of("(", before="[a]"),
    "nested places": row_of("[a]((b)"),
    "footnotes": numbered("[^{0}]: a\n"),
    "footnotes in footnotes": row_of("[^1]: ", after="a"),
    "footnotes, indented": growing(lambda number: f"[^{number}]: a\n\n    "),
    "one footnote, often": row_of("[^1]", after="\n\n[^1]: a"),
    "many footnotes, often": row_of("[^7] ", before="\n".join(f"[^{n}]: a" for n in range(60)) + "\n\n"),
    "footnotes without end": row_of("[^a\n"),
    "abbreviations": numbered("*[a{0}]: b\n"),
    "abbreviations without end": row_of("*[a\n"),
    "attribute lists": row_of("{: a=b "),
    "attribute braces": row_of("{"),
}

STEPS: dict[str, Maker] = {
    "prose": row_of("The quick brown fox jumps over the lazy dog. "),
    "prose in paragraphs": row_of("The quick brown fox jumps over the lazy dog. " * 5 + "\n\n"),
    "one word": row_of("a"),
    "short paragraphs": row_of("a\n\n"),
    "short lines": row_of("a\n"),
    "lines": row_of("abcdefgh\n"),
    "paragraphs": row_of("abcdefgh\n\n"),
    "headings": row_of("# a\n"),
    "headings of ten": row_of("# abcdefg\n"),
    "headings in a quote": row_of("> # abcd\n"),
    "headings in a list": row_of("    # abcd\n", before="- a\n"),
    "heading signs": row_of("#"),
    "heading signs and spaces": row_of("# "),
    "heading backslashes": row_of("#\\\n"),
    "underlined headings": row_of("abcd\n---\n"),
    "underlined headings in a quote": row_of("> a\n> ---\n"),
    "rules": row_of("---\n"),
    "rules apart": row_of("---------\n\n"),
    "rules in a quote": row_of("> ----\n"),
    "nearly rules": row_of("- ", after="x"),
    "star rules": row_of("* ", after="\n"),
    "long rule": row_of("-"),
    "long star rule": row_of("*"),
    "underscores": row_of("_"),
    "equals": row_of("=", before="a\n"),
    "meanings": row_of("a\n: b\n"),
    "meanings of one": row_of(": b\n", before="a\n"),
    "meanings, set in": row_of("ab\n  : b\n"),
    "meanings in a quote": row_of("> a\n> : b\n"),
    "meanings in a list": row_of("- a\n  : b\n"),
    "items": row_of("- a\n"),
    "items of ten": row_of("- abcdefg\n"),
    "items apart": row_of("- abcdef\n\n"),
    "numbered items": row_of("1. abcdef\n"),
    "numbers": row_of("1. "),
    "long number": row_of("1", after=". a"),
    "items in a quote": row_of("> - abcde\n"),
    "quotes in items": row_of("- > "),
    "quotes and items, wide": row_of(">" + " " * 24),
    "nested items": row_of("- a\n    - b\n        - c\n            - d\n"),
    "nested items apart": row_of("- a\n\n    - b\n\n        - c\n\n            - d\n\n"),
    "deep items again": row_of("- - - - - - aaa\n"),
    "deep quotes again": row_of("> > > > > > aaa\n"),
    "quote, then items, then quotes": row_of("> - > - > - a\n\n" + " " * 24 + "> - > - a\n\n"),
    "indented code": row_of("    a\n\n"),
    "indented code and text": row_of("    a\nb\n\n"),
    "spaces": row_of(" ", before="a", after="a"),
    "spaces first": row_of(" ", after="a"),
    "tabs": row_of("\t", after="a"),
    "tabs and words": row_of("a\t"),
    "no-break spaces": row_of("\u00a0", after="a"),
    "empty lines": row_of("\n", before="a", after="a"),
    "fences": row_of("```\n"),
    "fences, whole": row_of("```\na\n```\n"),
    "fences without end": row_of("```a\n"),
    "waves without end": row_of("~~~a\n"),
    "fences of many lengths": growing(lambda number: "`" * (number + 2) + "\n"),
    "fence of lines": row_of("a\n", before="```\n", after="```\n"),
    "fence attributes": row_of('``` { a="\n'),
    "fence lines marked": row_of('``` a hl_lines="\n'),
    "code": row_of("`a` "),
    "code without end": row_of("`` ` "),
    "backticks": row_of("`"),
    "backtick pairs": row_of("``a"),
    "stress": row_of("*a* "),
    "strong": row_of("**a** "),
    "stress in words": row_of("a*a"),
    "stress in words, three": row_of("a***a**b*"),
    "stress, deep": there_and_back("*a", "a*"),
    "stress, both signs": there_and_back("*_", "_*"),
    "stress, both signs, crossed": row_of("*a _b* c_ "),
    "stress of growing length": growing(lambda number: "*" * number + "a"),
    "stress around links": row_of("*[a*](http://b) "),
    "stress over lines": row_of("*a\n"),
    "links": row_of("[a](http://b)"),
    "links in links": there_and_back("[", "](http://b)"),
    "pictures": row_of("![a](b)"),
    "pictures in pictures": there_and_back("![", "](b)"),
    "defined links": row_of("[a]", after="\n\n[a]: http://b\n"),
    "defined links, long": row_of("[a][" + "a" * 190 + "]", after="\n\n[a]: http://b\n"),
    "defined links, deep": there_and_back("[", "]", middle="a\n\n[a]: http://b\n\n"),
    "definitions": numbered("[{0}]: http://a{0}\n"),
    "definitions between lines": numbered("[{0}]: http://a{0}\nb\n"),
    "definitions without end": row_of("[a\n"),
    "definitions with titles": row_of('"', before="[a]: http://b "),
    "exclamations": row_of("!"),
    "brackets and exclamations": row_of("!["),
    "all signs": mixed(["!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"]),
    "all signs on lines": mixed(["!\n\"\n#\n$\n%\n&\n'\n(\n)\n*\n+\n,\n-\n.\n/\n:\n;\n<\n=\n>\n?\n@\n[\n"]),
    "newlines in links": row_of("[a\nb](http://c)\n"),
    "place mark": row_of("///Footnotes Go Here///\n\n", after="[^1]: a"),
    "stash marks": row_of("wzxhzdk:0 klzzwxh:0000 "),
    "emoji": row_of("\U0001f469\u200d\U0001f467 "),
    "hidden characters": row_of("\u202e\u2066"),
    "flags": row_of("\U0001f3f4\U000e0067\U000e0062"),
}

BOMBS: dict[str, Maker] = CMARK | OTHERS | STEPS
