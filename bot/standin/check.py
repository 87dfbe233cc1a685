"""Holds every call, answer and update against the Bot API's own list of methods and types."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.standin.params import Params
from bot.standin.wire import Json

BASIC: dict[str, tuple[type, ...]] = {
    "Integer": (int,),
    "Float": (int, float),
    "String": (str,),
    "Boolean": (bool,),
    "True": (bool,),
}
ARRAY = "Array of "
UNLISTED = frozenset({"InputRichBlock", "InputFile"})
"""Unions whose members the list does not name, and uploads: anything passes."""


class Check:
    """The lists of one Bot API version."""

    def __init__(self, path: Path) -> None:
        spec: Json = json.loads(path.read_text(encoding="utf-8"))
        self.methods: dict[str, Json] = {
            name.lower(): {"name": name, **method, "fields": {field["name"]: field for field in method["fields"]}}
            for name, method in spec["methods"].items()
        }
        self.types: dict[str, Json] = {
            name: {**kind, "fields": {field["name"]: field for field in kind["fields"]}}
            for name, kind in spec["types"].items()
        }

    def call(self, method: str, params: Params) -> list[str]:
        """What is wrong with a call: unknown, missing and mistyped parameters."""
        listed = self.methods.get(method)
        if listed is None:
            return [f"{method}: the Bot API has no such method"]
        name, fields = listed["name"], listed["fields"]
        wrong = [f"{name}: unknown parameter {given}" for given in params.values if given not in fields]
        given = params.values.keys() | params.files.keys()
        wrong += [f"{name}: {field} is missing" for field in fields if fields[field]["required"] and field not in given]
        for field, value in params.values.items():
            if field in fields:
                types = fields[field]["types"]
                wrong += self._any_of(_decoded(value, types), types, f"{name}.{field}")
        return wrong

    def answer(self, method: str, result: object) -> list[str]:
        returns = self.methods[method].get("returns") if method in self.methods else None
        return list(self._any_of(result, returns, f"{method} →")) if returns else []

    def update(self, update: Json) -> list[str]:
        return list(self._one(update, "Update", "Update"))

    def _any_of(self, value: object, types: list[str], where: str) -> list[str]:
        best: list[str] | None = None
        for kind in types:
            wrong = list(self._one(value, kind, where))
            if not wrong:
                return []
            best = wrong if best is None or len(wrong) < len(best) else best
        return best or []

    def _one(self, value: object, kind: str, where: str) -> Iterator[str]:
        if kind.startswith(ARRAY):
            yield from self._list(value, kind.removeprefix(ARRAY), where)
        elif kind in BASIC:
            yield from _basic(value, kind, where)
        elif kind not in UNLISTED:
            yield from self._object(value, kind, where)

    def _list(self, value: object, kind: str, where: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"{where}: a list of {kind} expected, not {_short(value)}"
            return
        for place, member in enumerate(value):
            yield from self._one(member, kind, f"{where}[{place}]")

    def _object(self, value: object, kind: str, where: str) -> Iterator[str]:
        listed = self.types[kind]
        if listed.get("subtypes"):
            yield from self._any_of(value, listed["subtypes"], where)
            return
        if not isinstance(value, Mapping):
            yield f"{where}: {kind} expected, not {_short(value)}"
            return
        fields = listed["fields"]
        yield from (f"{where}: {kind} has no field {name}" for name in value if name not in fields)
        yield from (
            f"{where}: {kind}.{name} is missing" for name, f in fields.items() if f["required"] and name not in value
        )
        for name, member in value.items():
            if name in fields:
                yield from self._any_of(member, fields[name]["types"], f"{where}.{name}")


def _basic(value: object, kind: str, where: str) -> Iterator[str]:
    is_bool = isinstance(value, bool)
    fits = (
        isinstance(value, BASIC[kind])
        and (is_bool == (kind in {"Boolean", "True"}))
        and not (kind == "True" and not value)
    )
    if not fits:
        yield f"{where}: {kind} expected, not {_short(value)}"


def _decoded(value: object, types: list[str]) -> object:
    """A form's text as the value it stands for; text stays text where text may be."""
    if not isinstance(value, str) or "String" in types:
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _short(value: Any) -> str:  # noqa: ANN401 - anything can be wrong
    return repr(value)[:60]
