"""Every option with its default, its bounds and its description; the table in the docs is made from it."""

import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationInfo,
    field_validator,
)

from bot.logs import hide_secrets

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
        raise ValueError("must be an address that begins with http:// or https://")
    return text.rstrip("/")


def _no_switch(value: object) -> object:
    """Refuses what YAML makes of yes and on; it would count as 1."""
    if isinstance(value, bool):
        raise ValueError("must be a number, not yes or no")  # noqa: TRY004 - what pydantic tells as a mistake
    return value


Number = Annotated[float, BeforeValidator(_no_switch)]
Whole = Annotated[int, BeforeValidator(_no_switch)]


def _in_a_home(path: Path) -> Path:
    """Refuses a path below the home of somebody unknown."""
    try:
        path.expanduser()
    except RuntimeError as error:
        raise ValueError("begins with the home of nobody known here; write the whole path") from error
    return path


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

    @field_validator("token", mode="before")
    @classmethod
    def _nothing(cls, token: object) -> object:
        return "" if token is None else token

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


def _no_blank(word: str) -> str:
    if not word.strip():
        raise ValueError("must not be blank")
    return word


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

    @field_validator("where", mode="before")
    @classmethod
    def _named(cls, where: object) -> object:
        if not isinstance(where, str | Path) or not str(where).strip():
            raise ValueError("must name a folder, such as source/_posts")
        return where

    @field_validator("where")
    @classmethod
    def _where(cls, where: Path) -> Path:
        return _in_a_home(where)

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
    every_minutes: Number | None = Field(
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

    words: tuple[Annotated[str, AfterValidator(_no_blank)], ...] = Field(
        min_length=1, description="An entry with any of these words in its title or beginning …"
    )
    category: Annotated[tuple[str, ...], BeforeValidator(_path_of_names)] = Field(
        min_length=1, description="… belongs to this category, such as `金融 / 股市`. The first rule that fits counts."
    )


class Fetching(_Section):
    """How feeds and pages are fetched."""

    contact: str = Field(
        default="", description="An address of yours that sites are told, so that they can write instead of block."
    )
    proxy: str | None = Field(default=None, description="A proxy for feeds and pages, such as `http://127.0.0.1:8080`.")
    ports: tuple[Annotated[Whole, Field(ge=1, le=65535)], ...] = Field(
        default=(80, 443), description="Ports that may be asked."
    )
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

    per_second: Number = Field(
        default=30, gt=0, le=1000, description="Most messages a second over all chats; Telegram grants about 30."
    )
    paid_per_second: Number = Field(
        default=0,
        ge=0,
        le=1000,
        description="Most paid broadcast messages a second; each costs Stars. 0: admins cannot pay for speed.",
    )
    expire_hours: Number = Field(
        default=24, gt=0, le=720, description="News that could not be delivered for so long is dropped, not sent late."
    )


class Broadcasting(_Section):
    """How admins broadcast."""

    second_admin_above: Whole | None = Field(
        default=None, ge=0, description="A broadcast to more readers than this needs a second admin's consent."
    )
    undo_seconds: Number = Field(
        default=30, ge=0, le=3600, description="So long after it was confirmed a broadcast can be taken back."
    )


class Follow(_Section):
    """How readers bring their own sources."""

    who: Literal["everyone", "approval", "admins"] = Field(
        default="everyone",
        description="Who adds sources with /follow: everyone, everyone with an admin's approval, or admins alone.",
    )
    per_reader: Whole = Field(
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
    admins: tuple[Annotated[Whole, Field(ge=1)], ...] = Field(
        default=(), description="Telegram ids of the people who may broadcast."
    )
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

    @field_validator("sources")
    @classmethod
    def _each_once(cls, sources: tuple[Source, ...]) -> tuple[Source, ...]:
        urls = [source.url for source in sources if isinstance(source, FeedSource)]
        twice = next((url for url in urls if urls.count(url) > 1), None)
        if twice:
            raise ValueError(f"names {hide_secrets(twice)} twice")
        return sources

    @field_validator("store")
    @classmethod
    def _store(cls, url: str) -> str:
        if not url.startswith("sqlite:///") or url == "sqlite:///":
            raise ValueError("must be written like sqlite:///jianbao.db or sqlite:////var/lib/jianbao.db")
        _in_a_home(Path(url.removeprefix("sqlite:///")))
        return url

    @field_validator("broadcast")
    @classmethod
    def _second(cls, broadcast: Broadcasting, info: ValidationInfo) -> Broadcasting:
        if broadcast.second_admin_above is not None and len(set(info.data.get("admins", (0, 1)))) < TWO:
            raise ValueError("second_admin_above needs at least two admins")
        return broadcast
