import json
from datetime import UTC, datetime

import pytest

from tests.sources.pages import SENTENCES, TEXT, read

OTHERS = tuple(sentence.replace("granary", "windmill").replace("bread", "flour") for sentence in SENTENCES)
LEAD = (
    "Fourteen months after a storm took its roof, the town has its granary back, and on Friday everybody came to see:"
    " bakers, children, and the widow of the man who built the doors."
)


def test_comments_longer_than_the_article_are_not_its_text() -> None:
    comments = "".join(f"<p>{sentence.upper()}</p>" for sentence in SENTENCES * 3)
    assert read(f'<div>{TEXT}</div><div id="comments">{comments}</div>').paragraphs == SENTENCES


HEAD = "<title>The granary is open</title>"


def test_the_date_and_the_author_below_a_title_are_no_text_where_they_stand_by_themselves() -> None:
    signed = "<time datetime='2026-11-28'>yesterday</time><span class=author>Mia Miller</span>"
    assert read(
        f"<article><header><h1>The granary is open</h1>{signed}</header>{TEXT}</article>", head=HEAD
    ).paragraphs == (SENTENCES)
    said = "It was <time>yesterday</time> that <span class=author>Mia Miller</span> came, and all the town with her."
    assert read(f"<div>{TEXT}<p>{said}</p></div>").paragraphs[-1] == (
        "It was yesterday that Mia Miller came, and all the town with her."
    )


def test_a_date_as_java_writes_it_is_the_pages_date_and_no_text() -> None:
    page = read(f"<h1>The granary is open</h1><div>Sat Nov 28 20:15:00 UTC 2026</div>{TEXT}", head=HEAD)
    assert (page.paragraphs, page.published) == (SENTENCES, datetime(2026, 11, 28, 20, 15, tzinfo=UTC))


def test_a_short_chinese_article_stands_against_many_comments() -> None:
    told = (
        "渡船公司昨晚恢复了停航四十年的夜航，第一班八点离岸。",
        "老船工说，他等这一天等了很久，灯亮的时候手都在抖。" * 3,
    )
    comments = "".join(f"<p>评论{number}：说得真好，我也等了很久很久，灯亮的时候我也在场。</p>" for number in range(30))
    page = f"<h1>夜航恢复</h1><div>{''.join(f'<p>{said}</p>' for said in told)}</div><div id=comments>{comments}</div>"
    assert read(page, head="<title>夜航恢复</title>").paragraphs == told


def test_of_two_short_chinese_articles_on_a_page_the_one_below_its_title_is_read() -> None:
    told = "渡船公司昨晚恢复了停航四十年的夜航，第一班八点离岸，船上坐满了人，岸上也站满了人。"
    other = "桥上的灯昨晚也亮了，镇上的人说，从桥上看下去，河面像一条街，走到半夜也没有人散。"
    page = "".join(
        f"<article class=post><h1>{title}</h1>{f'<p>{said}</p>' * 4}</article>"
        for title, said in (("渡船恢复夜航", told), ("桥上亮灯", other))
    )
    assert read(page, head="<title>渡船恢复夜航</title>").paragraphs == (told,) * 4


def test_the_mark_that_leads_to_a_heading_is_not_of_its_title() -> None:
    for heading, title in (
        ("The granary is open<a href='#x'>¶</a>", "The granary is open"),
        ("Learning C#", "Learning C#"),
    ):
        assert read(f"<h1>{heading}</h1>{TEXT}", head=f"<title>{title} | Mill</title>").title == title


def test_a_formula_on_a_page_is_read_as_it_was_written() -> None:
    drawn = "<math alttext='10^3'><mn>103</mn></math>"
    assert read(f"<div>{TEXT}<p>It weighs {drawn} tons, she said, and it stands.</p></div>").paragraphs[-1] == (
        "It weighs 10^3 tons, she said, and it stands."
    )


