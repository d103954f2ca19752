"""Read what we signed and gave away: cookies, and tokens in letters.

The clocks of two machines never agree to the second, and a clock is sometimes put back. What seems to be signed a
moment from now is as good as new; the library takes it for a forgery, and the reader would be signed out.
"""

from datetime import timedelta
from typing import Any

from itsdangerous import SignatureExpired, URLSafeTimedSerializer

from forum import clock


def read(signer: URLSafeTimedSerializer, token: str, *, lasts: timedelta | None) -> Any:
    """Return what a token holds. Raises BadSignature when it is not ours, or older than `lasts` (`None`: as
    long as it is kept)."""
    value, signed_at = signer.loads(token, return_timestamp=True)
    if lasts is not None and clock.now() - signed_at > lasts:
        raise SignatureExpired("too old", payload=value, date_signed=signed_at)
    return value
