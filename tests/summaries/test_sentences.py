import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries.sentences import LONGEST, count_tokens, split, split_paragraph, token_starts

_WITHOUT_MARKS = [
    "渡口今年秋天就要停航了老船工们都舍不得 他们每天早上六点就到码头上去看一看旧船",
    "大桥通车以后再没有人坐船过河 茶馆也要关门了",
]
CASES = {
    "a full stop ends a sentence": ("今天下雨了。明天也许会晴。", ["今天下雨了。", "明天也许会晴。"]),
    "a closing quote stays with its sentence": (
        "他站起来说：“我们明天出发。”大家都点了头表示同意。",
        ["他站起来说：“我们明天出发。”", "大家都点了头表示同意。"],
    ),
    "a corner quote does too": (
        "老师写道：「读书要慢一点。」学生们记了下来。",
        ["老师写道：「读书要慢一点。」", "学生们记了下来。"],
    ),
    "a short quote of several sentences stays whole": (
        "她笑着说：“好。就这样吧！”于是会议结束了。",
        ["她笑着说：“好。就这样吧！”", "于是会议结束了。"],
    ),
    "a question in a quote does not end the telling": (
        "“真的要走吗？”，他又问了一遍。没有人回答他。",
        ["“真的要走吗？”，他又问了一遍。", "没有人回答他。"],
    ),
    "a remark in brackets stays with its sentence": (
        "新桥昨天通车（老桥仍可步行。不收费），全长两公里。车流平稳。",
        ["新桥昨天通车（老桥仍可步行。不收费），全长两公里。", "车流平稳。"],
    ),
    "an aside that asks or exclaims ends nothing": (
        "网上有数百万（数百万！）个设计，谁（除了船工？）看得完呢？没有人知道。",
        ["网上有数百万（数百万！）个设计，谁（除了船工？）看得完呢？", "没有人知道。"],
    ),
    "an aside behind a whole sentence is one of its own": (
        "渡口昨天又开了。（谁会想到呢？）船工们都回来了。",
        ["渡口昨天又开了。", "（谁会想到呢？）", "船工们都回来了。"],
    ),
    "a remark that is a sentence ends the one it follows": (
        "看看老船工的地图吧（那是一张手画的地图。）再看新的地图。",
        ["看看老船工的地图吧（那是一张手画的地图。）", "再看新的地图。"],
    ),
    "what describes a quotation belongs to it": (
        "一句“考得好，你是谁？”的评论得了五十万个赞。的确很多。",
        ["一句“考得好，你是谁？”的评论得了五十万个赞。", "的确很多。"],
    ),
    "a title with a mark does not end a sentence": (
        "电影《谁在敲门？》周五上映，片长两小时。票已售完。",
        ["电影《谁在敲门？》周五上映，片长两小时。", "票已售完。"],
    ),
    "an ellipsis ends a sentence": ("他想了很久很久……终于还是开口了。", ["他想了很久很久……", "终于还是开口了。"]),
    "numbers keep their points": (
        "气温升至3.5度，收入1,234.5万元，增长18.0%。其余不变不动。",
        ["气温升至3.5度，收入1,234.5万元，增长18.0%。", "其余不变不动。"],
    ),
    "an address is not cut": (
        "详情见www.example.com/page?id=7页面上的说明。谢谢大家阅读。",
        ["详情见www.example.com/page?id=7页面上的说明。", "谢谢大家阅读。"],
    ),
    "a short cry stays with the sentence before it": ("他终于赢得了冠军！好！", ["他终于赢得了冠军！好！"]),
    "a semicolon ends nothing": ("第一组去东边的山；第二组去西边的河。", ["第一组去东边的山；第二组去西边的河。"]),
    "a numbered point stays whole": ("一、先把门窗全部关好。", ["一、先把门窗全部关好。"]),
    "English ends before a capital": (
        "The bridge opened today. It is two miles long.",
        ["The bridge opened today.", "It is two miles long."],
    ),
    "abbreviations end nothing": (
        "Mr. Hill of Bell Inc. met the U.S. envoy, e.g. in No. 5 House. They talked for hours.",
        ["Mr. Hill of Bell Inc. met the U.S. envoy, e.g. in No. 5 House.", "They talked for hours."],
    ),
    "initials end nothing": (
        "The author J. R. Green read aloud. People listened quietly there.",
        ["The author J. R. Green read aloud.", "People listened quietly there."],
    ),
    "initials without blanks end nothing": (
        "J.R. Green read aloud to H.-P. Weiss of the L.A. Zoo. People listened quietly there.",
        ["J.R. Green read aloud to H.-P. Weiss of the L.A. Zoo.", "People listened quietly there."],
    ),
    "a shortened word may end a sentence all the same": (
        "Tea came from Bell Inc. and the U.S. The price rose at 5 p.m. He bought none of it.",
        ["Tea came from Bell Inc. and the U.S.", "The price rose at 5 p.m.", "He bought none of it."],
    ),
    "a German day keeps its full stop": (
        "Die Brücke wird am 3. Oktober nach z.B. zwei Jahren eröffnet. Sie ist zwei Meilen lang.",
        ["Die Brücke wird am 3. Oktober nach z.B. zwei Jahren eröffnet.", "Sie ist zwei Meilen lang."],
    ),
    "so does what is the second of its kind in German": (
        "Das Haus stand schon vor dem 2. Weltkrieg in der Stadt. Es wurde im 19. Jahrhundert gebaut.",
        ["Das Haus stand schon vor dem 2. Weltkrieg in der Stadt.", "Es wurde im 19. Jahrhundert gebaut."],
    ),
    "a German quotation opens a sentence": (
        "Der Rat tagte bis in die Nacht. „Wir bauen die Brücke“, sagte er. »Und zwar bald«, rief der Mann.",
        ["Der Rat tagte bis in die Nacht.", "„Wir bauen die Brücke“, sagte er.", "»Und zwar bald«, rief der Mann."],
    ),
    "a unit behind its number ends a sentence": (
        "The new bridge is 24 m. The old one was half as wide.",
        ["The new bridge is 24 m.", "The old one was half as wide."],
    ),
    "English numbers and addresses keep their points": (
        "Prices rose 3.5% to 1,234.50 dollars, see a.b.Com/2.0 there. Wages rose 2.0 points more.",
        ["Prices rose 3.5% to 1,234.50 dollars, see a.b.Com/2.0 there.", "Wages rose 2.0 points more."],
    ),
    "a very long title with a mark ends no sentence": (
        f"他写的《{'为什么' * 21}？》已经重印了三次。大家都在读。",
        [f"他写的《{'为什么' * 21}？》已经重印了三次。", "大家都在读。"],
    ),
    "an English list number stays": ("1. Close every door and window.", ["1. Close every door and window."]),
    "a quote closes its English sentence": (
        'She said "we leave at dawn." Nobody wanted to answer her.',
        ['She said "we leave at dawn."', "Nobody wanted to answer her."],
    ),
    "Cyrillic ends before a capital": (
        "Мост открыли сегодня утром. Он длиной две мили.",
        ["Мост открыли сегодня утром.", "Он длиной две мили."],
    ),
    "mixed text is cut at Chinese ends": (
        "新版 Foo 2.0 支持 macOS. 下载很快就好了。安装也不难学。",
        ["新版 Foo 2.0 支持 macOS. 下载很快就好了。", "安装也不难学。"],
    ),
    "a Chinese stop ends among many letters": (
        "Wi-Fi 7来了！iPhone 17 Pro Max on AT&T and T-Mobile售价$1,199起。No.1是谁，Samsung还是Apple？",
        ["Wi-Fi 7来了！", "iPhone 17 Pro Max on AT&T and T-Mobile售价$1,199起。", "No.1是谁，Samsung还是Apple？"],
    ),
    "a full stop of letters ends Chinese that has no other": (
        "新渡船的航速提升了30%. 续航时间最长是18小时.",
        ["新渡船的航速提升了30%.", "续航时间最长是18小时."],
    ),
    "it ends nothing where a Chinese one does": (
        "老渡船的程序只能装在 macOS. 新的还没有。船工们等着。",
        ["老渡船的程序只能装在 macOS. 新的还没有。", "船工们等着。"],
    ),
    "nor does it behind the number of a picture": (
        "图2. 渡口的剖面图以及两岸的码头",
        ["图2. 渡口的剖面图以及两岸的码头"],
    ),
    "the number of a footnote stays with its sentence": (
        "这座城市有三百万人口。[1]它位于河口，历史悠久。[2][3]",
        ["这座城市有三百万人口。[1]", "它位于河口，历史悠久。[2][3]"],
    ),
    "so it does in English": (
        "The town has three ferries.[1] It lies on the coast.[2][3] It was founded in 1200.²",
        ["The town has three ferries.[1]", "It lies on the coast.[2][3]", "It was founded in 1200.²"],
    ),
    "any German ordinal keeps its full stop": (
        "Zum 25. Mal legte die Fähre am 12. Spieltag ab. Sie kam am 3. Das freute ihren 80. Gast im 3. Stock.",
        [
            "Zum 25. Mal legte die Fähre am 12. Spieltag ab.",
            "Sie kam am 3.",
            "Das freute ihren 80. Gast im 3. Stock.",
        ],
    ),
    "a French quotation keeps its blanks": (
        "Il a gagné hier soir. « Nous sommes très contents. » Il rentre demain au port.",
        ["Il a gagné hier soir.", "« Nous sommes très contents. »", "Il rentre demain au port."],
    ),
    "a Swedish quotation opens a sentence": (
        "Färjan gick i morse. ”Vi kommer tillbaka”, sade kaptenen.",
        ["Färjan gick i morse.", "”Vi kommer tillbaka”, sade kaptenen."],
    ),
    "what is shortened in other languages ends nothing": (
        "Ruf unter Tel. 0251 an. Vive en la Avda. Central de EE. UU. y trabaja allí. Живёт на просп. Мира у моря.",
        [
            "Ruf unter Tel. 0251 an.",
            "Vive en la Avda. Central de EE. UU. y trabaja allí.",
            "Живёт на просп. Мира у моря.",
        ],
    ),
    "a word that is shortened only before a figure ends a sentence elsewhere": (
        "See art. 7 of the rules. It never left her mind. The ferry left at nine.",
        ["See art. 7 of the rules.", "It never left her mind.", "The ferry left at nine."],
    ),
    "who writes small letters ends sentences all the same": (
        "i bought it a month ago. it heats up fast, e.g. on the ferry. never again for me!",
        ["i bought it a month ago.", "it heats up fast, e.g. on the ferry.", "never again for me!"],
    ),
    "blanks end sentences where no mark is written": (" ".join(_WITHOUT_MARKS), _WITHOUT_MARKS),
    "no step of a list in a row is cut off": (
        "安装步骤 1. 打开闸门 2. 放下跳板 3. 解开缆绳",
        ["安装步骤 1. 打开闸门 2. 放下跳板 3. 解开缆绳"],
    ),
    "a date and a file with full stops end nothing": (
        "大会于 2024.05.12. 在渡口举行，先打开 config.yaml. 然后开船",
        ["大会于 2024.05.12. 在渡口举行，先打开 config.yaml. 然后开船"],
    ),
    "a town that begins with 的 begins a sentence": (
        "会议在下午三点结束。的黎波里的渡口又开了。",
        ["会议在下午三点结束。", "的黎波里的渡口又开了。"],
    ),
    "an aside behind the last word of a sentence ends it": (
        "渡口终于开了（太好了！）大家都回家去了。",
        ["渡口终于开了（太好了！）", "大家都回家去了。"],
    ),
    "Chinese that English quotes ends nothing": (
        "The sign on the ferry read “你好。” in red letters and nobody came.",
        ["The sign on the ferry read “你好。” in red letters and nobody came."],
    ),
    "a German quotation opens behind another": (
        "»Wir fahren heute nach Hause«, sagte Anna Kern. »Ihr bleibt alle hier am Ufer«, sagte Peter.",
        ["»Wir fahren heute nach Hause«, sagte Anna Kern.", "»Ihr bleibt alle hier am Ufer«, sagte Peter."],
    ),
    "a brand in small letters makes nobody careless": (
        "eBay sells ferries, boats, planes etc. in Germany and in Spain.",
        ["eBay sells ferries, boats, planes etc. in Germany and in Spain."],
    ),
    "what is shortened before small letters ends nothing": (
        "adidas zahlt max. drei Millionen Euro usw. für die Fähre.",
        ["adidas zahlt max. drei Millionen Euro usw. für die Fähre."],
    ),
    "words that look shortened end sentences": (
        "The thief stole modern art. 12 paintings are still missing. He never changed his mind. 12 of them were sold.",
        [
            "The thief stole modern art.",
            "12 paintings are still missing.",
            "He never changed his mind.",
            "12 of them were sold.",
        ],
    ),
    "an age ends a sentence": (
        "I am 25. Customers call me old every day.",
        ["I am 25.", "Customers call me old every day."],
    ),
    "a footnote behind initials ends nothing": (
        "She works for the U.S.[1] Army on the coast.",
        ["She works for the U.S.[1] Army on the coast."],
    ),
    "a straight quote opens the next sentence": (
        '会议到此全部结束。"我们明天再谈这件事。"他补充道。',
        ["会议到此全部结束。", '"我们明天再谈这件事。"', "他补充道。"],
    ),
}


