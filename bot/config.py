"""The configuration: one frozen value made from config.yaml, all mistakes told at once with their places."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple
from urllib.parse import urlsplit
from zoneinfo import available_timezones

import yaml
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)

from bot.errors import ConfigError

TOKEN_VARIABLE = "JIANBAO_TOKEN"  # noqa: S105 - the name of a variable
TWO = 2
_TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{3,200}")


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        good = False
    if not good:
        raise ValueError("must be an address such as https://api.telegram.org")
    return text.rstrip("/")


class Telegram(_Section):
    """How to reach Telegram."""

    token: SecretStr = Field(
        default=SecretStr(""),
        description="The bot's token from @BotFather. The environment variable `JIANBAO_TOKEN` goes before it.",
    )
    api_url: str = Field(
        default="https://api.telegram.org", description="A self-hosted Bot API server, or a stand-in for it."
    )
    proxy: str | None = Field(default=None, description="A proxy for Telegram alone, such as `http://127.0.0.1:8080`.")

    @field_validator("token")
    @classmethod
    def _token(cls, token: SecretStr) -> SecretStr:
        if token.get_secret_value() and not _TOKEN.fullmatch(token.get_secret_value()):
            raise ValueError("does not look like a token; @BotFather gives one such as 123456789:AAE…")
        return token

    @field_validator("api_url", "proxy")
    @classmethod
    def _url(cls, url: str | None) -> str | None:
        return None if url is None else _address(url)


def _path_of_names(value: object) -> object:
    """Lets a category be written as a list or as `金融 / 要闻`."""
    if isinstance(value, str):
        return [name.strip() for name in value.split("/") if name.strip()]
    return value


class FolderSource(_Section):
    """A folder of Hexo posts."""

    kind: Literal["folder"] = Field(description="What the source is. `folder`: Hexo posts in Markdown files.")
    where: Path = Field(description="The folder, read with all below it. Relative to config.yaml.")
    category: Annotated[tuple[str, ...], BeforeValidator(_path_of_names)] = Field(
        default=(), description="Category of posts that name none, such as `金融 / 要闻`."
    )
    link: str | None = Field(
        default=None,
        description="Link template for 原文 where a post carries none, such as `https://example.org/{path}`;"
        " knows `{path}` and `{title}`.",
    )

    @field_validator("link")
    @classmethod
    def _link(cls, link: str | None) -> str | None:
        if link is None:
            return None
        unknown = set(re.findall(r"\{([^}]*)\}", link)) - {"path", "title"}
        if unknown:
            raise ValueError(f"knows only {{path}} and {{title}}, not {{{min(unknown)}}}")
        _address(re.sub(r"\{[^}]*\}", "x", link))
        return link


class FeedSource(_Section):
    """A feed: RSS, Atom, RDF or JSON Feed."""

    kind: Literal["feed"] = Field(description="What the source is. `feed`: RSS, Atom, RDF or JSON Feed.")
    url: str = Field(description="Its address, such as `https://rsshub.app/sina/finance`.")
    category: Annotated[tuple[str, ...], BeforeValidator(_path_of_names)] = Field(
        default=(), description="Category of all its entries; without one each belongs where it says itself."
    )
    every_minutes: float | None = Field(
        default=None, ge=1, le=1440, description="How often it is asked; without it as often as its news comes."
    )
    full_text: bool = Field(
        default=True,
        description="Fetch the page of an entry that brings only a teaser, and take the article from there.",
    )

    @field_validator("url")
    @classmethod
    def _url(cls, url: str) -> str:
        return _address(url)


Source = Annotated[FolderSource | FeedSource, Field(discriminator="kind")]


class CategoryRule(_Section):
    """Words that decide the category of feed entries."""

    words: tuple[str, ...] = Field(
        min_length=1, description="An entry with any of these words in its title or beginning …"
    )
    category: Annotated[tuple[str, ...], BeforeValidator(_path_of_names)] = Field(
        description="… belongs to this category, such as `金融 / 股市`. The first rule that fits counts."
    )


class Fetching(_Section):
    """How feeds and pages are fetched."""

    contact: str = Field(
        default="", description="An address of yours that sites are told, so that they can write instead of block."
    )
    proxy: str | None = Field(default=None, description="A proxy for feeds and pages, such as `http://127.0.0.1:8080`.")
    ports: tuple[int, ...] = Field(default=(80, 443), description="Ports that may be asked.")
    own_network: tuple[str, ...] = Field(
        default=(),
        description="Hosts of your own network that configured feeds may name: `rsshub:1200`, `10.0.0.0/8:1200`.",
    )

    @field_validator("proxy")
    @classmethod
    def _proxy(cls, url: str | None) -> str | None:
        return None if url is None else _address(url)

    @field_validator("contact")
    @classmethod
    def _contact(cls, contact: str) -> str:
        if contact and not contact.isprintable():
            raise ValueError("must be one line, an address of a page or of mail")
        return contact


class Delivery(_Section):
    """How messages go out."""

    per_second: float = Field(
        default=30, gt=0, le=1000, description="Most messages a second over all chats; Telegram grants about 30."
    )
    paid_per_second: float = Field(
        default=0,
        ge=0,
        le=1000,
        description="Most paid broadcast messages a second; each costs Stars. 0: admins cannot pay for speed.",
    )
    expire_hours: float = Field(
        default=24, gt=0, le=720, description="News that could not be delivered for so long is dropped, not sent late."
    )


class Broadcasting(_Section):
    """How admins broadcast."""

    second_admin_above: int | None = Field(
        default=None, ge=0, description="A broadcast to more readers than this needs a second admin's consent."
    )
    undo_seconds: float = Field(
        default=30, ge=0, le=3600, description="So long after it was confirmed a broadcast can be taken back."
    )


class Follow(_Section):
    """How readers bring their own sources."""

    who: Literal["everyone", "approval", "admins"] = Field(
        default="everyone",
        description="Who adds sources with /follow: everyone, everyone with an admin's approval, or admins alone.",
    )
    per_reader: int = Field(
        default=10, ge=0, le=1000, description="Most sources one reader adds; admins have no limit."
    )


class Defaults(_Section):
    """What a new chat begins with."""

    language: Literal["zh-Hans", "zh-Hant", "en"] = Field(
        default="zh-Hans", description="Language of groups, and of people whose language Telegram does not tell."
    )
    time_zone: str = Field(default="Asia/Shanghai", description="Time zone of the times shown.")
    length: Literal["line", "standard", "detailed"] = Field(
        default="standard",
        description="How much of each article is told: its headline alone, a short summary, or a detailed one.",
    )

    @field_validator("time_zone")
    @classmethod
    def _zone(cls, zone: str) -> str:
        if zone not in available_timezones():
            raise ValueError("is no time zone; write one such as Asia/Shanghai or Europe/Berlin")
        return zone


class Config(_Section):
    """Everything an operator can set."""

    @property
    def folders(self) -> tuple[FolderSource, ...]:
        return tuple(source for source in self.sources if isinstance(source, FolderSource))

    @property
    def feeds(self) -> tuple[FeedSource, ...]:
        return tuple(source for source in self.sources if isinstance(source, FeedSource))

    telegram: Telegram = Telegram()
    admins: tuple[int, ...] = Field(default=(), description="Telegram ids of the people who may broadcast.")
    sources: tuple[Source, ...] = Field(default=(), description="Where the news comes from.")
    rules: tuple[CategoryRule, ...] = Field(default=(), description="Categories by words, for entries of feeds.")
    fetching: Fetching = Fetching()
    store: str = Field(
        default="sqlite:///jianbao.db", description="The database: `sqlite:///file.db`, relative to config.yaml."
    )
    delivery: Delivery = Delivery()
    broadcast: Broadcasting = Broadcasting()
    follow: Follow = Follow()
    defaults: Defaults = Defaults()

    @field_validator("store")
    @classmethod
    def _store(cls, url: str) -> str:
        if not url.startswith("sqlite:///") or url == "sqlite:///":
            raise ValueError("must be written like sqlite:///jianbao.db or sqlite:////var/lib/jianbao.db")
        return url

    @field_validator("broadcast")
    @classmethod
    def _second(cls, broadcast: Broadcasting, info: ValidationInfo) -> Broadcasting:
        if broadcast.second_admin_above is not None and len(set(info.data.get("admins", (0, 1)))) < TWO:
            raise ValueError("second_admin_above needs at least two admins")
        return broadcast


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
        tree = yaml.compose(text, yaml.CSafeLoader)
        values = yaml.load(text, _Loader)  # noqa: S506 - a safe loader that also refuses repeated keys
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise _unreadable(path, _where(path, error) + _reason(error)) from error
    if values is not None and not isinstance(values, dict):
        raise _unreadable(path, f"{path}:1: must be made of keys such as telegram: and sources:")
    lines = dict(_lines(tree, ()))
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


class _Loader(yaml.CSafeLoader):
    """A safe loader for which a key written twice is a mistake."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - yaml's
        seen: set[str] = set()
        for key, _ in node.value:
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
    return f"{message[:1].lower()}{message[1:]}"


def _where(path: Path, error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"{path}:{mark.line + 1}: " if mark else f"{path}: "


def _reason(error: Exception) -> str:
    return str(getattr(error, "problem", None) or "is not valid YAML")


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
