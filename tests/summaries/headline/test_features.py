from summaries.document import read
from summaries.headline import read as sentences
from summaries.headline.features import KNOWN, RUN, UNSEEN, of_run
from summaries.rank import ranking
from summaries.rank.learned import look

STORY = [
    "青河新桥今天正式通车，两岸车程从四十分钟缩短到五分钟。",
    "新桥全长两公里，由青河交通局管理，行人和自行车免费通过。",
    "青河渡口的六十名船工今天最后一次摆渡，许多老人专程赶来坐船。",
]


def test_each_number_of_a_run_has_its_name() -> None:
    document = read(STORY)
    found = list(sentences(document, ranking(document), look(document)))
    assert [sentence.place.number for sentence in found] == [0, 1, 2]
    for sentence in found:
        known = dict(zip(KNOWN, sentence.known, strict=True))
        assert known["number"] == sentence.place.number
        assert known["of"] == len(STORY)
        for run in sentence.runs:
            numbers = dict(zip(RUN, of_run(run, sentence), strict=True))
            assert numbers["tokens"] == run.tokens
            assert 0 <= numbers["kept_share"] <= 1
            assert 0 < numbers["share"] <= 1
            assert numbers["before"] + numbers["after"] <= len(sentence.text)


def test_of_a_text_whose_words_nobody_knows_only_the_place_is_known() -> None:
    document = read(STORY)
    first, *_ = sentences(document, range(len(STORY)), None)
    known = dict(zip(KNOWN, first.known, strict=True))
    assert known["kept_in"] == known["density"] == 0
    assert known["alone"] == UNSEEN
