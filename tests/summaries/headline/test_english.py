import pytest

from summaries import summarize
from summaries.document import read
from summaries.headline import headline


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


def test_a_step_of_a_list_is_no_line_where_there_is_another_sentence() -> None:
    cake = read(
        "The village bakes lemon cake on Sundays.\n1. Pour the lemon juice over the cake.\n2. Let the cake cool."
    )
    assert headline(cake, [1, 0, 2]) == "The village bakes lemon cake on Sundays"
    steps = read("1. Pour the lemon juice over the cake.\n2. Let the cake cool in its tin.")
    assert headline(steps, [0, 1])


def test_a_line_ends_before_what_was_earlier() -> None:
    line = "The council of Bergwick opened the “long bridge” over the harbour"
    tail = "after twelve years of quarrels with the owners of the old ferry and two fires in the yard."
    assert summarize(f"{line} {tail}").headline == line


def test_no_line_begins_within_a_row_of_adjectives() -> None:
    text = "On a frigid, sunny morning last December, the council of Bergwick opened the long bridge over the harbour."
    assert not summarize(text).headline.startswith("sunny")


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


LEADS = [
    # (a line, and what of the lead comes next)
    (
        "The Bergwick city council voted 7-2 on Monday night to tear down the old ferry terminal",
        ", which has stood empty since the last boat left in 1998 and has become a magnet for artists and pigeons.",
    ),
    (
        "Dana Ortiz scored 31 points, including the go-ahead 3-pointer with 4.2 seconds left",
        ", and the Milford Comets rallied from a 17-point deficit to beat the Harbor City Gulls 108-106 on Tuesday.",
    ),
    (
        "A federal judge on Monday blocked the state's new voting law from taking effect",
        ", ruling that its requirement for two forms of identification would keep poor voters from the polls.",
    ),
    (
        "Northern Steel, which makes cables, told its workers on Monday about the end of two of its plants",
        " in a move that will cost 1,400 of them their jobs and that the unions in three countries had feared.",
    ),
    (
        "President Elena Marsh on Friday signed a bill that will give every newborn child an account with 500 dollars",
        ", a signature promise of her campaign that opponents in both chambers had tried to block for two years.",
    ),
    (
        "More than 300 firefighters battled a wildfire in the hills above the town of Saltmouth on Tuesday",
        " as strong winds pushed the flames toward a retirement village whose only road out was blocked by cars.",
    ),
]


@pytest.mark.parametrize(("line", "more"), LEADS)
def test_a_long_lead_ends_before_what_it_says_besides_its_news(line: str, more: str) -> None:
    assert summarize(f"{line}{more}").headline == line


@pytest.mark.parametrize(
    "opening", ["MILFORD, Harrow (AP) — ", "LONDON — ", "On Monday night, ", "After years of talks, "]
)
def test_neither_where_it_was_sent_from_nor_a_short_opening_belongs_to_it(opening: str) -> None:
    line, more = LEADS[0]
    assert summarize(f"{opening}{line}{more}").headline == line


@pytest.mark.parametrize(
    "lead",
    [
        # the verb stands behind, or is another's
        (
            "A man accused of killing three people at a cafe in the northern town of Harrow last spring, in an attack"
            " that shocked the country, was sentenced to life in prison on Thursday after a trial of eleven weeks."
        ),
        (
            "Ten years after the Long Bridge opened, the ferry that it was meant to replace is carrying more people"
            " than ever, most of them tourists who come for the view and stay for the herring."
        ),
        (
            "The writer of the thrillers that kept half of the country awake, who never gave an interview in her life,"
            " is in good health at the age of ninety-one according to the people of her village near the coast."
        ),
        # only on a condition
        (
            "The oldest bakery of Bergwick will close its doors on the last day of the year, which is also the birthday"
            " of its founder, unless somebody is found who wants to get up at three and lift sacks of flour."
        ),
        # only somebody's word
        (
            "The makers of the new ferry had known for years about the cracks in its hull, which was built in three"
            " months, according to letters that the widow of one of its engineers has handed over to the court."
        ),
        # points at what was said before
        (
            "It was supposed to be the grandest wedding that Bergwick had ever seen, with 900 guests, four bands and a"
            " cake in the shape of the Long Bridge, which had taken the bakers of the town a whole week to build."
        ),
        # another language
        (
            "Die Stadt Bergwick war am Montag nach dem langen Regen der letzten Tage ohne Strom und ohne Wasser, to"
            " die Freude der Kinder, die nicht in die Schule mussten und den ganzen Tag lang im Park spielten."
        ),
    ],
)
def test_a_lead_that_no_border_surely_ends_has_no_line(lead: str) -> None:
    assert summarize(lead).headline == ""


def test_half_an_aside_and_half_a_list_are_no_line() -> None:
    lead = (
        "The mayor of Bergwick opened the new bridge with the king of the neighbouring country, the queen, and the"
        " architect — an old friend of all three — while thousands of people on both banks of the river waved flags."
    )
    assert summarize(lead).headline == ""
