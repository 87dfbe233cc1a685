"""What must be right before the bot starts: the configuration and what it names, all mistakes told at once."""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.config import TOKEN_VARIABLE, Config, Problem, examine, refused


def load_checked(path: Path, environment: Mapping[str, str]) -> Config:
    """Reads config.yaml and looks at the folders and files it names; raises ConfigError that tells every mistake."""
    found = examine(path, environment)
    wrong = {keys for keys, _ in found.problems}
    missing = [p for p in _missing(found.values, path.resolve().parent) if p[0] not in wrong]
    if found.config is None or missing:
        raise refused(path, found, (*found.problems, *missing))
    return found.config


def _missing(values: Mapping[str, Any], folder: Path) -> Iterator[Problem]:
    """Looks at the values as written, so that one mistake does not hide another."""
    telegram, sources, store = (
        values.get("telegram"),
        values.get("sources"),
        values.get("store", "sqlite:///jianbao.db"),
    )
    if isinstance(telegram, dict) and not str(telegram.get("token") or "").strip():
        yield ("telegram", "token"), f"is missing; get one from @BotFather, or set {TOKEN_VARIABLE}"
    if not sources:
        yield ("sources",), "names no source; the bot would have nothing to read"
    for number, source in enumerate(sources if isinstance(sources, list) else []):
        where = source.get("where") if isinstance(source, dict) else None
        problem = _looked_at(_problem_of_folder, folder, where) if isinstance(where, str) else ""
        if problem:
            yield ("sources", number, "where"), problem
    if isinstance(store, str) and store.startswith("sqlite:///"):
        problem = _looked_at(_problem_of_store, folder, store.removeprefix("sqlite:///"))
        if problem:
            yield ("store",), problem
    yield from _problems_of_network(values.get("fetching"))


def _problems_of_network(fetching: object) -> Iterator[Problem]:
    """Finds what is written in `fetching.own_network` and opens nothing."""
    opened = fetching.get("own_network") if isinstance(fetching, dict) else None
    if not isinstance(opened, list):
        return
    from bot.sources.places import Opened  # noqa: PLC0415 - few open a network; the others start without it

    for number, text in enumerate(opened):
        try:
            Opened.read(str(text))
        except ValueError as error:
            yield ("fetching", "own_network", number), str(error)


def _looked_at(problem_of: Callable[[Path], str], folder: Path, written: str) -> str:
    """Looks at a path beside the configuration file; one that cannot exist is a problem like any other."""
    try:
        return problem_of(folder / Path(written).expanduser())
    except OSError as error:
        return f"cannot be looked at: {(error.strerror or type(error).__name__).lower()}"
    except RuntimeError:  # the home of nobody known; the value itself tells so
        return ""


def _problem_of_folder(folder: Path) -> str:
    if not folder.exists():
        return f"there is no folder {folder}"
    if not folder.is_dir():
        return f"{folder} is no folder"
    if not os.access(folder, os.R_OK | os.X_OK):
        return f"{folder} may not be read by this user"
    return ""


def _problem_of_store(file: Path) -> str:
    if file.is_dir():
        return f"{file} is a folder; name a file in it"
    if not file.parent.is_dir():
        return f"there is no folder {file.parent}"
    if not os.access(file.parent, os.W_OK) or (file.exists() and not os.access(file, os.W_OK)):
        return f"{file} may not be written by this user"
    return ""