@pytest.mark.parametrize(
    "body",
    [
        f"<form id=aspnetForm><h1>The granary is open</h1><div>{TEXT}</div><input name=q></form>",
        f"<h1>The granary is open</h1><form>{TEXT}</form><p>We print what we see, and no more.</p>",
    ],
)
def test_an_article_may_stand_in_a_form(body: str) -> None:
    assert read(body, head=HEAD).paragraphs == SENTENCES


def test_an_article_told_only_those_without_scripts_is_read_and_a_wish_for_scripts_is_none() -> None:
    app = "<div id=app></div><script>show()</script>"
    told = read(f"{app}<noscript><h1>Open again</h1>{TEXT}</noscript>", head="<title>Open again</title>")
    assert (told.paragraphs, told.is_article) == (SENTENCES, True)
    assert not read(f"{app}<noscript><p>You need to enable JavaScript to run this app.</p></noscript>").is_article
    assert read(
        f"<div>{TEXT}</div><noscript><p>Comments need scripts, alas, so allow them.</p></noscript>"
    ).paragraphs == (SENTENCES)


def test_a_wish_for_scripts_does_not_stand_in_for_what_machines_are_told() -> None:
    article = json.dumps({"@type": "NewsArticle", "articleBody": "\n".join(SENTENCES)})
    page = read(
        "<div id=app></div><noscript><p>This page needs scripts, so please allow them.</p></noscript>",
        head=f'<script type="application/ld+json">{article}</script>',
    )
    assert page.paragraphs == SENTENCES


def test_what_stands_below_the_heading_of_other_articles_is_left_out() -> None:
    assert read(f"<div>{TEXT}<h4>Related stories</h4><p>A mill burnt down, nobody was hurt.</p></div>").paragraphs == (
        SENTENCES
    )


def test_words_on_walls_in_a_long_article_do_not_make_it_a_wall() -> None:
    page = read("<p>Readers must sign in to the register, she said, and then they may stay.</p>" + TEXT * 3)
    assert page.is_article


def test_an_article_that_only_scripts_show_is_read_from_what_machines_are_told() -> None:
    told = json.dumps({"@type": "NewsArticle", "headline": "Granary", "articleBody": "\n\n".join(SENTENCES)})
    page = read(f'<div id=root></div><script type="application/ld+json">{told}</script>')
    assert (page.paragraphs, page.is_article) == (SENTENCES, True)


def test_the_first_paragraph_in_a_box_of_its_own_belongs_to_the_article() -> None:
    page = read(f'<h1>Granary</h1><div class="part"><p>{LEAD}</p></div><div class="part">{TEXT}</div>')
    assert page.paragraphs == (LEAD, *SENTENCES)


def test_a_lead_between_the_title_and_the_text_belongs_to_the_article() -> None:
    head = f"<header><h1>Granary reopens</h1><p>{LEAD}</p></header>"
    page = read(f"<title>Granary reopens</title><div>{head}<section><div>{TEXT}</div></section></div>")
    assert page.paragraphs == (LEAD, *SENTENCES)


def test_what_stands_above_the_title_is_no_lead() -> None:
    page = read(f"<title>Granary</title><div><p>{LEAD}</p><div><h1>Granary</h1></div><div>{TEXT}</div></div>")
    assert page.paragraphs == SENTENCES


@pytest.mark.parametrize(
    "part",
    [
        f'<div class="video-desc"><p>{LEAD}</p></div>',
        f"<figure><p>{LEAD}</p></figure>",
        f'<div><p><a href="/b">{LEAD}</a> It is new.</p></div>',
        "<div><p>The town has its granary back, on Friday.</p></div>",
        f"<div><p>{SENTENCES[0]} {SENTENCES[1]}</p></div>",
    ],
    ids=["a caption", "a figure", "a way out", "a short summary", "a cut of the text"],
)
def test_what_only_stands_beside_the_text_is_not_taken_for_its_lead(part: str) -> None:
    assert read(f"<h1>Granary</h1>{part}<div>{TEXT}</div>").paragraphs == SENTENCES


