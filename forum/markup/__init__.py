"""Turn what people type into safe HTML and into plain words."""

from forum.markup.clean import clean, clean_line

__all__ = ["clean", "clean_line"]
