"""Makes the configuration of config.yaml: all mistakes are told at once, each with its place in the file."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, cast

import yaml
from pydantic import ValidationError

from bot.config.sections import Config, FolderSource
from bot.errors import ConfigError

NO_KEY = "what begins with { or [ must stand in quotes; fill in a template such as {{ TOKEN }}"
TOO_DEEP = "is nested too deeply, or holds itself; write its values out"
DEEPEST = 20
"""Nothing there is to set lies nearly as deep."""
TOO_MUCH = "brings too much by its aliases; write its values out"
MOST = 100_000
"""Values with all that aliases repeat; a list of so many sources would take more than a file of a megabyte."""
_TEXT, _MERGED = "tag:yaml.org,2002:str", "tag:yaml.org,2002:merge"

TOKEN_VARIABLE = "JIANBAO_TOKEN"  # noqa: S105 - the name of a variable

Keys = tuple[str | int, ...]
Problem = tuple[Keys, str]


class Examined(NamedTuple):
    """A configuration file as far as it could be understood."""

    values: Mapping[str, Any]
    """What the file says, with the token of the environment."""
    config: Config | None
    """None when there are problems."""
    problems: tuple[Problem, ...]
    lines: Mapping[Keys, int]

    def told(self, path: Path, problem: Problem) -> str:
        """Tells a problem as `file:line: key: what is wrong`."""
        keys, message = problem
        return f"{path}:{_line(self.lines, keys)}: {'.'.join(map(str, keys))}: {message}"


def load_config(path: Path, environment: Mapping[str, str]) -> Config:
    """Reads config.yaml; raises ConfigError that tells every mistake as `file:line: key: what is wrong`."""
    found = examine(path, environment)
    if found.config is None:
        raise refused(path, found, found.problems)
    return found.config


def examine(path: Path, environment: Mapping[str, str]) -> Examined:
    """Reads config.yaml with all its mistakes; raises ConfigError only when it is no YAML of keys at all."""
    text = _read(path)
    try:
        _look_for_depths(text)
        _look_for_heaps(text)
        tree = yaml.compose(text, yaml.CSafeLoader)
        lines = dict(_lines(tree, ()))
        values = yaml.load(text, _Loader)  # noqa: S506 - a safe loader that also refuses repeated keys
    except (yaml.YAMLError, ValueError) as error:
        raise _unreadable(path, _where(path, error) + _reason(error)) from error
    if values is not None and not isinstance(values, dict):
        raise _unreadable(path, f"{path}:1: must be made of keys such as telegram: and sources:")
    full = _with_token(values or {}, environment)
    try:
        config = _anchored(Config.model_validate(full), path.resolve().parent)
    except ValidationError as error:
        return Examined(full, None, tuple((_keys(e), _told(e)) for e in error.errors()), lines)
    return Examined(full, config, (), lines)


def refused(path: Path, found: Examined, problems: Iterable[Problem]) -> ConfigError:
    """Makes the error that tells all problems in the order of the file."""
    told = [found.told(path, p) for p in sorted(problems, key=lambda p: _line(found.lines, p[0]))]
    return ConfigError(f"{path} cannot be used as it is.", subject=str(path), problems=tuple(told))


def _look_for_depths(text: str) -> None:
    """Refuses what would overflow the stack of yaml's own loader."""
    around: list[str | None] = []
    for event in yaml.parse(text, yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            around.append(event.anchor)
        elif isinstance(event, yaml.CollectionEndEvent):
            around.pop()
        if len(around) > DEEPEST or (isinstance(event, yaml.AliasEvent) and event.anchor in around):
            raise _refused(TOO_DEEP, event)


def _look_for_heaps(text: str) -> None:
    """Refuses a few lines whose aliases stand for millions of values: reading them would take all memory and time."""
    sizes: dict[str | None, int] = {}
    begun: list[tuple[str | None, int]] = []
    count = 0
    for event in yaml.parse(text, yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            begun.append((event.anchor, count))
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = begun.pop()
            sizes[anchor] = count - before
        elif isinstance(event, yaml.AliasEvent):
            count += sizes.get(event.anchor, 1)
        elif isinstance(event, yaml.ScalarEvent):
            count += 1
        if count > MOST:
            raise _refused(TOO_MUCH, event)


def _refused(problem: str, event: yaml.Event) -> yaml.YAMLError:
    return yaml.constructor.ConstructorError(None, None, problem, cast("yaml.error.Mark", event.start_mark))


class _Loader(yaml.CSafeLoader):
    """A safe loader for which a key written twice is a mistake, and each key is the text that it is written as."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - yaml's
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, NO_KEY, key.start_mark)
            if key.tag != _MERGED:
                key.tag = _TEXT
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"{key.value} is written twice", key.start_mark)
            seen.add(str(key.value))
        return super().construct_mapping(node, deep=deep)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        advice = "Copy config.example.yaml to config.yaml and set the token, or name a file with --config."
        raise ConfigError(f"There is no {path}.", subject=str(path), advice=advice) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} cannot be read: {_why(error)}.", subject=str(path)) from error


def _why(error: OSError | UnicodeDecodeError) -> str:
    return "it is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else str(error.strerror).lower()


def _lines(node: yaml.Node | None, at: Keys) -> Iterator[tuple[Keys, int]]:
    if node is None:
        return
    yield at, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _lines(value, (*at, str(key.value)))
            yield (*at, str(key.value)), key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _lines(value, (*at, number))


def _line(lines: Mapping[Keys, int], at: Keys) -> int:
    """Finds the line of a key, or of the nearest key around it."""
    while at and at not in lines:
        at = at[:-1]
    return lines.get(at, 1)


def _keys(error: Any) -> Keys:  # noqa: ANN401 - pydantic's ErrorDetails
    """Gives the keys as the file has them: between a source and its keys pydantic puts the source's kind."""
    keys = tuple(error["loc"])
    if error["type"].startswith("union_tag"):
        return (*keys, "kind")
    return (*keys[:2], *keys[3:]) if keys[0] == "sources" else keys


_PLAIN = {
    "too_short": "must not be empty",
    "tuple_type": "must be a list, such as [a, b]",
    "string_type": 'must be a text; put it in quotes: "…"',
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "int_parsing": "must be a whole number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "model_type": "must have keys of its own below it",
    "model_attributes_type": "must have keys of its own below it",
}
"""By kind of mistake, for those who do not know the words of Python."""


def _told(error: Any) -> str:  # noqa: ANN401 - pydantic's ErrorDetails
    kind, message = error["type"], error["msg"].removeprefix("Value error, ")
    if kind == "extra_forbidden":
        return "is not a known key"
    if kind in {"missing", "union_tag_not_found"}:
        return "is missing"
    if kind == "literal_error":
        return f"must be {error['ctx']['expected']}"
    if kind == "union_tag_invalid":
        return f"must be {error['ctx']['expected_tags'].replace(', ', ' or ')}"
    message = message.replace("Input should be", "must be")
    return _PLAIN.get(kind) or f"{message[:1].lower()}{message[1:]}"


def _where(path: Path, error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"{path}:{mark.line + 1}: " if mark else f"{path}: "


_PLAIN_YAML = {
    "found character that cannot start any token": "a line begins with a tab, or a value with @ or `;"
    " begin lines with blanks, and put such a value in quotes",
    "mapping values are not allowed in this context": "a colon stands where none belongs: a line begins too far to the"
    " right, or a text with a colon needs quotes",
    "could not find expected ':'": "there is no colon behind a key",
    "did not find expected key": "a line begins too far to the left or the right, or a text is not closed",
    "did not find expected ',' or ']'": "a list that begins with [ is not closed, or lacks a comma",
    "did not find expected ',' or '}'": "what begins with { is not closed, or lacks a comma",
    "but found another document": "a line of --- begins another file; leave it out",
}
"""The commonest of what yaml says, for those who do not know its words."""


def _reason(error: Exception) -> str:
    problem = str(getattr(error, "problem", None) or "is not valid YAML")
    return _PLAIN_YAML.get(problem, problem)


def _unreadable(path: Path, problem: str) -> ConfigError:
    return ConfigError(f"{path} cannot be read.", subject=str(path), problems=(problem,))


def _with_token(values: dict[str, Any], environment: Mapping[str, str]) -> dict[str, Any]:
    token = environment.get(TOKEN_VARIABLE, "").strip()
    telegram = values.get("telegram", {})
    if telegram is None:  # `telegram:` with nothing below it
        telegram = {}
    if not token or not isinstance(telegram, dict):
        return {**values, "telegram": telegram}
    return {**values, "telegram": {**telegram, "token": token}}


def _anchored(config: Config, folder: Path) -> Config:
    """Makes every relative path one beside the configuration file."""
    prefix = "sqlite:///"
    sources = tuple(
        s.model_copy(update={"where": folder / s.where.expanduser()}) if isinstance(s, FolderSource) else s
        for s in config.sources
    )
    store = prefix + str(folder / Path(config.store.removeprefix(prefix)).expanduser())
    return config.model_copy(update={"sources": sources, "store": store})
