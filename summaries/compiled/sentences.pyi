from collections.abc import Sequence

from summaries.sentences import Sentence

def split(text: str | Sequence[str]) -> tuple[Sentence, ...]: ...
