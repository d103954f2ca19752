"""What a post may hold, and how it looks."""

import pytest

from forum.markup import render
from tests.forum.markup import dom
from tests.forum.markup.dom import tree, words

REL = 'rel="nofollow ugc noopener"'


def links(text: str) -> list[tuple[str | None, str]]:
    """Give where each link of a post leads, and its words."""
    return [(link.get("href"), "".join(link.itertext())) for link in tree(render(text)).iter("a")]


def tags(text: str) -> list[str]:
    """Name the elements of a post in order."""
    return dom.tags(render(text))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        (" \n\t\n", ""),
        ("a", "<p>a</p>"),
        ("a\nb", "<p>a<br>\nb</p>"),
        ("a\n\nb", "<p>a</p>\n<p>b</p>"),
        ("*a* **b** ***c***", "<p><em>a</em> <strong>b</strong> <strong><em>c</em></strong></p>"),
        ("_a_ __b__ snake_case_name 2*3*4", None),
        ("`a <b> *c*`", "<p><code>a &lt;b&gt; *c*</code></p>"),
        ("`` a`b ``", "<p><code>a`b</code></p>"),
        ("\\*a\\* \\[b\\](c) \\`d\\`", "<p>*a* [b](c) `d`</p>"),
        ("&copy; &amp;lt; AT&T &pound;5 &unknown;", "<p>© &amp;lt; AT&amp;T £5 &amp;unknown;</p>"),
        ("> a\n> b", "<blockquote>\n<p>a<br>\nb</p>\n</blockquote>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("Word\n: What it means", "<dl>\n<dt>Word</dt>\n<dd>What it means</dd>\n</dl>"),
        ("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>"),
        ("    a <b>\n", "<pre><code>a &lt;b&gt;\n</code></pre>"),
        ("Dear Ann\nBest\n--\nBo", "<p>Dear Ann<br>\nBest<br>\n--<br>\nBo</p>"),
    ],
)
def test_markdown_becomes_html(text: str, html: str | None) -> None:
    if html is None:
        html = "<p><em>a</em> <strong>b</strong> snake_case_name 2<em>3</em>4</p>"
    assert render(text) == html


def test_a_code_block_shows_what_was_typed_and_has_no_class() -> None:
    code = "if a[0] < 3 and *b*:\n\n    # c &amp; \\[d\\]\n    http://example.org"
    assert words(render(f"```python\n{code}\n```")) == code + "\n"
    assert tags(f"~~~\n{code}\n~~~") == ["pre", "code"]


def test_headings_start_at_h3_and_leave_no_level_out() -> None:
    assert tags("# a\n## b\n# c") == ["h3", "h4", "h3"]
    assert tags("### a\n###### b\n### c") == ["h3", "h4", "h3"]
    assert tags("## a\n# b\n## c") == ["h3", "h3", "h4"]
    assert tags("# a\n## b\n### c\n#### d\n##### e\n###### f") == ["h3", "h4", "h5", "h6", "h6", "h6"]
    assert tags("a\n===\n\nb\n---") == ["h3", "h4"]


def test_headings_need_no_empty_lines_around_them() -> None:
    assert tags("# a\nb\n# c\nd") == ["h3", "p", "h3", "p"]
    assert tags("- a\n# b\n- c") == ["ul", "li", "h3", "ul", "li"]


def test_a_line_below_an_item_or_a_quote_is_a_rule() -> None:
    assert tags("- a\n- b\n---") == ["ul", "li", "li", "hr"]
    assert tags("> a\n---\nb") == ["blockquote", "p", "hr", "p"]
    assert tags("a\n---\nb") == ["h3", "p"]


def test_a_link_is_marked_as_a_members() -> None:
    assert render("[a *b*](https://example.org 'title')") == (
        f'<p><a href="https://example.org" {REL}>a <em>b</em></a></p>'
    )


def test_links_may_be_written_apart_from_their_words() -> None:
    text = "[one][A  b] [a B] [A b][]\n\n[a b]: https://example.org 'title'"
    assert links(text) == [
        ("https://example.org", "one"),
        ("https://example.org", "a B"),
        ("https://example.org", "A b"),
    ]


