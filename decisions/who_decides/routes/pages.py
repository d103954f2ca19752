"""The blueprint of the pages about who decides, and what they share."""

import re

from flask import Blueprint

pages = Blueprint("who_decides", __name__)
NAME = re.compile(r"[\w.-]{1,60}")
