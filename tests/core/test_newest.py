from bot.core.newest import Newest


def test_the_newest_of_each_kind_are_kept_the_oldest_first() -> None:
    newest: Newest[str, int] = Newest(2)
    for number, (kind, age) in enumerate([("a", 5), ("a", 9), ("b", 1), ("a", 7), ("a", 2), ("b", 1), ("b", 1)]):
        newest.offer(kind, age, number)
    assert list(newest) == [5, 2, 3, 1]
