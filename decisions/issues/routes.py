"""The pages of issues: their list, this week, and each issue's own. Routes stand in the modules named after them."""

from flask import Blueprint

pages = Blueprint("issues", __name__)
