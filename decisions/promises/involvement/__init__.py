"""Who was asked, what they asked for, what was said back, what changed: one page to print, computed from the record."""
