"""Chinese is written in the reader's script, whatever else stands in the text."""

from bot.core.scripts import simplified, traditional


def test_a_text_is_written_in_either_script() -> None:
    assert traditional("国内要闻") == "國內要聞"
    assert simplified("國內要聞") == "国内要闻"


def test_half_a_character_becomes_a_question_mark_and_the_rest_is_written() -> None:
    half = "\ud83d"
    assert traditional(f"国内{half}要闻") == "國內?要聞"
    assert simplified(f"國內{half}要聞") == "国内?要闻"
