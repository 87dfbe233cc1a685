from summaries.document import Document
from summaries.rank.sight import Sight
from summaries.rank.weights import Learned

class Ranker:
    def __init__(self, learned: Learned) -> None: ...
    def look(self, document: Document) -> Sight: ...
