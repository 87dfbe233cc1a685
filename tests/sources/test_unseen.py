"""What nobody can see goes; what shapes a word or an emoji stays."""

import pytest

from bot.sources import front_matter
from bot.sources.body import tidy
from bot.sources.feeds.markup import plain


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("می\u200cخواهم به خانه بروم", "می\u200cخواهم به خانه بروم"),
        ("क\u094d\u200dष और श\u094d\u200cर", "क\u094d\u200dष और श\u094d\u200cर"),
        ("👨\u200d👩\u200d👧来看灯❤\ufe0f\u200d🔥", "👨\u200d👩\u200d👧来看灯❤\ufe0f\u200d🔥"),
        ("灯\u200c亮\u200d了\u200b，a\u200cb\u200dc", "灯亮了，abc"),
        ("\u200cمی\u200c \u200d👨\u200d", "می 👨"),
    ],
)
def test_joiners_stay_where_they_shape_what_is_read(written: str, read: str) -> None:
    assert tidy(written) == front_matter.clean(written) == plain(written) == read
