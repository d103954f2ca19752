"""Under which name somebody changes what packs say."""

from forum.access import Standing
from forum.people.capacities import Capacity
from forum.people.models import Byline
from forum.threads.signing import own


def helper(by: Standing) -> Byline:
    """Return the byline of somebody who helps run this. Raises Refusal for somebody signed out."""
    return own(by, capacity=Capacity.FACILITATOR)
