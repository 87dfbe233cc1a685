"""The words people read, in every language with the same keys (Fluent files beside this one)."""

from functools import lru_cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
NAMES = {"zh-Hans": "简体中文", "zh-Hant": "繁體中文", "en": "English"}
DEFAULT = "zh-Hans"
TONGUES = {"": "en", "zh": "zh-Hans"}
"""Telegram's codes for menus (empty: everyone else) and what they read; it knows no scripts there."""


def language_of(code: str | None, default: str = DEFAULT) -> str:
    """Chooses our language for an IETF tag such as Telegram's `language_code`."""
    tag = (code or "").replace("_", "-").casefold()
    if not tag:
        return default
    if tag.split("-")[0] in {"zh", "yue", "wuu"}:
        traditional = {"hant", "tw", "hk", "mo", "yue"} & set(tag.split("-"))
        return "zh-Hant" if traditional else "zh-Hans"
    return "en"


@lru_cache(maxsize=len(LANGUAGES))
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted((files(__name__) / language).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


def say(language: str, key: str, **values: str | float) -> str:
    """Finds the words for `key`; raises KeyError for an unknown key and ValueError for a missing value."""
    bundle = _bundle(language)
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise KeyError(key)
    text, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise ValueError(f"{key} in {language}: {errors[0]}")
    return str(text)


def keys(language: str) -> frozenset[str]:
    """Lists a language's keys, so that tests can compare the languages."""
    return frozenset(_bundle(language)._messages)  # noqa: SLF001 - the bundle offers no public list
