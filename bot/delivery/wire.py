"""The lean way to Telegram: calls with bodies that are written already, of whose answers only the outcome is read."""

from collections.abc import Mapping

from bot.delivery import answers
from bot.delivery.forms import File, parts
from bot.delivery.line import FORM, USUAL, Line, LineError, Patience
from bot.delivery.outcome import Outcome
from bot.delivery.verdict import heard, unheard

UPLOAD_WRITE_SECONDS = 20.0


class Wire:
    """Calls the methods of one bot; whatever goes wrong is an outcome."""

    def __init__(self, line: Line, address: str, patience: Patience = USUAL) -> None:
        """Takes the address of the bot, up to its token."""
        self._line = line
        self._address = address
        self._patience = patience

    async def call(self, method: str, body: bytes) -> Outcome:
        """Calls a method with a form; what was sent is told by its number, what was done otherwise by 0."""
        return await self._post(method, body, FORM, self._patience)

    async def ask(self, method: str, body: bytes) -> object:
        """Gives what a method tells; None when it does not."""
        try:
            answer = await self._line.post(f"{self._address}/{method}", body, kind=FORM, patience=self._patience)
        except LineError:
            return None
        told = answers.read(answers.judged(*answer)[1])
        return told.get("result") if told.get("ok") else None

    async def upload(self, method: str, parameters: Mapping[str, object], files: Mapping[str, File]) -> Outcome:
        """Calls a method with files."""
        body, kind = parts(parameters, files)
        usual = self._patience
        patience = Patience(
            pool=usual.pool, connect=usual.connect, write=UPLOAD_WRITE_SECONDS, read=usual.read, total=usual.total
        )
        return await self._post(method, body, kind, patience)

    async def _post(self, method: str, body: bytes, kind: str, patience: Patience) -> Outcome:
        try:
            answer = await self._line.post(f"{self._address}/{method}", body, kind=kind, patience=patience)
        except LineError as error:
            return unheard(error)
        return heard(*answer)
