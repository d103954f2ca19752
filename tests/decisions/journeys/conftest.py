"""An issue with steps, and a helper who keeps it."""

import pytest
from flask import Flask

from tests.client import Client
from tests.decisions.journeys.story import Story


@pytest.fixture
def story(app: Flask) -> Story:
    return Story(app)


@pytest.fixture
def dev(story: Story) -> Client:
    return story.person("Dee", "facilitator", employer="Marlbrook Voices")
