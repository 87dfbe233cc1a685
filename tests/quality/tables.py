"""Sets what was measured into tables, for the terminal and for a page."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

from tests.quality.comparing import Run, Score, compared, speed
from tests.quality.scoring import BUDGETS, Article, by_source
from tests.quality.systems import BASE

ALL = "ALL"

_PLACE = re.compile(r"(?<=<!-- measured: quality -->\n).*?(?=<!-- end -->)", re.DOTALL)
_EMPTY_PAGE = "<!-- measured: quality -->\n<!-- end -->\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A table in words: its name, its columns, and its rows, source by source."""

    name: str
    columns: tuple[str, ...]
    groups: tuple[tuple[tuple[str, ...], ...], ...]


def groups_of(known: Sequence[Article]) -> dict[str, list[Article]]:
    """Gives the articles of each source, and all of them where there is more than one."""
    groups = by_source(known)
    return groups if len(groups) == 1 else {**groups, ALL: list(known)}


def ranking_table(name: str, runs: Mapping[str, Run], known: Sequence[Article]) -> Measured:
    """Sets the systems beside each other, source by source."""
    groups = [
        tuple(_row(runs, system, f"{source} ({len(group):,})", [article.id for article in group]) for system in runs)
        for source, group in groups_of(known).items()
    ]
    columns = ("texts", "system", *BUDGETS, "articles/s", "× jieba")
    return Measured(name=name, columns=columns, groups=tuple(groups))


def _row(runs: Mapping[str, Run], system: str, source: str, ids: Sequence[str]) -> tuple[str, ...]:
    cells = compared(runs, system, ids)
    pace = speed(runs[system], ids)
    rate, times = (f"{pace[0]:,.0f}", f"{pace[1]:.2f}") if pace else ("", "")
    return source, system, *(_cell(cells[budget], is_base=system == BASE) for budget in BUDGETS), rate, times


def _cell(score: Score, *, is_base: bool) -> str:
    if is_base:
        return f"{score.mean:.2f}"
    star = "*" if score.is_certain else ""
    return f"{score.mean:.2f} {score.difference:+.2f} [{score.low:+.1f}, {score.high:+.1f}]{star}"


def on_terminal(measured: Measured) -> Table:
    """Gives a table of the terminal, the differences below the means."""
    table = Table(title=measured.name, title_justify="left", title_style="bold")
    for number, column in enumerate(measured.columns):
        table.add_column(column, no_wrap=True, justify="left" if number < len(measured.columns) - 2 else "right")
    for group in measured.groups:
        table.add_section()
        for row in group:
            table.add_row(*map(_stacked, row))
    return table


def _stacked(cell: str) -> str:
    return cell.replace(" ", "\n", 1).replace("[", r"\[") if "[" in cell else cell


def as_markdown(measured: Measured) -> str:
    """Gives a table of a page."""
    lines = [measured.columns, ("---",) * len(measured.columns), *(row for group in measured.groups for row in group)]
    return f"**{measured.name}**\n\n" + "".join(f"| {' | '.join(cells)} |\n" for cells in lines).replace("*", r"\*")


def written(page: str, block: str) -> str:
    """Gives a page with the block between its marks made anew; a page without marks gets them at its end."""
    if not _PLACE.search(page):
        page = f"{page.rstrip()}\n\n{_EMPTY_PAGE}".lstrip()
    return _PLACE.sub(lambda _: f"{block.strip()}\n", page)


def write(file: Path, block: str) -> None:
    """Writes the block into a page, which need not be there yet."""
    page = file.read_text(encoding="utf-8") if file.exists() else ""
    file.write_text(written(page, block), encoding="utf-8")
