"""What happens to threads and posts. Each verb changes rows, records it and flushes; callers commit."""

from forum.threads.actions.affecting import affects_me, no_longer_affects_me
from forum.threads.actions.joining import join, join_facts, take_apart
from forum.threads.actions.keeping import hand_back, take_on, write_ask
from forum.threads.actions.mending import edit_post, edit_thread, withdraw_post
from forum.threads.actions.posting import answer, raise_thread, reply
from forum.threads.actions.showing import set_state

__all__ = [
    "affects_me",
    "answer",
    "edit_post",
    "edit_thread",
    "hand_back",
    "join",
    "join_facts",
    "no_longer_affects_me",
    "raise_thread",
    "reply",
    "set_state",
    "take_apart",
    "take_on",
    "withdraw_post",
    "write_ask",
]