def test_a_text_in_two_boxes_of_one_kind_is_read_to_its_end() -> None:
    body = f'<div class="part">{TEXT}</div><div class="ad-slot">x</div><div class="part"><p>{LEAD}</p></div>'
    assert read(f"<h1>Granary</h1><div>{body}</div>").paragraphs == (*SENTENCES, LEAD)


def test_of_several_whole_articles_in_a_page_the_one_with_the_title_is_read() -> None:
    other = "".join(f"<p>{sentence}</p>" for sentence in OTHERS * 2)
    story = '<article class="story"><h2 class="t">{}</h2>{}</article>'
    body = story.format("Windmill burns", other) + story.format("Granary reopens", TEXT) + story.format("More", other)
    assert read(f"<title>Granary reopens</title><div>{body}</div>").paragraphs == SENTENCES


@pytest.mark.parametrize("name", ["sidebar", "related-posts", "postComments", "footer"])
def test_what_is_surely_furniture_is_left_out_though_it_is_longer_than_the_article(name: str) -> None:
    other = "".join(f"<p>{sentence.upper()}</p>" for sentence in SENTENCES * 6)
    body = f'<div><h1>Granary</h1><div>{TEXT}</div></div><div class="{name}">{other}</div>'
    assert read(f"<title>Granary</title>{body}").paragraphs == SENTENCES


@pytest.mark.parametrize("name", ["col with-sidebar-right", "has-sidebar", "edTag"])
def test_a_class_that_tells_of_something_else_costs_no_text(name: str) -> None:
    one, *rest = SENTENCES
    body = f'<div class="{name}"><p>{one}</p></div>' + "".join(f"<div><p>{text}</p></div>" for text in rest * 3)
    assert read(body).paragraphs[0] == one


def test_a_heading_whose_id_repeats_its_words_stays() -> None:
    heading = '<h3 id="tools-we-recommend-and-share">Tools we recommend, and share:</h3>'
    assert "Tools we recommend, and share:" in read(f"<div>{TEXT}{heading}{TEXT}</div>").paragraphs


def test_a_box_of_other_articles_amid_the_text_does_not_end_it() -> None:
    said = "<br><br>".join(SENTENCES)
    box = "<div><div>RELATED</div><a href=/b>A mill burnt down</a></div>"
    page = read(f"<div><span><div>{said}{box}{said}</div></span></div>")
    assert page.paragraphs[-1].endswith(SENTENCES[-1])


def test_who_wrote_an_article_is_told_below_it_and_not_read() -> None:
    bio = "<h4>About the author</h4><p>Tom Reed writes about bread, mills and their friends.</p>"
    assert read(f"<div>{TEXT}{bio}</div>").paragraphs == SENTENCES


def test_traditional_characters_name_furniture_as_simplified_ones_do() -> None:
    sentence = "湖畔區的七座舊糧倉本週重新開放，市民可以免費參觀到月底。"
    body = f"<p>{sentence}</p>" * 5 + "<h4>▼延伸閱讀</h4><p>風車昨夜失火，無人受傷。</p>"
    assert read(f"<div>{body}</div>").paragraphs == (sentence,) * 5


def test_lines_that_a_box_of_comments_parted_stay_two() -> None:
    one, two, *_ = SENTENCES
    assert read(f"<div>{one}<div class=comment>Nice.</div>{two}</div>").paragraphs == (one, two)
    assert read(f"<div><b>{one}<div class=comment>Nice.</div></b>{two}</div>").paragraphs == (one, two)


def test_a_sentence_whose_words_are_mostly_a_link_stays() -> None:
    linked = 'The research is published in <a href="/b">the Proceedings of the Royal Society of Bakers and Millers</a>.'
    page = read(f"<div>{TEXT}<p>{linked}</p><p>Read more: <a href=/c>A mill burnt down in the night</a></p></div>")
    assert page.paragraphs[-1].startswith("The research is published")
    assert len(page.paragraphs) == len(SENTENCES) + 1


