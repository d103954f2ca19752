"""Say how easy a text is to read, and which words of it could be plainer.

Pure: no request, no database; the caller brings the terms of the glossary. The way of a text:

    mask, lines   blanks in the place of what is not read, the blocks that are left; no place moves
    sentences     where they end
    words         what is one word
    syllables     how many each word has: a dictionary, its spelling, its parts, then a rule
    figures       the reading age that follows

That is "RA-1", a definition that others can count again. Then each sentence is searched for what makes it hard.
`check` does all of it. A figure is a guide for writers; readers who say "I don't understand this" are the real test.
"""

from forum.plain_language.checker import Report, check
from forum.plain_language.figures import Figures
from forum.plain_language.finding import Finding, Kind, utf16
from forum.plain_language.glossary import Glossary
from forum.plain_language.limits import too_long
from forum.plain_language.term import Term

__all__ = ["Figures", "Finding", "Glossary", "Kind", "Report", "Term", "check", "too_long", "utf16"]
