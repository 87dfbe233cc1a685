"""What must be right before the bot starts: the configuration and what it names, all mistakes told at once."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.config import TOKEN_VARIABLE, Config, Problem, examine, refused
from bot.core.addresses import door
from bot.core.categories import SHELF, path_of
from bot.core.naming import translations

if TYPE_CHECKING:
    from bot.sources.places import Bounds


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
    if isinstance(sources, list):
        yield from _problems_of_folders(sources, folder)
        yield from _problems_of_feeds(sources)
        yield from _problems_of_closed(sources, values.get("fetching"))
    yield from _problems_of_categories("sources", sources)
    yield from _problems_of_categories("rules", values.get("rules"))
    if isinstance(store, str) and store.startswith("sqlite:///"):
        problem = _looked_at(_problem_of_store, folder, store.removeprefix("sqlite:///"))
        if problem:
            yield ("store",), problem
    yield from _problems_of_network(values.get("fetching"))


def _problems_of_folders(sources: Sequence[object], folder: Path) -> Iterator[Problem]:
    """Finds folders that cannot be read, or that another source reads too: each of their posts would be sent twice."""
    known: list[Path] = []
    for number, source in enumerate(sources):
        where = source.get("where") if isinstance(source, dict) else None
        if not isinstance(where, str):
            continue
        problem = _looked_at(_problem_of_folder, folder, where)
        if not problem and where.strip():
            with suppress(OSError, RuntimeError):  # told already
                place = (folder / Path(where.strip()).expanduser()).resolve()
                problem = next((_shared(place, other) for other in known if _share(place, other)), "")
                known.append(place)
        if problem:
            yield ("sources", number, "where"), problem


def _share(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def _shared(one: Path, other: Path) -> str:
    return f"{max(one, other)} is read by another source already, and all below a folder is read with it"


def _problems_of_feeds(sources: Sequence[object]) -> Iterator[Problem]:
    """Finds feeds that are named twice in other letters: each of their entries would be sent twice."""
    urls = [(n, source.get("url")) for n, source in enumerate(sources) if isinstance(source, dict)]
    if not any(isinstance(url, str) for _, url in urls):
        return
    from bot.sources.places import Place, read_place  # noqa: PLC0415 - whoever reads folders alone starts without it

    known: dict[object, object] = {}
    for number, url in urls:
        place = read_place(url) if isinstance(url, str) else None
        if isinstance(place, Place) and known.setdefault((str(place), place.login), url) != url:
            yield ("sources", number, "url"), "is the address of another source already, in other letters"


def _problems_of_closed(sources: Sequence[object], fetching: object) -> Iterator[Problem]:
    """Finds feeds that would never be asked, by an address or a port that nothing opens."""
    urls = [(n, source.get("url")) for n, source in enumerate(sources) if isinstance(source, dict)]
    if not any(isinstance(url, str) for _, url in urls):
        return
    from bot.sources.fetching import Reason  # noqa: PLC0415 - as above
    from bot.sources.places import Place, read_place  # noqa: PLC0415 - as above

    bounds = _bounds(fetching if isinstance(fetching, dict) else {})
    for number, url in urls:
        place = read_place(url) if isinstance(url, str) else None
        if not isinstance(place, Place) or bounds.opens(place):
            continue
        key, own = ("sources", number, "url"), f"add {door(str(place))} to fetching.own_network"
        match bounds.objection(place):
            case Reason.ADDRESS | Reason.HOST:
                yield key, f"is in a network that is closed, so it would never be asked; if it is yours, {own}"
            case Reason.PORT:
                yield key, f"has a port that is not asked; add {place.port} to fetching.ports, or if it is yours, {own}"


def _bounds(fetching: Mapping[str, Any]) -> "Bounds":
    """Gives what is opened, as far as it can be read; the rest is told elsewhere."""
    from bot.sources.places import USUAL_PORTS, Bounds, Opened  # noqa: PLC0415 - as above

    opened: list[Opened] = []
    for text in _listed(fetching, "own_network"):
        with suppress(ValueError):
            opened.append(Opened.read(str(text)))
    ports = {port for port in _listed(fetching, "ports") if isinstance(port, int)}
    return Bounds(ports=frozenset(ports) or USUAL_PORTS, opened=tuple(opened))


def _listed(fetching: Mapping[str, Any], key: str) -> list[object]:
    values = fetching.get(key)
    return values if isinstance(values, list) else []


def _problems_of_categories(key: str, sections: object) -> Iterator[Problem]:
    """Finds categories that would stand among the feeds people add."""
    for number, section in enumerate(sections if isinstance(sections, list) else []):
        named = section.get("category") if isinstance(section, dict) else None
        path = named.split("/") if isinstance(named, str) else named
        first = path[0] if isinstance(path, list) and path else None
        if isinstance(first, str) and path_of([first]) in {path_of(shelf) for shelf in translations((SHELF,))}:
            yield (key, number, "category"), f"{first.strip()} holds the feeds that people add; choose another name"


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
