"""The files that were sent: counted, named by a file_id, given back under it."""

from collections import OrderedDict
from dataclasses import dataclass

from bot.standin.errors import bad
from bot.standin.params import Upload
from bot.standin.wire import Json

KEPT_FILES = 200
MAX_DOWNLOAD = 20 * 1024 * 1024
MAX_DOCUMENT = 50 * 1024 * 1024
MAX_PHOTO = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A file Telegram keeps: its bytes, or the address it was taken from."""

    id: str
    name: str
    mime: str
    size: int
    data: bytes = b""
    url: str = ""

    @property
    def path(self) -> str:
        return f"files/{self.id}/{self.name}"

    def shown(self) -> Json:
        return {"file_id": self.id, "file_unique_id": f"unique-{self.id}", "file_size": self.size}


class Files:
    """Uploads and linked pictures, the oldest forgotten first."""

    def __init__(self) -> None:
        self.stored: OrderedDict[str, Stored] = OrderedDict()
        self.count = 0

    def upload(self, upload: Upload) -> Stored:
        return self._keep(
            Stored(id=self._id(), name=upload.name, mime=upload.mime, size=len(upload.data), data=upload.data)
        )

    def link(self, url: str) -> Stored:
        name = url.split("?", 1)[0].rstrip("/").rsplit("/", 1)[-1] or "file"
        return self._keep(Stored(id=self._id(), name=name, mime="application/octet-stream", size=0, url=url))

    def get(self, number: str) -> Stored:
        try:
            return self.stored[number]
        except KeyError:
            raise bad("wrong file identifier/HTTP URL specified") from None

    def _id(self) -> str:
        self.count += 1
        return f"file-{self.count}"

    def _keep(self, stored: Stored) -> Stored:
        self.stored[stored.id] = stored
        if len(self.stored) > KEPT_FILES:
            self.stored.popitem(last=False)
        return stored