def test_nothing_has_no_sentences() -> None:
    assert split_paragraph("") == []


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_where_a_reader_ends_them(case: str) -> None:
    text, expected = CASES[case]
    assert split_paragraph(text) == expected


def test_a_line_break_always_ends_a_paragraph() -> None:
    assert [(s.text, s.paragraph, s.place) for s in split("标题\r\n\n第一句话。第二句话。")] == [
        ("标题", 0, 0),
        ("第一句话。", 1, 0),
        ("第二句话。", 1, 1),
    ]
    assert [(s.text, s.block, s.start) for s in split(["标题", "第一句话。第二句话。"])] == [
        ("标题", 0, 0),
        ("第一句话。", 1, 0),
        ("第二句话。", 1, 5),
    ]


@pytest.mark.parametrize("text", ["净利润7,898,734.5元", "比分12:30:45", "圆周率3.14159265", "涨5.25%"])
@pytest.mark.parametrize("before", range(4))
def test_no_number_is_cut_in_a_text_without_sentence_ends(text: str, before: int) -> None:
    number = re.search(r"\d[\d.,:]*%?", text)
    assert number is not None
    pieces = split("字" * before + text * 200)
    assert len(pieces) > 1
    assert sum(piece.text.count(number[0]) for piece in pieces) == 200


