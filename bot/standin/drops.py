"""Sample posts that can be dropped into the watched folder, one by one, as a source would write them."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from bot.standin.errors import ControlError
from bot.standin.wire import Json

HEAD_BYTES = 4_096
TITLE = re.compile(r"^title:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
CATEGORY_LIST = re.compile(r"^categories:[ \t]*\n((?:[ \t]*-[ \t]*.+\n?)+)", re.MULTILINE)
CATEGORY_LINE = re.compile(r"^categories:[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
PAIR = re.compile(r"_([^_]+)_")
"""Sources write quotes in titles as underscores."""
ITEM = re.compile(r"-[ \t]*(.+?)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Drops:
    """Where samples lie, where they are dropped, and where their pictures are."""

    samples: Path
    into: Path
    pictures: Path | None = None
    _heads: dict[str, tuple[str, str]] = field(default_factory=dict, compare=False, repr=False)

    def shown(self) -> list[Json]:
        """Every sample with its title and category, and whether it lies in the folder."""
        names = sorted(path.relative_to(self.samples).as_posix() for path in self.samples.rglob("*.md"))
        return [self._shown(name) for name in names]

    def _shown(self, name: str) -> Json:
        if name not in self._heads:
            self._heads[name] = head_of(self.samples / name)
        title, category = self._heads[name]
        return {"name": name, "title": title, "category": category, "dropped": (self.into / name).exists()}

    def drop(self, name: str) -> None:
        """Copies a sample into the folder so that a watcher never sees half of it."""
        if not any(name == path.relative_to(self.samples).as_posix() for path in self.samples.rglob("*.md")):
            raise ControlError(f"no sample {name!r}")
        target = self.into / name
        target.parent.mkdir(parents=True, exist_ok=True)
        written = target.with_name(f"{target.name}.tmp")
        written.write_bytes((self.samples / name).read_bytes())
        written.replace(target)

    def picture(self, name: str) -> Path | None:
        """The local picture of that name, if there is one."""
        if self.pictures is None or not name or Path(name).name != name:
            return None
        path = self.pictures / name
        return path if path.is_file() else None


def head_of(path: Path) -> tuple[str, str]:
    """Title and category from the first lines, without reading them as YAML."""
    with path.open("rb") as file:
        text = file.read(HEAD_BYTES).decode(errors="replace")
    title = TITLE.search(text)
    return PAIR.sub(r"“\1”", _bare(title[1]) if title else path.stem), _category(text)


def _category(text: str) -> str:
    if listed := CATEGORY_LIST.search(text):
        return " / ".join(_bare(item) for item in ITEM.findall(listed[1]))
    line = CATEGORY_LINE.search(text)
    return _bare(line[1]) if line else ""


def _bare(written: str) -> str:
    quoted = len(written) > 1 and written[0] == written[-1] and written[0] in "'\""
    return written[1:-1] if quoted else written
