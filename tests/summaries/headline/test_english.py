import pytest

from summaries import summarize


def test_an_english_line_is_cut_where_a_sentence_could_end() -> None:
    text = (
        "On Monday, the city council approved a new bridge over the northern river, while engineers in three other"
        " towns along the same valley asked for more time to study the soil and the risk of floods."
    )
    assert summarize(text).headline == "the city council approved a new bridge over the northern river"


def test_only_the_best_sentence_gives_a_line() -> None:
    lead = "The council of Bergwick " + "and the council of its neighbour on the other bank " * 4 + "open a new bridge."
    text = f"{lead} The old bridge stays open for bicycles and walkers. Sausages were sold near the bridge."
    assert summarize(text).headline == ""


def test_a_line_ends_before_what_was_earlier() -> None:
    line = "The council of Bergwick opened the “long bridge” over the harbour"
    tail = "after twelve years of quarrels with the owners of the old ferry and two fires in the yard."
    assert summarize(f"{line} {tail}").headline == line


@pytest.mark.parametrize(
    "sentence",
    [
        "The council of Bergwick opens the new bridge over the harbour only after the engineers have looked at it.",
        "The council of Bergwick opened the new bridge over the harbour again two days after the fire.",
    ],
)
def test_but_not_within_what_belongs_together(sentence: str) -> None:
    assert summarize(sentence).headline == sentence.rstrip(".")


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor of Bergwick told the readers of the Harbour Times:",
        "The new bridge is a work of three engineers that seeks to",
        "“More people came over the bridge this year than over all others.” […]",
    ],
)
def test_what_goes_on_below_is_no_line(sentence: str) -> None:
    assert summarize(sentence).headline == ""
