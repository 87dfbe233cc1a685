"""The tables of the documentation, each made from the part of the program it tells of."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from math import exp
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import annotated_types
import typer
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.chat.commands import COMMANDS, Command
from bot.cli import app
from bot.config import CategoryRule, Config, FeedSource, Fetching, FolderSource
from bot.sources import pictures, rules, tags
from bot.sources.rule import Where
from bot.texts import say
from summaries import Length, budget
from summaries.rank.features import ARTICLE, CHOICE, SENTENCE
from summaries.rank.keeping import STEPS
from summaries.rank.plain import COMPARED, CONSIDERED, SURE
from summaries.rank.weights import load

WIDTH = 80
PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"

_BUTTONS = {
    "news-summary-button": "Under one line: the standard message in its place.",
    "news-full-button": "The whole cleaned article in place of the summary, in pages if it is long.",
    "news-evidence-button": "Why these sentences: where each stands in the article, and what spoke for it.",
    "news-back-button": "The message as it was.",
    "news-original-button": "The article where it was published; only where the post names its address.",
    "news-mute-button": "Ends the subscription to the article's category, with a way back.",
    "news-subscribe-button": "In its place where nothing subscribed to brings the article.",
}
_WORDS = "票房", "合龙", "开幕", "首航", "大桥", "教程", "增长", "打造", "与此同时", "百分点", "此前", "当地", "上午"
_LENGTHS = Length.STANDARD, Length.DETAILED
_SIZES = 300, 1_000, 2_000, 5_000
_TYPES = {
    "str": "text",
    "SecretStr": "text, secret",
    "int": "whole number",
    "float": "number",
    "Path": "folder",
    "bool": "true or false",
}


def commands() -> str:
    """Lists what readers may type to the bot."""
    return _command_table(command for command in COMMANDS if not command.admin_only)


def admin_commands() -> str:
    """Lists what only admins may type."""
    return _command_table(command for command in COMMANDS if command.admin_only)


def buttons() -> str:
    """Lists the buttons under an article."""
    rows = ((say("en", key), say("zh-Hans", key), meaning) for key, meaning in _BUTTONS.items())
    return _table(("button", "按钮", "what it does"), rows)


def options() -> str:
    """Lists every key of config.yaml."""
    return _table(("key", "type", "default", "meaning"), _options(Config, ""))


def folder_options() -> str:
    """Lists the keys of a folder."""
    return _table(("key", "type", "default", "meaning"), _options(FolderSource, ""))


def feed_options() -> str:
    """Lists the keys of a feed."""
    return _table(("key", "type", "default", "meaning"), _options(FeedSource, ""))


def rule_options() -> str:
    """Lists the keys of a rule."""
    return _table(("key", "type", "default", "meaning"), _options(CategoryRule, "rules[]."))


def fetching_options() -> str:
    """Lists the keys of fetching."""
    return _table(("key", "type", "default", "meaning"), _options(Fetching, "fetching."))


def command_line() -> str:
    """Shows the help of `jianbao` and of each of its commands."""
    top: Any = typer.main.get_command(app)  # typer has a click of its own, without public types
    context = _context(top, "jianbao", None)
    texts = [top.get_help(context)]
    texts += [command.get_help(_context(command, name, context)) for name, command in top.commands.items()]
    return "\n\n".join(f"```text\n{text.strip()}\n```" for text in texts)


def layers() -> str:
    """Draws the layers of `bot` as the import contract has them, highest first."""
    contracts = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    found = next(contract for contract in contracts if contract["type"] == "layers")
    lines = [layer.replace("bot.", "").replace(" | ", "   ") for layer in found["layers"]]
    return "```text\n" + "\n".join(lines) + "\n```"


def line_rules() -> str:
    """Lists the lines that are taken out of posts."""
    rows = ((_where(rule.where), f"≤ {rule.longest}", rule.reason) for rule in rules.RULES)
    return _table(("paragraphs", "characters", "what goes"), rows)


def class_rules() -> str:
    """Lists the blocks that are taken out of posts by their HTML class."""
    return _table(("class", "what it is"), ((f"`{name}`", reason) for name, reason in tags.SKIPPED_CLASSES.items()))


def picture_rules() -> str:
    """Lists the addresses that are no picture of the article."""
    return _table(("address has", "what it is"), ((f"`{found.pattern}`", why) for found, why in pictures.NO_PICTURES))


def lengths() -> str:
    """Lists how many characters a summary has, by the length asked for and the size of the article."""
    head = ("article", *(f"{length.value}, {script}" for length in _LENGTHS for script in ("中文", "latin")))
    rows = (
        (f"{size:,}", *(str(budget(length, size, latin=latin)) for length in _LENGTHS for latin in (False, True)))
        for size in _SIZES
    )
    return _table(head, rows)


def kept_words() -> str:
    """Lists words with how much each, by itself, multiplies the odds that an editor keeps it."""
    odds = load().keeping.words
    known = sorted(((odds[word], word) for word in _WORDS if word in odds), reverse=True)
    return _table(("word", "multiplies the odds by"), ((word, f"{exp(value / STEPS):.2f}") for value, word in known))


def network() -> str:
    """Lists what the network is made of and looks at."""
    net = load().net
    first, following = (str(len(head.weights)) for head in net.heads)
    words = net.parts
    rows = (
        ("units", first, following),
        ("units that hear the sentence’s words, and the title’s", " / ".join(map(str, words)), ""),
        ("words that speak to them", f"{len(net.words):,}", ""),
        ("numbers about the text", str(len(ARTICLE)), str(len(ARTICLE))),
        ("numbers about the sentence", str(len(SENTENCE)), str(len(SENTENCE))),
        ("numbers about it beside those chosen", "", str(len(CHOICE))),
        (
            "sentences considered",
            f"{CONSIDERED}, the first {SURE} among them",
            f"the {COMPARED - 1} best of the others",
        ),
    )
    return _table(("", "first choice", "next ones"), rows)


TABLES: Mapping[str, Callable[[], str]] = {
    "commands": commands,
    "admin-commands": admin_commands,
    "buttons": buttons,
    "options": options,
    "folder-options": folder_options,
    "feed-options": feed_options,
    "rule-options": rule_options,
    "fetching-options": fetching_options,
    "help": command_line,
    "layers": layers,
    "line-rules": line_rules,
    "class-rules": class_rules,
    "picture-rules": picture_rules,
    "lengths": lengths,
    "kept-words": kept_words,
    "network": network,
}


def _where(where: Where) -> str:
    if where is Where.ANYWHERE:
        return "anywhere"
    head, tail = where.value
    return ", ".join(f"{word} {count}" for word, count in (("first", head), ("last", tail)) if count)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def _command_table(shown: Iterable[Command]) -> str:
    rows = ((f"`/{c.name}`", say("en", c.description), say("zh-Hans", c.description)) for c in shown)
    return _table(("command", "what it does", "说明"), rows)


def _context(command: Any, name: str, parent: Any) -> Any:  # noqa: ANN401 - see `command_line`
    return command.context_class(
        command,
        info_name=name,
        parent=parent,
        terminal_width=WIDTH,
        max_content_width=WIDTH,
        color=False,
        **command.context_settings,
    )


def _options(model: type[BaseModel], prefix: str) -> Iterator[tuple[str, str, str, str]]:
    for name, field in model.model_fields.items():
        key = prefix + name
        inner = list(_sections_of(field.annotation))
        if inner == [field.annotation]:
            yield from _options(inner[0], f"{key}.")
            continue
        yield f"`{key}`", _type(field.annotation) + _limits(field), _default(field), field.description or ""
        for section in inner:
            yield from _options(section, f"{key}[].")


def _sections_of(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - an annotation may be anything
    """Gives the section a field is, or those it is a list of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _sections_of(part)