def test_a_word_within_bare_text_stays_whatever_its_class_says() -> None:
    one, two, *_ = SENTENCES
    marked = one.replace("granary", '<span class="keyword">granary</span>')
    assert read(f"<div>{marked}<br><br>{two}</div>").paragraphs == (one, two)


def test_a_picture_with_its_maker_in_brackets_is_not_read() -> None:
    sentence = "湖畔区的七座旧粮仓本周重新开放，市民可以免费参观到月底。"
    caption = "<p>粮仓门前的面包师和孩子（湖畔日报提供）</p><p>旧粮仓的北侧（图翻摄自地图）</p>"
    assert read(f"<div>{f'<p>{sentence}</p>' * 4}{caption}</div>").paragraphs == (sentence,) * 4


def test_a_source_in_brackets_costs_no_last_paragraph() -> None:
    sentence = "湖畔区的七座旧粮仓本周重新开放，市民可以免费参观到月底。"
    last = "入口处的面包房每天早上七点开门。（来源：湖畔日报）"
    assert read(f"<div>{f'<p>{sentence}</p>' * 4}<p>{last}</p></div>").paragraphs[-1].startswith(last[:15])


def test_an_article_whose_every_part_is_called_furniture_is_read_all_the_same() -> None:
    body = "".join(f'<section class="part part--ads"><p>{sentence}</p></section>' for sentence in SENTENCES)
    assert read(body).paragraphs == SENTENCES


@pytest.mark.parametrize("heading", ["Granary reopens for all", "Granary reopens for all on Friday: free"])
def test_a_heading_that_says_most_of_the_title_or_little_more_marks_the_article(heading: str) -> None:
    other = "".join(f"<p>{sentence.upper()}</p>" for sentence in SENTENCES * 6)
    title = "<title>Granary reopens for all on Friday &gt; The Lane Gazette of the Old Town</title>"
    if heading.endswith("free"):
        title = "<title>Granary reopens for all on Friday</title>"
    body = f"<div><h1>{heading}</h1><div>{TEXT}</div></div><aside>{other}</aside>"
    assert read(body, head=title).paragraphs == SENTENCES


def test_a_way_to_other_pages_within_bare_text_leaves_two_lines() -> None:
    one, two, *_ = SENTENCES
    box = "<div><div><a href=/b>A mill burnt down in the night</a></div></div>"
    assert read(f"<div>{one}{box}{two}</div>").paragraphs == (one, two)


def test_verses_without_a_mark_are_read() -> None:
    verse = "<br>".join(["the wind goes round the old mill", "and nobody asks it why it turns"] * 4)
    page = read(f"<div><p>{verse}</p><p>{verse}</p></div><div><a href=/b>more verses</a></div>")
    assert page.paragraphs[0].startswith("the wind goes round")


@pytest.mark.parametrize(
    "name", ["elementor-widget-text-editor", "football", "commentary", "story-footnote", "players"]
)
def test_a_class_that_only_resembles_furniture_costs_no_text(name: str) -> None:
    one, *rest = SENTENCES
    body = f'<div class="{name}"><p>{one}</p></div>' + "".join(f"<div><p>{text}</p></div>" for text in rest * 3)
    assert read(body).paragraphs[0] == one


def test_a_word_within_a_sentence_stays_whatever_its_class_says() -> None:
    one = SENTENCES[0].replace("granary", '<span class="keyword">granary</span>')
    one = one.replace("Friday", "<em class=share>Friday</em>")
    assert read(f"<p>{one}</p>" + TEXT).paragraphs[0] == SENTENCES[0]


def test_a_list_is_not_the_article_it_stands_in() -> None:
    points = "".join(f"<li>{sentence}</li>" for sentence in SENTENCES)
    page = read(f"<div><p>What changed, in short, is this.</p><ul>{points}</ul></div>")
    assert page.paragraphs == ("What changed, in short, is this.", *SENTENCES)


def test_hidden_text_is_not_read() -> None:
    assert read(TEXT + '<div style="display: none"><p>Nobody sees this, nor that.</p></div>').paragraphs == SENTENCES
