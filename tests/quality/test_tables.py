"""The tables of `make quality` are written into a page without touching the rest of it."""

from tests.quality.tables import Measured, as_markdown, written

PAGE = "# How good\n\n<!-- measured: quality -->\nold\n<!-- end -->\n\nAfter it.\n"


def test_the_measured_block_of_a_page_is_made_anew_and_the_rest_stays() -> None:
    assert written(PAGE, "new \\1\n") == PAGE.replace("old", "new \\1")


def test_a_page_without_marks_gets_the_block_at_its_end() -> None:
    assert written("", "new") == "<!-- measured: quality -->\nnew\n<!-- end -->\n"
    assert written("# Page\n", "new").startswith("# Page\n\n<!-- measured: quality -->\nnew\n")


def test_a_table_of_a_page_keeps_its_stars() -> None:
    table = Measured(name="All", columns=("texts", "k1"), groups=((("news", "3.0 +1.0 [+0.1, +2.0]*"),),))
    assert as_markdown(table) == "**All**\n\n| texts | k1 |\n| --- | --- |\n| news | 3.0 +1.0 [+0.1, +2.0]\\* |\n"
