"""The judge itself: what it calls harm, and what it lets pass."""

import pytest

from tests.naughty.harm import Known, harm

HARMFUL = (
    "<script>alert(1)</script>",
    '<script src="https://elsewhere.example/a.js"></script>',
    '<script src="/static/a.js">alert(1)</script>',
    "<svg onload=alert(1)>",
    "<svg></svg>",
    "<img src=x>",
    "<p onclick=alert(1)>x</p>",
    '<a href="java\tscript:alert(1)">x</a>',
    '<form action="javascript:alert(1)"></form>',
    "<iframe></iframe>",
    '<p style="position:fixed">x</p>',
    '<meta http-equiv="refresh" content="0">',
    '<link rel="stylesheet" href="https://elsewhere.example/a.css">',
    "<math><mi>x</mi></math>",
)
HARMLESS = (
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    '<script type="module" src="/static/1/a.js"></script>',
    '<svg class="door"><use href="#door-now"></use></svg>',
    '<a href="https://example.org/onload=1">onclick=alert(1)</a>',
    '<a href="mailto:joan@example.org">x</a>',
    '<input value="&quot; onfocus=alert(1)">',
    '<form action="/issues/1/reply"></form>',
)


@pytest.mark.parametrize("html", HARMFUL)
def test_harm_is_found(html: str) -> None:
    assert harm(f"<!doctype html><title>x</title>{html}")


@pytest.mark.parametrize("html", HARMLESS)
def test_our_own_is_let_pass(html: str) -> None:
    assert harm(f"<!doctype html><title>x</title>{html}") == []


def test_a_page_that_was_read_is_not_read_again_and_harm_is_found_all_the_same() -> None:
    known = Known()
    page = "<!doctype html><title>x</title><p>{}</p><input value='{}'><a href='{}'>x</a>"
    typed = "<script>alert(1)</script>"
    safe = "&lt;script&gt;alert(1)&lt;/script&gt;"
    assert known.harm(page.format(safe, safe, "/issues"), typed) == []
    assert len(known.shapes) == 1
    assert known.harm(page.format("plain", "plain", "/issues"), "plain") == []
    assert len(known.shapes) == 1
    assert known.harm(page.format(typed, safe, "/issues"), typed)
    assert known.harm(page.format("plain", "plain", "/issues").replace("<p>", "<p onclick='x'>"), "plain")
    address = "javascript:alert(1)"
    assert known.harm(page.format("plain", "plain", "about"), "about") == []
    assert known.harm(page.format("plain", "plain", address), address)
