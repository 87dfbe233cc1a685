from dataclasses import replace

from summaries.document import read
from summaries.rank.plain import PlainSight
from summaries.rank.weights import load
from summaries.worth import Worth

STORY = ["青河大桥今天正式通车，两岸车程缩短到五分钟。", "大桥全长两公里，由青河交通局管理。"]


def test_a_sentence_of_which_an_editor_keeps_no_word_is_worth_nothing_whatever_else_is_told() -> None:
    document = read(STORY)
    sight = PlainSight(document, load())
    sight.measures = replace(sight.measures, kept_in=[sight.measures.kept_in[0], 0])
    worth = Worth(document, [0, 1], sight)
    assert worth.beside(1, document.bits[1]) == worth.alone[1] == 0
    assert worth.beside(0, document.bits[0]) < worth.alone[0]
