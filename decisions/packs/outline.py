"""What loading a pack changes, in lines that people read before they load it (pure)."""

from collections.abc import Iterator

from decisions.packs.diff import Act, Change
from decisions.packs.loading import Loaded
from forum.say import N_, Sentence

NOTHING = N_("Nothing changes: everything in the pack “%(pack)s” is here already.")
WORDS = {
    Act.ADD: N_("new: %(what)s"),
    Act.CHANGE: N_("changes: %(what)s (%(keys)s)"),
    Act.END: N_("ends, no longer in the pack: %(what)s"),
}
KEPT = N_("kept: %(what)s (%(keys)s), changed on the site on %(day)s. --take %(what)s takes the pack’s words.")
SUM = N_("%(pack)s: %(new)s new, %(changed)s changed, %(ended)s ended, %(kept)s kept as people changed them here.")
DRY = N_("This was a dry run: nothing was changed.")


def lines(done: Loaded, *, dry_run: bool) -> Iterator[Sentence]:
    """Yield what changes, entry by entry, then the sum."""
    for one in done.changes:
        if one.act in WORDS:
            yield Sentence(WORDS[one.act], {"what": _what(one), "keys": ", ".join(one.keys)})
        if one.kept:
            values = {"what": _what(one), "keys": ", ".join(one.kept), "day": one.kept_since}
            yield Sentence(KEPT, values)
    kept = sum(1 for one in done.changes if one.kept)
    counts = {act: len(done.those(act)) for act in Act}
    if not kept and counts[Act.NOTHING] == len(done.changes):
        yield Sentence(NOTHING, {"pack": done.pack})
    else:
        sums = {"new": counts[Act.ADD], "changed": counts[Act.CHANGE], "ended": counts[Act.END], "kept": kept}
        yield Sentence(SUM, {"pack": done.pack, **sums})
    if dry_run:
        yield Sentence(DRY)


def _what(change: Change) -> str:
    return "/".join(change.name)
