import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries import Summary, summarize, words
from summaries.words import scripts, stems

SIMPLIFIED = (
    "青河大学今天举行百年校庆，来自各地的校友回到母校。校长梁启山表示，青河大学明年将新建一座图书馆。"
    "图书馆面积三万平方米，由校友会捐建。台风海燕来袭时，旧图书馆的屋顶曾经受损。"
)
TRADITIONAL = (
    "青河大學今天舉行百年校慶，來自各地的校友回到母校。校長梁啟山表示，青河大學明年將新建一座圖書館。"
    "圖書館面積三萬平方米，由校友會捐建。颱風海燕來襲時，舊圖書館的屋頂曾經受損。"
)


def places(summary: Summary) -> list[tuple[int, int]]:
    return [(proof.start, proof.end) for proof in summary.evidence]


def test_a_text_and_its_traditional_twin_have_the_same_words() -> None:
    assert words.read([TRADITIONAL])[1] == words.read([SIMPLIFIED])[1]


def test_a_text_and_its_traditional_twin_are_told_alike() -> None:
    one = summarize(SIMPLIFIED, sentences=2)
    other = summarize(TRADITIONAL, sentences=2)
    assert places(one) == places(other)
    assert words.plain("這 " + " ".join(other.keywords)) == "这 " + " ".join(one.keywords)
    assert all(sentence in TRADITIONAL for sentence in other.sentences)


@given(st.text(st.one_of(st.sampled_from("這個圖書館ＡＢ１İß"), st.characters()), max_size=60))
def test_another_form_never_has_another_length(text: str) -> None:
    assert len(words.plain(text)) == len(words.lowered(text)) == len(text)


def test_full_width_letters_are_letters() -> None:
    assert words.read(["ＧＩＴＨＵＢ增长２５％"])[1][0][0] == "github"
    assert scripts.plain("Ａ１ｚ") == "A1z"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bridge", "bridges"),
        ("company", "companies"),
        ("copy", "copied"),
        ("planned", "planning"),
        ("make", "making"),
        ("engineer's", "engineers"),
        ("vote", "voted"),
        ("мосты", "мосту"),
        ("은행을", "은행은"),
    ],
)
def test_two_forms_of_a_word_are_one_word(one: str, other: str) -> None:
    assert stems.stem(one) == stems.stem(other)


@pytest.mark.parametrize("word", ["bring", "need", "glass", "analysis", "bus", "gpt-4", "5.3%", "été", "은행", "мир"])
def test_a_word_that_only_looks_bent_stays(word: str) -> None:
    assert stems.stem(word) == word


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("The bridges are open, and the mayor said so.", ["bridg", "open", "mayor"]),
        ("Le maire a ouvert le pont, qui est dans la ville et sur une île.", ["mair", "ouvert", "pont", "vill", "île"]),
        (
            "Der Bürgermeister und die Stadt haben das Haus nicht verkauft.",
            ["bürgermeister", "stadt", "haus", "verkauft"],
        ),
        ("Мэр и город не продали этот дом, но они его ремонтируют.", ["мэр", "город", "продал", "дом", "ремонтируют"]),
        ("हिन्दी में समाचार", ["हिन्दी", "में", "समाचार"]),
        ("한국은행은 금리를 올렸다", ["한국은행", "금리", "올렸다"]),
    ],
)
def test_small_words_of_a_language_tell_nothing(text: str, telling: list[str]) -> None:
    assert words.read([text])[1] == [telling]


def test_stop_words_of_one_language_are_words_of_another() -> None:
    assert "war" in words.read(["The war ended when the army of the north left it to the others."])[1][0]
    assert "war" not in words.read(["Der Krieg war lang, und die Stadt war nicht mehr zu sehen."])[1][0]


def test_japanese_keeps_its_katakana_words() -> None:
    assert "カメラ" in words.read(["新しいカメラが東京で発売された。"])[1][0]


@pytest.mark.parametrize(
    "text",
    [
        "สะพานเปิดแล้ววันนี้ ผู้คนยินดี",
        "הגשר נפתח היום. התושבים שמחים.",
        "افتتح الجسر اليوم. السكان سعداء.",
        "Η γέφυρα άνοιξε σήμερα. Οι κάτοικοι χαίρονται.",
        "다리가 오늘 열렸다. 주민들은 기뻐했다.",
        "橋が今日開通した。住民は喜んだ。",
    ],
)
def test_no_language_breaks_a_summary(text: str) -> None:
    summary = summarize(text, title=text[:10], sentences=1)
    assert all(sentence in text for sentence in summary.ranked)
    assert all(word in text for word in summary.keywords)


@pytest.mark.parametrize(
    ("formula", "news"),
    [
        (
            "平素より渡船をご利用いただき、誠にありがとうございます。",
            "渡船は十二月六日から運休します。再開は十二月八日の始発を予定しています。桟橋を修理するためです。",
        ),
        (
            "안녕하세요, 승객 여러분. 항상 나룻배를 이용해 주셔서 감사합니다. ",
            "나룻배가 12월 6일부터 사흘 동안 쉽니다. 낡은 나루를 고치기 위해서입니다. 공사비는 3억 원입니다.",
        ),
    ],
)
def test_a_notice_is_told_without_the_formula_it_begins_with(formula: str, news: str) -> None:
    summary = summarize(formula + news, chars=400)
    assert summary.sentences[0] == news[: len(summary.sentences[0])]
    assert news.startswith(summary.headline)
    assert summarize(formula + news, sentences=1).sentences[0] in news
