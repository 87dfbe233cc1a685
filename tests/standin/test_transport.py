"""A bot may call in any of the ways Telegram takes."""

from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

if TYPE_CHECKING:
    from tests.standin.conftest import Place


async def answer_of(place: "Place", how: str, url: str, **options: Any) -> tuple[int, dict[str, Any]]:  # noqa: ANN401 - what aiohttp takes
    async with place.http.request(how, f"{place.address}{url}", **options) as answer:
        body: dict[str, Any] = await answer.json()
        return answer.status, body


async def test_query_form_json_and_multipart_say_the_same(place: "Place", reader: int) -> None:
    url, values = f"/bot{place.standin.token}/sendMessage", {"chat_id": str(reader), "text": "涨 & +3%\n停 %zz"}
    multipart = aiohttp.FormData(values, default_to_multipart=True)
    ways: list[tuple[str, dict[str, Any]]] = [
        ("GET", {"params": values}),
        ("POST", {"params": values}),
        ("POST", {"data": values}),
        ("POST", {"json": {**values, "chat_id": reader}}),
        ("POST", {"data": multipart}),
    ]
    texts = [(await answer_of(place, how, url, **options))[1]["result"]["text"] for how, options in ways]
    assert texts == [values["text"]] * 5


@pytest.mark.parametrize("method", ["getme", "GETME", "getMe"])
async def test_a_method_is_found_however_it_is_written(place: "Place", method: str) -> None:
    token = place.standin.token.replace(":", "%3A")
    status, body = await answer_of(place, "GET", f"/bot{token}/{method}")
    assert (status, body["result"]["username"]) == (200, "jianbao_bot")


async def test_a_wrong_token_and_an_unknown_method_are_told_apart(place: "Place") -> None:
    assert (await answer_of(place, "GET", "/bot1:wrong/getMe"))[0] == 401
    assert (await answer_of(place, "GET", f"/bot{place.standin.token}/getAll"))[0] == 404


async def test_a_body_that_is_no_json_or_no_utf8_is_a_bad_request(place: "Place") -> None:
    url = f"/bot{place.standin.token}/sendMessage"
    headers = {"Content-Type": "application/json"}
    assert (await answer_of(place, "POST", url, data=b"{", headers=headers))[0] == 400
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert (await answer_of(place, "POST", url, data=b"text=%ff&chat_id=1", headers=form))[0] == 400


async def test_an_uploaded_file_can_be_fetched_again(place: "Place", reader: int) -> None:
    form = aiohttp.FormData({"chat_id": str(reader)})
    form.add_field("document", b"id,title\n", filename="out.csv", content_type="text/csv")
    _, body = await answer_of(place, "POST", f"/bot{place.standin.token}/sendDocument", data=form)
    document = body["result"]["document"]
    assert (document["file_name"], document["mime_type"], document["file_size"]) == ("out.csv", "text/csv", 9)
    path = (await place.ok("getFile", file_id=document["file_id"]))["file_path"]
    token = place.standin.token.replace(":", "%3A")
    async with place.http.get(f"{place.address}/file/bot{token}/{path}") as answer:
        assert await answer.read() == b"id,title\n"
    assert "wrong file identifier" in await place.refused("getFile", file_id="file-99")


async def test_an_album_takes_uploads_and_addresses(place: "Place", reader: int) -> None:
    form = aiohttp.FormData({"chat_id": str(reader)})
    form.add_field(
        "media", '[{"type":"photo","media":"attach://a","caption":"图"},{"type":"photo","media":"https://e.com/b.jpg"}]'
    )
    form.add_field("a", b"jpeg", filename="a.jpg", content_type="image/jpeg")
    _, body = await answer_of(place, "POST", f"/bot{place.standin.token}/sendMediaGroup", data=form)
    first, second = body["result"]
    assert first["media_group_id"] == second["media_group_id"]
    assert first["caption"] == "图"
    async with place.http.get(f"{place.address}/sim/picture?url={first['photo'][0]['file_id']}") as answer:
        assert (answer.content_type, await answer.read()) == ("image/jpeg", b"jpeg")
    assert "from 2 to 10" in await place.refused("sendMediaGroup", chat_id=reader, media=[])
