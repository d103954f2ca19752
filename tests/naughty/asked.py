"""Write down which fields and query parameters a route asks for: no list to keep by hand can forget one."""

from collections import defaultdict
from typing import Any

from flask import Flask, Request
from werkzeug.datastructures import MultiDict
from werkzeug.utils import cached_property


class Heard(MultiDict[str, Any]):
    """Values that remember which of them were asked for."""

    heard: set[str]

    def __contains__(self, key: object) -> bool:
        self.heard.add(str(key))
        return super().__contains__(key)

    def __getitem__(self, key: str) -> Any:
        self.heard.add(key)
        return super().__getitem__(key)

    def get(self, key: str, *rest: Any, **more: Any) -> Any:
        self.heard.add(key)
        return super().get(key, *rest, **more)

    def getlist(self, key: str, *rest: Any, **more: Any) -> Any:
        self.heard.add(key)
        return super().getlist(key, *rest, **more)


class Listener:
    """What every route asked for, by endpoint: `fields` of forms, `queries` of addresses."""

    def __init__(self, app: Flask) -> None:
        self.fields: dict[str, set[str]] = defaultdict(set)
        self.queries: dict[str, set[str]] = defaultdict(set)
        listener = self

        class Listening(Request):
            @cached_property
            def args(self) -> Any:
                return listener._hear(listener.queries, super().args, self.endpoint)

            @cached_property
            def form(self) -> Any:
                return listener._hear(listener.fields, super().form, self.endpoint)

        app.request_class = Listening

    def _hear(self, kept: dict[str, set[str]], values: Any, endpoint: str | None) -> Heard:
        found = Heard(values)
        found.heard = kept[endpoint or ""]
        return found
