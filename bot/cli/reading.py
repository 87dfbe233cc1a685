"""`jianbao read` and `jianbao summarize`: articles from files, folders, the web and standard input."""

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli.kinds import is_markup, is_post
from bot.core.digest import room
from bot.delivery.evidence import reasons
from bot.errors import ConfigError, SourceError
from bot.logs import hide_secrets
from bot.model import Article
from bot.sources.encoding import certain
from summaries import Length, Summary, summarize_to
from summaries import summarize as summary_of

Names = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE|FOLDER|URL|-…",
        help="Posts, plain texts, web pages or feeds (each of their entries); - is standard input.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_TOLD = 5
"""So many of the posts of folders that cannot be read are named; the rest are counted."""
_MANY = 50
"""From so many articles on, progress is shown."""


def read(names: Names, *, as_json: AsJson = False) -> None:
    """Show the cleaned article of posts, web pages and feeds."""
    tell = _print_json if as_json else _print_article
    _each(names, lambda article: tell(article, {}))


def summarize(
    names: Names,
    *,
    as_json: AsJson = False,
    sentences: Annotated[int | None, typer.Option(min=1, help="So many sentences.")] = None,
    chars: Annotated[int | None, typer.Option(min=1, help="Whole sentences within so many characters.")] = None,
    length: Annotated[
        Length | None, typer.Option(help="As long as the bot tells it to readers of this length.")
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Tell the reasons for each sentence.")] = False,
) -> None:
    """Show articles with their summaries: the article's own sentences, nothing else."""
    asked = {"--sentences": sentences, "--chars": chars, "--length": length}
    given = [name for name, value in asked.items() if value is not None]
    if len(given) > 1:
        problem = f"{' and '.join(given)} cannot be used together."
        raise ConfigError(problem, advice="Name one of them alone.")

    def one(article: Article) -> None:
        if length is None:
            summary = summary_of(article.paragraphs, title=article.title, sentences=sentences, chars=chars)
        else:
            summary = _at_length(article, length)
        if as_json:
            _print_json(article, _told(summary))
        else:
            _print_summary(article, summary, why=why)

    _each(names, one)


def _at_length(article: Article, length: Length) -> Summary:
    """Summarises as the bot does; one line is the headline and no sentences."""
    (summary,) = summarize_to(article.paragraphs, title=article.title, budgets=(room(article.paragraphs, length),))
    return replace(summary, sentences=(), picked=()) if length is Length.LINE else summary


def _told(summary: Summary) -> dict[str, Any]:
    """Gives what `summarize` adds to the documented JSON object of an article."""
    return {
        "headline": summary.headline,
        "sentences": list(summary.sentences),
        "ranked": list(summary.ranked),
        "keywords": list(summary.keywords),
        "evidence": [
            {
                "sentence": evidence.sentence,
                "paragraph": evidence.block,
                "start": evidence.start,
                "end": evidence.end,
                "reasons": list(evidence.reasons),
            }
            for evidence in summary.evidence
        ],
    }


def _each(names: list[str], carry_out: Any) -> None:  # noqa: ANN401 - a callable of one article
    """Carries out something for every article; one that cannot be read is told on stderr, and the others go on."""
    files, left_out = _found(names)
    failed = len(left_out)
    for name in _with_progress(files):
        try:
            for article in articles_of(name):
                carry_out(article)
        except SourceError as error:
            failed += 1
            where = "" if name in str(error) else f"{name}: "
            typer.echo(f"jianbao: {hide_secrets(f'{where}{error}')}", err=True)
    for told in left_out[:_TOLD]:
        typer.echo(f"jianbao: {told}", err=True)
    if len(left_out) > _TOLD:
        typer.echo(f"jianbao: {len(left_out) - _TOLD} more cannot be read.", err=True)
    if failed:
        raise typer.Exit(1)


def _found(names: Iterable[str]) -> tuple[list[str], list[str]]:
    """Gives the files to read, and a sentence for each post of a folder that cannot be."""
    wanted: list[str] = []
    left_out: list[str] = []
    for name in names:
        if not name or name == "-" or _ADDRESS.match(name) or not Path(name).is_dir():
            wanted.append(name)
            continue
        from bot.sources import files  # noqa: PLC0415 - a folder is listed as it is watched; single files need none of it

        seens = sorted(seen for chunk in files.listing(os.path.realpath(name)) for seen in chunk)
        wanted += [str(Path(name) / seen.path) for seen in seens if not seen.trouble]
        left_out += [] if seens else [f"{name}: there are no posts (.md files) in it."]
        left_out += [f"{Path(name) / seen.path}: {seen.trouble}." for seen in seens if seen.trouble]
    return wanted, left_out


def _with_progress(files: list[str]) -> Iterator[str]:
    if len(files) < _MANY or not sys.stderr.isatty():
        yield from files
        return
    from rich.console import Console  # noqa: PLC0415 - only long work shows progress
    from rich.progress import track  # noqa: PLC0415 - the same

    yield from track(files, description="Reading", console=Console(stderr=True))


def articles_of(name: str) -> Iterable[Article]:
    """Reads what a file holds, or an address: a feed holds many articles."""
    is_address = _ADDRESS.match(name)
    data = b"" if is_address else _bytes(name)
    if not is_address and not is_markup(data):
        return (_article(data, name),)
    from bot.cli import visiting  # noqa: PLC0415 - posts and plain texts need no web and no feeds

    return visiting.articles_at(name, visiting.open_web()) if is_address else visiting.articles_in(data, name)


def _article(data: bytes, name: str) -> Article:
    """Reads a post, or a plain text whose lines are its paragraphs."""
    if is_post(data):
        from bot.sources.post import read_post  # noqa: PLC0415 - loads the HTML parser, which plain texts do not need

        return read_post(data, name)
    text = certain(data)
    if text is None or "\0" in text:  # a picture, say
        raise SourceError(f"{name}: is no text.", subject=name, advice="Give it an article as text, in UTF-8.")
    paragraphs = tuple(line.strip() for line in text.splitlines() if line.strip())
    if not paragraphs:
        raise SourceError(
            f"{name}: there is no text in it.", subject=name, advice="Give it an article, as text or as a post."
        )
    return Article(path=name, title="", paragraphs=paragraphs)


def _bytes(name: str) -> bytes:
    if not name:  # a path without a name is the folder one is in
        advice = "Is a variable empty?"
        raise SourceError("'': is no file name.", subject=name, advice=advice)
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise SourceError(f"{name}: {reason}.", subject=name) from error
    except ValueError as error:  # a NUL in the name
        raise SourceError(f"{name!r}: is no file name.", subject=name) from error


def _print_json(article: Article, more: dict[str, Any]) -> None:
    line = json.dumps(as_json(article) | more, ensure_ascii=False)
    sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def as_json(article: Article) -> dict[str, Any]:
    """Gives the documented JSON object of an article."""
    published = article.published.astimezone(UTC).isoformat().replace("+00:00", "Z") if article.published else None
    return {
        "path": article.path,
        "title": article.title,
        "categories": list(article.category),
        "published": published,
        "author": article.author,
        "link": article.link,
        "image": article.image,
        "paragraphs": list(article.paragraphs),
    }


def _print_head(article: Article) -> None:
    if article.title:
        typer.secho(article.title, bold=True)
    when = article.published.astimezone().strftime("%Y-%m-%d %H:%M") if article.published else ""
    facts = " · ".join(fact for fact in (" / ".join(article.category), when, article.link or "") if fact)
    if facts:
        typer.secho(facts, dim=True)


def _print_article(article: Article, _: dict[str, Any]) -> None:
    _print_head(article)
    typer.echo("\n".join(["", *(f"{paragraph}\n" for paragraph in article.paragraphs)]))


def _print_summary(article: Article, summary: Summary, *, why: bool) -> None:
    _print_head(article)
    typer.echo("")
    if summary.headline and not summary.sentences:
        typer.echo(f"• {summary.headline}")
    for evidence in summary.evidence:
        typer.echo(f"• {evidence.sentence}")
        if why:
            place = f"paragraph {evidence.block + 1}"
            typer.secho(f"  {' · '.join(filter(None, (place, reasons(evidence.reasons, 'en'))))}", dim=True)
    if summary.keywords:
        typer.secho("\n" + "  ".join(f"#{word}" for word in summary.keywords), dim=True)
    typer.echo("")
