import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.fetching import Answer, Failed, Kind, Reason, Refused, Request
from bot.sources.places import Bounds
from bot.sources.trail import MOVES, Trail, begin, onward, shown

BOUNDS = Bounds()


def followed(start: str, *moves: tuple[int, str]) -> Trail | Answer:
    step: Trail | Answer = begin(Request(url=start), BOUNDS)
    for status, location in moves:
        assert isinstance(step, Trail)
        step = onward(step, status, location.encode(), BOUNDS)
    return step


@pytest.mark.parametrize(
    ("moves", "permanent"),
    [
        ([], None),
        ([(301, "/b")], "http://a.example/b"),
        ([(301, "http://b.example/"), (308, "https://b.example/feed#x")], "https://b.example/feed"),
        ([(302, "/b")], None),
        ([(301, "/b"), (302, "/c")], None),
        ([(307, "/b"), (301, "/c")], None),
        ([(303, "/b")], None),
    ],
)
def test_only_moves_for_good_all_the_way_are_a_new_address(moves: list[tuple[int, str]], permanent: str | None) -> None:
    trail = followed("http://a.example/", *moves)
    assert isinstance(trail, Trail)
    assert trail.permanent == permanent


def test_five_redirects_are_followed_and_no_sixth() -> None:
    moves = [(302, f"/{number}") for number in range(6)]
    assert isinstance(followed("http://a.example/", *moves[:5]), Trail)
    failed = followed("http://a.example/", *moves)
    assert failed == Failed(kind=Kind.REDIRECTS, url="http://a.example/4", status=302)


@pytest.mark.parametrize("back", ["/", "http://A.example", "//a.example:80/#x", "http://a.example/%7e/.."])
def test_a_circle_is_seen_at_once(back: str) -> None:
    failed = followed("http://a.example", (301, "/b"), (301, back))
    assert isinstance(failed, Failed)
    assert failed.kind is Kind.REDIRECTS


def test_https_is_not_left_and_may_be_entered() -> None:
    assert isinstance(followed("http://a.example/", (301, "https://a.example/")), Trail)
    refused = followed("https://a.example/", (301, "http://a.example/x"))
    assert refused == Refused(reason=Reason.DOWNGRADE, url="http://a.example/x", is_redirect=True)


@given(st.lists(st.tuples(st.sampled_from(sorted(MOVES)), st.binary()), max_size=8))
def test_no_redirect_breaks_the_decision(moves: list[tuple[int, bytes]]) -> None:
    step: Trail | Answer = begin(Request(url="http://a.example/"), BOUNDS)
    for status, location in moves:
        if not isinstance(step, Trail):
            break
        step = onward(step, status, location, BOUNDS)
    assert isinstance(step, Trail | Refused | Failed)


@given(st.text())
def test_a_bad_address_is_shown_short_and_in_one_line(text: str) -> None:
    assert len(shown(text)) <= 200
    assert shown(text).isprintable()


def test_a_bad_address_is_shown_without_its_login() -> None:
    assert shown("https://me:geheim@[::1/x") == "https://[::1/x"