def test_what_somebody_said_is_not_taken_for_a_link() -> None:
    assert words(render("[Ann]: Hello\n[Bo]: Yes")) == "[Ann]: Hello\n[Bo]: Yes"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("see https://example.org/a_b_c.", "https://example.org/a_b_c"),
        ("(see http://example.org/a_(b))", "http://example.org/a_(b)"),
        ("**https://example.org**", "https://example.org"),
        ("<https://example.org/?a=1&copy=2>", "https://example.org/?a=1&copy=2"),
        ("https://example.org/?a=1&b=2!", "https://example.org/?a=1&b=2"),
        ("https://example.org, and more", "https://example.org"),
        ("<carers@example.org>", "mailto:carers@example.org"),
    ],
)
def test_a_bare_address_is_a_link(text: str, address: str) -> None:
    assert links(text) == [(address, address.removeprefix("mailto:"))]


@pytest.mark.parametrize(
    "text",
    [
        "www.example.org",
        "a@example.org",
        "xhttp://example.org",
        "`https://example.org`",
        "\\<https",
        "https://",
    ],
)
def test_other_words_are_not_links(text: str) -> None:
    assert links(text) == []


def test_a_link_holds_no_link() -> None:
    assert links("[see https://a.org](https://b.org)") == [("https://b.org", "see https://a.org")]
    assert links("[a [b](https://b.org) c](http:c)") == [("https://b.org", "b")]
    assert links("[a [b](https://b.org) c](https://c.org)")[0] == ("https://b.org", "b")


def test_a_link_without_words_says_its_address() -> None:
    assert links("[](https://example.org)") == [("https://example.org", "https://example.org")]
    assert links("[![](a.png)](https://example.org)") == [("https://example.org", "https://example.org")]


@pytest.mark.parametrize(
    "text",
    [
        "[a](/about)",
        "[a](about)",
        "[a](javascript:alert(1))",
        "[a](https://bank.example@elsewhere.example)",
        "[a](https://example.org",
        "[a] (https:)",
        "[a][b]",
        "a [1] b",
        "[a](https://example.org b)",
    ],
)
def test_what_is_no_link_is_shown_as_it_was_typed(text: str) -> None:
    assert words(render(text)) == text


def test_a_picture_is_its_words() -> None:
    assert render("a ![the *new* ramp](https://example.org/ramp.png) b") == "<p>a the <em>new</em> ramp b</p>"
    assert render("![](a.png)") == ""
    assert links("[![the ramp](a.png)](https://example.org)") == [("https://example.org", "the ramp")]
    assert words(render("Great![1]")) == "Great![1]"


def test_a_table_has_heads_with_a_scope_and_nothing_more() -> None:
    assert render("a | b\n:-- | --:\n`c|d` | e \\| f") == (
        '<table>\n<thead>\n<tr>\n<th scope="col">a</th>\n<th scope="col">b</th>\n</tr>\n</thead>\n'
        "<tbody>\n<tr>\n"
        "<td><code>c|d</code></td>\n<td>e | f</td>\n</tr>\n</tbody>\n</table>"
    )


def test_a_footnote_is_a_number_and_a_list_without_links() -> None:
    html = render("Late[^when] again[^when].\n\n[^when]: Since *May*.\n\n    And June.")
    assert "<p>Late<sup>1</sup> again<sup>1</sup>.</p>" in html
    assert "<p>Since <em>May</em>.</p>\n<p>And June.</p>" in html
    assert links(html) == []


def test_several_meanings_need_no_empty_lines_between_them() -> None:
    assert tags("A\n: b\nC\n: d\n: e") == ["dl", "dt", "dd", "dt", "dd", "dd"]


def test_attributes_abbreviations_and_markdown_in_html_are_only_text() -> None:
    assert words(render("# a {#b .c}")) == "a {#b .c}"
    assert words(render("*[NHS]: National Health Service\n\nNHS")).startswith("*[NHS]: National")
    assert tags("<div markdown='1'>*a*</div>") == ["p", "em"]


def test_a_space_after_typing_changes_nothing() -> None:
    assert render("a  \r\nb \r\n\r\n") == render("a\nb")
