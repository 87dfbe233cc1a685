"""Reads YAML as text: nothing is resolved, so `007`, `yes` and dates stay what is written."""

from typing import TypeAlias

import yaml

MAX_DEPTH = 8

Node: TypeAlias = str | list["Node"] | dict[str, "Node"]


class _RefusedError(ValueError):
    """YAML that is valid but nothing a post needs: deep nesting, keys that are lists."""


def read(source: str) -> dict[str, Node] | None:
    """Gives what YAML says, or None for what no parser reads and no post needs."""
    try:
        return _read(source)
    except (yaml.YAMLError, _RefusedError):
        return None


def _read(source: str) -> dict[str, Node]:
    """Builds the values from parser events, so that no alias makes a lot of a little."""
    tree = _Tree()
    for event in yaml.parse(source, Loader=yaml.CSafeLoader):
        match event:
            case yaml.ScalarEvent():
                nothing = event.value == "~" and event.implicit[0]
                tree.put("" if nothing else event.value, event.anchor)
            case yaml.AliasEvent():
                tree.put(tree.named.get(str(event.anchor), f"*{event.anchor}"))
            case yaml.SequenceStartEvent():
                tree.open([], event.anchor)
            case yaml.MappingStartEvent():
                tree.open({}, event.anchor)
            case yaml.CollectionEndEvent():
                tree.close()
            case yaml.DocumentEndEvent():
                break
    return tree.top


class _Tree:
    """What has been read so far."""

    def __init__(self) -> None:
        self.top: dict[str, Node] = {}
        self.named: dict[str, Node] = {}
        """By their anchors."""
        self._around: list[list[Node] | dict[str, Node]] = []
        self._keys: list[str | None] = []
        """The key that waits for its value, in each collection around the place we are at."""

    def put(self, node: Node, anchor: str | None = None) -> None:
        """Puts a value where it belongs; the first of two equal keys counts."""
        if not self._around:
            raise _RefusedError
        if anchor:
            self.named[anchor] = node
        collection, key = self._around[-1], self._keys[-1]
        if isinstance(collection, list):
            collection.append(node)
        elif key is not None:
            collection.setdefault(key, node)
            self._keys[-1] = None
        elif isinstance(node, str):
            self._keys[-1] = node
        else:
            raise _RefusedError

    def open(self, node: list[Node] | dict[str, Node], anchor: str | None) -> None:
        """Begins a collection; only a mapping may be the outermost."""
        if self._around:
            self.put(node, anchor)
        elif isinstance(node, dict):
            self.top = node
        if len(self._around) >= MAX_DEPTH or not isinstance(self._around[0] if self._around else node, dict):
            raise _RefusedError
        self._around.append(node)
        self._keys.append(None)

    def close(self) -> None:
        """Ends it."""
        self._around.pop()
        self._keys.pop()
