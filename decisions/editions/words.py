"""An edition in words: what it is called, how large its file is, on which other site a video is."""

from typing import Any
from urllib.parse import urlsplit

from decisions.editions.kinds import MEDIA_WORDS, NAMES, SORT_WORDS, Sort
from forum.say import _

MEGABYTE = 1_000_000  # bytes


def called(one: Any) -> str:
    """Name an edition: `Easy Read`, `Somali`, `British Sign Language (BSL)`, and with Easy Read its language too."""
    language = _(NAMES[one.lang]) if one.lang in NAMES else str(one.language)
    if one.sort == Sort.EASY_READ:
        sort = _(SORT_WORDS[Sort.EASY_READ])
        return sort if one.lang == "en" else f"{sort}, {language}"
    return _("Signed video: %(language)s", language=language) if one.sort == Sort.SIGNED else language


def weight(one: Any) -> str:
    """Say what a file is and how large: `file to print (PDF), 240 kB`. Nothing for a video."""
    if not one.media:
        return ""
    what = _(MEDIA_WORDS[one.media])
    if one.size >= MEGABYTE:
        return _("%(what)s, %(size)s MB", what=what, size=round(one.size / MEGABYTE, 1))
    return _("%(what)s, %(size)s kB", what=what, size=max(1, round(one.size / 1_000)))


def host(url: str) -> str:
    """Return the site that an address leads to, as readers know it."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
