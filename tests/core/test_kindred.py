import pytest

from bot.core.kindred import are_kindred


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("sports", "体育"),
        ("news about tech please", "科技"),
        ("财经", "金融"),
        ("想看股市", "证券要闻"),
        ("球市 world", "环球"),
    ],
)
def test_another_word_for_a_category_means_it(asked: str, name: str) -> None:
    assert are_kindred(asked, name)
    assert are_kindred(name, asked)


@pytest.mark.parametrize(("asked", "name"), [("digital", "italy"), ("sport", "科技"), ("", ""), ("天气", "金融")])
def test_what_means_something_else_is_not_taken_for_it(asked: str, name: str) -> None:
    assert not are_kindred(asked, name)
