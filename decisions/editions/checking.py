"""Look at a file before it is kept: its size, and what it is by its first bytes, never by its name. Pure."""

import re

from decisions.editions.kinds import PDF, TEXT
from forum.refusal import Refusal
from forum.say import N_

LARGEST = 5_000_000  # bytes
# What a PDF does by itself when it is opened. We do not look inside packed parts: that is why it is only ever saved,
# never opened within our pages.
ACTS = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile|SubmitForm|ImportData|RichMedia)\b")


def media_of(content: bytes) -> str:
    """Return what a file is, as it is told to browsers. Raises Refusal for what is not a PDF or a text."""
    if not content:
        raise Refusal(N_("The file is empty, or none was chosen. Choose a file."), field="file")
    if len(content) > LARGEST:
        raise Refusal(N_("The file is too large. Use one of 5 megabytes or less."), field="file")
    if content.startswith(b"%PDF-"):
        if ACTS.search(content):
            raise Refusal(N_("This file holds scripts or other files. Save it again without them."), field="file")
        return PDF
    if _is_text(content):
        return TEXT
    raise Refusal(N_("This is no file to print (PDF) and no plain text. Use one of these two."), field="file")


def text_of(content: bytes) -> str:
    """Return the words of a text file."""
    return content.decode("utf-8-sig").replace("\r\n", "\n")


def _is_text(content: bytes) -> bool:
    try:
        words = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return all(letter.isprintable() or letter in "\n\r\t\f\u200c\u200d\u200e\u200f\u00ad" for letter in words)
