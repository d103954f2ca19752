"""The links in our letters: each signed for one purpose and one follow, and good for nothing else."""

from datetime import timedelta

from itsdangerous import BadData, URLSafeTimedSerializer

from forum import signed
from forum.notifications.models import Follow

CONFIRM, STOP = "confirm", "stop"
DAYS = 7
LASTS = {CONFIRM: timedelta(days=DAYS), STOP: None}  # the link that stops works for as long as the letter is kept


def make(secret: str, purpose: str, follow: Follow) -> str:
    """Make the token for a purpose. The moment is in it as well as the id: ids may be given out again."""
    return _serializer(secret, purpose).dumps([follow.id, stamp(follow)])


def read(secret: str, purpose: str, token: str) -> tuple[int, int] | None:
    """Return the id and the stamp of the follow that a token stands for; `None` when it is not ours, for something
    else or too old."""
    try:
        follow_id, moment = signed.read(_serializer(secret, purpose), token, lasts=LASTS[purpose])
        return int(follow_id), int(moment)
    except (BadData, TypeError, ValueError):
        return None


def stamp(follow: Follow) -> int:
    """Return the moment of a follow in microseconds."""
    return int(follow.created_at.timestamp() * 1_000_000)


def _serializer(secret: str, purpose: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret, salt=f"follow-{purpose}")