@pytest.mark.parametrize("signs", ["!", "…", ".", "?!"])
def test_thousands_of_signs_in_a_row_are_passed_over_in_no_time(signs: str) -> None:
    begun = process_time()
    split(f"Look{signs * 50_000}x and so on")
    assert process_time() - begun < 5  # a guard against what took half a minute, and no measure of speed


def test_a_run_without_an_end_is_cut_to_fit_a_message() -> None:
    assert all(len(s.text) <= LONGEST for s in split("没有句号的话，" * 1000))
    assert all(len(s.text) <= LONGEST for s in split("字" * 5000))


def test_tokens_are_counted_as_a_reader_counts() -> None:
    assert count_tokens("增长18.0%，达1,234.5万元 in 2026") == len(
        ["增", "长", "18.0%", "达", "1,234.5", "万", "元", "in", "2026"]
    )


_MARKS = st.text(
    st.one_of(st.sampled_from("。！？…!?.”“」「』『（）《》\"' \n\r\t，；：1a国家B\u2028\0"), st.characters()),
    max_size=200,
)


def _bare(text: str) -> str:
    return "".join(text.split())


@given(_MARKS)
def test_joined_sentences_give_the_text_back(text: str) -> None:
    assert _bare("".join(sentence.text for sentence in split(text))) == _bare(text)


@given(st.one_of(_MARKS, st.lists(_MARKS, max_size=4)))
def test_every_sentence_tells_where_it_stands(text: str | list[str]) -> None:
    blocks = [text] if isinstance(text, str) else text
    for sentence in split(text):
        assert blocks[sentence.block][sentence.start :].startswith(sentence.text)


@given(_MARKS)
def test_every_counted_token_begins_somewhere(text: str) -> None:
    assert count_tokens(text) == len(token_starts(text))


def test_a_paragraph_is_told_for_chinese_beside_characters_of_two_halves() -> None:
    chinese, english = "大桥今天通车了！市民们很高兴！", "The bridge is open! People like it here!"
    texts = [s.text for s in split(f"😀😀😀😀{chinese}\n{english}")]
    assert texts == ["😀😀😀😀大桥今天通车了！", "市民们很高兴！", "The bridge is open!", "People like it here!"]
    assert [s.text for s in split("中文 is written without blanks! ok！yes")] == [
        "中文 is written without blanks! ok！yes"
    ]
