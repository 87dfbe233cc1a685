"""Takes a body in as it comes, unpacked by one layer of gzip at most, and never more of it than allowed."""

import zlib

from bot.sources.fetching import Kind

_GZIP_MAGIC = b"\x1f\x8b\x08"
_GZIP_WINDOW = 16 + zlib.MAX_WBITS
_MOST_MEMBERS = 64
"""Servers that compress in parts send a few; each costs time however little it holds."""
GZIP = frozenset({"gzip", "x-gzip"})


class UnpackingError(Exception):
    """The body is not taken; `kind` says why."""

    def __init__(self, kind: Kind) -> None:
        super().__init__(kind)
        self.kind = kind


class Body:
    """The bytes of one answer."""

    def __init__(self, encoding: str, limit: int) -> None:
        """Takes the content-encoding the answer names; raises for all but gzip and none."""
        name = encoding.strip().lower()
        if name not in GZIP | {"", "identity"}:
            raise UnpackingError(Kind.ENCODING)
        self._limit = limit
        self._packed = 0
        self._members = 0
        self._gzip = self._member() if name in GZIP else None
        self._bytes = bytearray()

    def take(self, data: bytes) -> None:
        """Takes the next bytes; raises when there are too many, packed or unpacked, or they cannot be unpacked."""
        self._packed += len(data)
        if self._packed > self._limit:
            raise UnpackingError(Kind.TOO_LARGE)
        while data:
            data = self._unpack(data)
            if len(self._bytes) > self._limit:
                raise UnpackingError(Kind.TOO_LARGE)

    def whole(self) -> bytes:
        """Gives all of it; raises when the end is missing or it is packed once more."""
        if self._gzip and self._packed and not self._gzip.eof:
            raise UnpackingError(Kind.CUT_SHORT)
        if self._bytes.startswith(_GZIP_MAGIC):
            raise UnpackingError(Kind.ENCODING)
        return bytes(self._bytes)

    def _unpack(self, data: bytes) -> bytes:
        """Takes some bytes and gives those that belong to a member after it."""
        if self._gzip is None:
            self._bytes += data
            return b""
        if self._gzip.eof:
            if not data.startswith(_GZIP_MAGIC[: len(data)]):
                return b""  # padding after the end, which gzip itself leaves aside too
            self._gzip = self._member()
        try:  # one byte more than allowed is enough to know
            self._bytes += self._gzip.decompress(data, self._limit + 1 - len(self._bytes))
        except zlib.error:
            raise UnpackingError(Kind.ENCODING) from None
        return self._gzip.unused_data

    def _member(self) -> "zlib._Decompress":
        self._members += 1
        if self._members > _MOST_MEMBERS:
            raise UnpackingError(Kind.ENCODING)
        return zlib.decompressobj(_GZIP_WINDOW)