def _type(annotation: Any) -> str:  # noqa: ANN401 - an annotation may be anything
    origin, parts = get_origin(annotation), [part for part in get_args(annotation) if part not in {NoneType, ...}]
    if origin is Literal:
        return " or ".join(f"`{value}`" for value in parts)
    if origin is Annotated:
        return _type(parts[0])
    if origin in {Union, UnionType}:
        return " or ".join(dict.fromkeys(map(_type, parts)))
    if origin is tuple:
        return f"list of {_plural(_type(parts[0]))}"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "section"
    return str(_TYPES.get(annotation.__name__, annotation.__name__))


def _plural(name: str) -> str:
    return name if name == "text" else f"{name}s"


def _limits(field: FieldInfo) -> str:
    """Tells between which values a number has to lie."""
    signs = (
        (annotated_types.Gt, "gt", ">"),
        (annotated_types.Ge, "ge", "≥"),
        (annotated_types.Lt, "lt", "<"),
        (annotated_types.Le, "le", "≤"),
    )
    told = [f"{sign} {getattr(m, name)}" for kind, name, sign in signs for m in field.metadata if isinstance(m, kind)]
    return "".join(f", {limit}" for limit in told)


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "required"
    if field.default is None or field.default == () or not str(field.default):
        return "none"
    if isinstance(field.default, tuple):
        return ", ".join(f"`{value}`" for value in field.default)
    return f"`{str(field.default).lower() if isinstance(field.default, bool) else field.default}`"
