"""How much the tests do: little with the other tests, all of it with `PROVE=1` (`make prove`). The one place."""

import os
from typing import TypeVar

from hypothesis import HealthCheck, settings

PROVE = os.environ.get("PROVE") == "1"
Size = TypeVar("Size")


def sized(little: Size, all_of_it: Size) -> Size:
    """Return how much to do: `little` in the suite, `all_of_it` when proving."""
    return all_of_it if PROVE else little


SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture)
settings.register_profile("suite", deadline=None, max_examples=200, suppress_health_check=SLOW)
settings.register_profile("prove", deadline=None, max_examples=5_000, suppress_health_check=SLOW)
settings.load_profile(sized("suite", "prove"))
