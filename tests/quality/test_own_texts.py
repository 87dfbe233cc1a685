"""Our own texts are summarised as an editor would, wherever the tests run."""

import pytest

from summaries.sentences import split
from tests.quality import floors, own_texts
from tests.quality.systems import installed_segmenters


@pytest.mark.parametrize("segmenter", installed_segmenters())
def test_two_sentences_of_a_text_are_mostly_those_an_editor_would_choose(segmenter: str) -> None:
    assert floors.measured_on_own(segmenter) >= floors.known()[floors.OWN][floors.WISHES]


@pytest.mark.parametrize("text", own_texts.read(), ids=lambda text: text.name)
def test_every_wish_of_an_editor_stands_within_one_sentence_of_its_text(text: own_texts.OwnText) -> None:
    sentences = [sentence.text for sentence in split(text.text)]
    assert text.wishes
    assert all(any(wished in sentence for sentence in sentences) for wish in text.wishes for wished in wish)
