import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.unpacking import Body, UnpackingError


def cut(data: bytes, sizes: list[int]) -> list[bytes]:
    parts = []
    for size in sizes:
        parts.append(data[:size])
        data = data[size:]
    return [*parts, data]


@given(
    st.lists(st.binary(max_size=300), max_size=5),
    st.lists(st.integers(0, 50)),
    st.binary(max_size=3).map(lambda b: bytes(len(b))),
)
def test_what_was_packed_comes_out_however_it_was_cut(texts: list[bytes], sizes: list[int], padding: bytes) -> None:
    whole = b"".join(texts)
    body = Body("gzip", max(2000, len(whole)))
    for part in cut(b"".join(map(gzip.compress, texts)) + (padding if texts else b""), sizes):
        body.take(part)
    if whole.startswith(b"\x1f\x8b\x08"):
        return
    assert body.whole() == whole


@given(st.binary(max_size=500), st.lists(st.integers(0, 50)), st.sampled_from(["", "gzip", "identity", " X-GZip "]))
def test_no_body_does_more_than_it_may(data: bytes, sizes: list[int], encoding: str) -> None:
    try:
        body = Body(encoding, 100)
        for part in cut(data, sizes):
            body.take(part)
        whole = body.whole()
    except UnpackingError:
        return
    assert len(whole) <= 100


@pytest.mark.parametrize("encoding", ["br", "zstd", "deflate", "gzip, gzip", "gzip,identity", "x", "compress"])
def test_a_packing_that_was_not_asked_for_is_not_unpacked(encoding: str) -> None:
    with pytest.raises(UnpackingError, match="encoding"):
        Body(encoding, 100)
