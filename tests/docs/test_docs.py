"""What the documentation says is what the program does."""

import re
from pathlib import Path

import pytest

from bot.standin.control import DEEDS
from docs import generate
from docs.tables import TABLES

ROOT = Path(__file__).parents[2]
PAGES = [*generate.pages(ROOT), ROOT / "CHANGELOG.md"]

_LINK = re.compile(r"\]\(([^)#]+)[^)]*\)")
_TEST = re.compile(r"(tests/[\w/]+\.py)::(\w+)")
_FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)


def test_every_table_says_what_the_program_does() -> None:
    stale = [str(file.relative_to(ROOT)) for file, _ in generate.stale(generate.pages(ROOT))]
    assert not stale, f"run {generate.COMMAND}"


def test_every_picture_shows_what_the_program_does() -> None:
    assert not [file.name for file, _ in generate.stale_drawings()], f"run {generate.COMMAND}"


def test_every_table_that_can_be_made_stands_in_a_page() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert {name for name in TABLES if f"<!-- generated: {name} -->" not in text} == set()


def test_a_stale_table_is_found_and_made_anew(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- generated: layers -->\nold\n<!-- end -->\nafter\n", encoding="utf-8")
    ((file, fresh),) = generate.stale([page])
    assert file == page
    assert fresh.startswith("before\n<!-- generated: layers -->\n```text\ncli\n")
    assert fresh.endswith("```\n<!-- end -->\nafter\n")
    assert generate.rendered(fresh) == fresh


def test_a_table_nobody_makes_is_an_error() -> None:
    with pytest.raises(KeyError):
        generate.rendered("<!-- generated: nonsense -->\n<!-- end -->")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    words = _FENCED.sub("", page.read_text(encoding="utf-8"))
    targets = [link for link in _LINK.findall(words) if not link.startswith("http")]
    assert [link for link in targets if not (page.parent / link).exists()] == []


def test_every_page_can_be_reached_from_the_index() -> None:
    index = (ROOT / "docs/README.md").read_text(encoding="utf-8")
    notes = (ROOT / "docs/decisions/README.md").read_text(encoding="utf-8")
    assert [page.name for page in (ROOT / "docs").glob("*.md") if page.name not in index + "README.md"] == []
    assert [page.name for page in (ROOT / "docs/decisions").glob("0*.md") if page.name not in notes] == []


def test_everything_people_can_do_in_the_stand_in_is_documented() -> None:
    page = (ROOT / "docs/standin.md").read_text(encoding="utf-8")
    assert {deed for deed in DEEDS if not re.search(rf"`(?:POST /sim/)?{deed}`", page)} == set()


def test_no_page_names_a_test_or_a_module_that_is_not_there() -> None:
    named = re.compile(r"`((?:tests|bot|summaries|docs)/[\w/.-]+)`")
    missing = {
        name for page in PAGES for name in named.findall(page.read_text(encoding="utf-8")) if not (ROOT / name).exists()
    }
    assert missing == set()


def test_every_test_a_page_names_is_there() -> None:
    named = {found for page in PAGES for found in _TEST.findall(page.read_text(encoding="utf-8"))}
    assert named
    assert {name for file, name in named if f"def {name}(" not in (ROOT / file).read_text(encoding="utf-8")} == set()


def test_every_option_stands_in_the_example() -> None:
    example = (ROOT / "config.example.yaml").read_text(encoding="utf-8")
    options = re.findall(r"^\| `([^`]+)`", TABLES["options"](), re.MULTILINE)
    assert len(options) >= 10
    names = {option.split(".")[-1] for option in options}
    assert {name for name in names if not re.search(rf"^[ #-]*{name}:", example, re.MULTILINE)} == set()


def test_every_environment_variable_is_documented() -> None:
    page = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")
    code = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "bot").rglob("*.py"))
    variables = set(re.findall(r'"(JIANBAO_[A-Z_]+)"', code))
    assert variables
    assert {name for name in variables if f"`{name}`" not in page} == set()
