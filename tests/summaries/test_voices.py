from time import process_time

import pytest

from summaries import summarize
from summaries.document import read
from summaries.select import Room, pick
from summaries.sentences import split
from summaries.voices import LONGEST_QUOTATION, is_quoted, turns

INTRO = "青河渡口明年停航，滨海日报昨天访问了开船四十年的李岚。"
LATER = "渡船最多的时候有六十条，两岸的人买菜、上学、走亲戚都靠它。"
INTERVIEW = [
    INTRO,
    "记者：渡口停航以后，船工们去哪里？",
    f"李岚：一半的人改开货船。{LATER}",
    "新桥通车那年，渡口一天只剩下二十个客人。",
    "记者：您自己呢？",
    "李岚：我在码头边上开一家小店。店里卖船票的复制品。",
]


def test_who_speaks_in_an_interview_is_known_to_the_end_of_his_turn() -> None:
    opened, asked = turns(split(INTERVIEW))
    assert opened == {3: 2, 4: 2, 7: 6}
    assert asked == {1, 5}


def told(text: list[str], order: list[int], chars: int) -> list[int]:
    return pick(read(text), order, Room(chars=chars), None)


def test_what_is_said_later_in_an_answer_is_told_with_the_name_of_who_says_it() -> None:
    lengths = [len(sentence.text) for sentence in split(INTERVIEW)]
    order = [0, 4, 3, 2, 1, 5, 6, 7]
    assert told(INTERVIEW, order, lengths[0] + lengths[2] + lengths[4]) == [0, 2, 4]
    assert not {3, 4} & {*told(INTERVIEW, order, lengths[0] + lengths[2] + lengths[4] - 1)}


def test_a_question_of_an_interview_is_told_only_before_its_answer() -> None:
    preamble = "记者：青河渡口明年停航，河上再也没有人看守航标灯。"
    text = [
        f"{preamble}两岸的货船船主都很担心。您怎么看？",
        "李岚：港务局已经接管全部航标灯。从一月起，六名船工每晚巡查一次。",
    ]
    for room in range(30, 60):
        summary = summarize(text, title="青河渡口停航以后，谁来看守航标灯", chars=room).sentences
        assert preamble not in summary or any(sentence.startswith("李岚：") for sentence in summary)


def test_who_speaks_behind_his_office_is_known_to_the_end_of_his_paragraph() -> None:
    text = ["青河渡口明年停航。", "船工 王长河：渡口开了一百年。大家都舍不得它。", "新桥已经通车。"]
    assert turns(split(text)) == ({2: 1}, frozenset())


def test_a_story_goes_on_behind_the_one_question_that_it_quotes() -> None:
    text = [INTRO, "记者：渡口什么时候停航？", "李岚：明年春天。船都要卖掉。", "渡口的故事还没有讲完。"]
    assert turns(split(text)).opened == {3: 2}
    assert turns(split(text[1:])).opened == {2: 1, 3: 1}


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Die Stadt baut ein Ufer. „Wir brauchen Platz“, sagte Anna Kern. Die Kosten sind hoch.", set()),
        ("»Wir brauchen Platz«, sagte Anna Kern. Die Kosten sind hoch.", set()),
        ("”Vi behöver plats”, sade Anna. Det kostar mycket.", set()),
        ('„Wir brauchen Platz", sagte Anna Kern. Die Kosten sind hoch. Der Bau beginnt bald.', set()),
        ("Anna Kern sagte: „Wir brauchen Platz. Das Ufer ist zu schmal. Wir bauen neu.“ Die Kosten sind hoch.", {1, 2}),
        (
            "Anna a dit : « Il faut de la place. La rive est étroite. Nous bâtirons une école. » Le prix est élevé.",
            {1, 2},
        ),
    ],
)
def test_the_marks_of_other_languages_open_and_close_quotations(text: str, quoted: set[int]) -> None:
    sentences = split(text)
    assert {i for i in range(len(sentences)) if is_quoted(sentences, i)} == quoted


def test_a_quotation_that_another_paragraph_opened_ends_with_its_mark() -> None:
    sentences = split("“渡口开了一百年。\n大家都舍不得它。我们会再来的。”李岚说完就走了。码头上没有灯。")
    assert not any(is_quoted(sentences, i) for i in range(len(sentences)))


def test_an_endless_interview_is_read_in_no_time() -> None:
    begun = process_time()
    summarize("Q: why?\nA: because.\n" * 40_000, chars=352)
    assert process_time() - begun < 6  # a guard against what took a quarter of a minute, and no measure of speed


def test_words_in_quotes_are_a_turn_of_one_paragraph() -> None:
    text = ["记者：“船呢？”", "李岚：“卖了。都卖给下游的货主了。”", "渡口的故事还没有讲完。"]
    assert 3 not in turns(split(text)).opened


@pytest.mark.parametrize(
    "text",
    [
        ["适合谁：每天过河的人。他们都有月票。", "要注意：月票不能退。丢了也不补。"],
        ["问题来了：为什么停航？大家都在问。", "答案是：没有客人。新桥更快。"],
        ["渡口停航了。大家都舍不得。"],
    ],
)
def test_not_every_word_before_a_colon_speaks(text: list[str]) -> None:
    assert turns(split(text)) == ({}, frozenset())


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        (f"李岚说：“渡口开了一百年。{LATER}{LATER}我也舍不得它。”渡口明年停航。", {1, 2, 3}),
        (
            'Lan Li said: "The ferry is old. Nobody here wants to lose it. I do not want it." It stops next year.',
            {1, 2},
        ),
        (f"李嵐說：「渡口開了『一百年』。{LATER}{LATER}我也捨不得它。」", {1, 2, 3}),
        ('The lamp is 27" high. It was made in the harbour. Nobody knows who made it.', set()),
        ('"It was made in 1920," she said. Nobody knows who made it. It still works.', set()),
        ("“渡口开了一百年。”李岚说，“大家都舍不得它。”", set()),
        (f"李岚说：“渡口开了一百年。{LATER}\n{LATER}我也舍不得它。”", {1}),
    ],
)
def test_a_quotation_is_known_from_its_first_to_its_last_sentence(text: str, inside: set[int]) -> None:
    sentences = split(text)
    assert {i for i in range(len(sentences)) if is_quoted(sentences, i)} == inside


def test_a_quotation_that_nobody_closed_ends_after_a_while() -> None:
    sentences = split("李岚说：“渡口开了一百年。" + LATER * 2 * LONGEST_QUOTATION)
    assert is_quoted(sentences, LONGEST_QUOTATION)
    assert not is_quoted(sentences, LONGEST_QUOTATION + 1)


def test_a_sentence_from_the_middle_of_a_quotation_is_not_told_as_the_papers_own() -> None:
    middle = "青河渡口明年停航，滨海的人会想念开船四十年的李岚。"
    speech = f"船工王长河说：“渡口开了一百年，两岸的人都是坐渡船长大的。{middle}{LATER}”"
    text = [INTRO, speech, "新桥今年通车，过河只要五分钟。", "渡船要半个小时，票价是过桥费的一半。"]
    order = [2, 0, 1, 3, 4, 5]
    assert split(text)[2].text == middle
    assert 2 not in told(text, order, len(INTRO + middle))
