"""How often one address may do what can be abused. Kept in the process, or in Redis when it is shared."""

from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

limiter = Limiter(key_func=get_remote_address)

SIGN_UP = "10 per hour"
SIGN_IN = "10 per minute; 60 per hour"
POST = "20 per minute; 200 per hour"
REPORT = "10 per minute; 40 per hour"
SEARCH = "60 per minute"
FOLLOW = "20 per hour"
CHECK = "90 per minute; 1500 per hour"  # of a text, while it is being typed
