"""Turn what people type into safe HTML and into plain words."""

from forum.markup.clean import clean, clean_line
from forum.markup.guard import LONGEST
from forum.markup.render import render
from forum.markup.too_hard import TooHard

__all__ = ["LONGEST", "TooHard", "clean", "clean_line", "render"]
