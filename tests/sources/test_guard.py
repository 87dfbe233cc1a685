"""Nothing inside anybody's network is reached: every connection is counted, by the servers and by what was dialled."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.sources.domains import Domains
from bot.sources.fetching import Answer, Failed, Fetched, Kind, Reason, Refused, Request
from bot.sources.http import MOST_TRIED, Ways, Web
from bot.sources.places import Bounds, Opened
from tests.delivery.loopback import answer, heard, serving
from tests.sources.internet import FEED, NOW, URL, Internet, by_path, moved, saying

GOOD = "93.184.216.34"
INSIDE = """127.0.0.1 10.0.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 ::1 fe80::1%eth0 fd00::1
::ffff:127.0.0.1 ::127.0.0.1 64:ff9b::127.0.0.1 64:ff9b:1::a00:1 2002:7f00:1::
2001:0:4136:e378:8000:63bf:80ff:fffe
""".split()
LOCAL = """
127.0.0.1 localhost LOCALHOST localhost. [::ffff:127.0.0.1] [::1] 2130706433 0x7f.1 127.1 0 0.0.0.0 １２７.0.0.1
""".split()


class Counted:
    """A server inside, that nobody may reach."""

    def __init__(self) -> None:
        self.visits = 0

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[int]:
        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self.visits += 1
            await heard(reader)
            writer.write(answer(FEED))

        async with serving(talk) as url:
            yield int(url.rpartition(":")[2])


@pytest.fixture
def internet() -> Internet:
    return Internet()


def reason(answered: Answer) -> Reason | None:
    return answered.reason if isinstance(answered, Refused) else None


def kind(answered: Answer) -> Kind | None:
    return answered.kind if isinstance(answered, Failed) else None


@pytest.mark.parametrize("inside", INSIDE)
async def test_a_name_that_stands_for_an_address_inside_is_not_visited(inside: str, internet: Internet) -> None:
    internet.names["one.example"] = [(inside,)]
    internet.names["mixed.example"] = [(GOOD, inside)]
    internet.names["also.example"] = [(inside, GOOD)]
    for host in internet.names:
        assert reason(await internet.web().fetch(Request(url=f"http://{host}/"))) is Reason.ADDRESS
    assert internet.dialled == []


async def test_a_name_is_looked_up_once_so_its_second_answer_leads_nowhere(internet: Internet) -> None:
    async with internet.site("news.example", saying(answer(FEED)), address=GOOD):
        internet.names["news.example"] = [(GOOD,), ("127.0.0.1",)]
        assert isinstance(await internet.web().fetch(Request(url=URL)), Fetched)
        assert internet.asked == ["news.example"]
        assert reason(await internet.web().fetch(Request(url=URL))) is Reason.ADDRESS
    assert internet.dialled == [(GOOD, 80)]


async def test_a_name_that_turns_inside_between_two_steps_is_caught(internet: Internet) -> None:
    async with internet.site("news.example", saying(moved("/again")), address=GOOD):
        internet.names["news.example"] = [(GOOD,), (GOOD, "::ffff:10.0.0.1")]
        refused = await internet.web().fetch(Request(url=URL))
    assert refused == Refused(reason=Reason.ADDRESS, url="http://news.example/again", is_redirect=True)
    assert internet.dialled == [(GOOD, 80)]


async def test_the_dialler_itself_knows_nothing_but_what_was_checked() -> None:
    connector = Web(domains=Domains(lambda: NOW), agent="x")._direct((GOOD, "2606:4700:4700::1111"), 80)
    dial = connector._socket_factory
    assert dial is not None
    dial((2, 1, 6, "", (GOOD, 80))).close()
    for other in (("93.184.216.35", 80), (GOOD, 81), ("127.0.0.1", 80), ("::ffff:93.184.216.34", 80)):
        with pytest.raises(PermissionError):
            dial((2, 1, 6, "", other))
    await connector.close()


async def test_nothing_of_this_machine_is_reached_whatever_leads_there(internet: Internet) -> None:
    inside = Counted()
    async with inside.listening() as port:
        web = internet.web(ports=(port,))
        real = Web(domains=internet.domains, agent="x", bounds=Bounds(ports=frozenset({80, 443, port})))
        for host in LOCAL:
            for fetcher in (web, real):
                for is_configured in (True, False):
                    asked = Request(url=f"http://{host}:{port}/", is_configured=is_configured)
                    assert isinstance(await fetcher.fetch(asked), Refused), host
            for location in (f"http://{host}:{port}/", f"//{host}:{port}/"):
                async with internet.site("news.example", saying(moved(location)), address=GOOD):
                    assert isinstance(await web.fetch(Request(url=URL, is_configured=True)), Refused), host
    assert inside.visits == 0
    assert set(internet.dialled) == {(GOOD, 80)}


async def test_an_operators_own_source_reaches_what_he_opened_and_a_readers_link_does_not(internet: Internet) -> None:
    inside = Counted()
    async with inside.listening() as port:
        bounds = Bounds(opened=(Opened.read(f"127.0.0.1:{port}"), Opened.read(f"rsshub:{port}")))
        real = Web(domains=internet.domains, agent="x", bounds=bounds)
        url = f"http://127.0.0.1:{port}/weibo"
        assert reason(await real.fetch(Request(url=url))) is Reason.ADDRESS
        assert inside.visits == 0
        fetched = await real.fetch(Request(url=url, is_configured=True))
        assert isinstance(fetched, Fetched)
        assert (fetched.url, fetched.body, inside.visits) == (url, FEED, 1)
        internet.names["rsshub"] = [("127.0.0.1",)]
        named = Web(domains=internet.domains, agent="x", bounds=bounds, ways=Ways(names=internet))
        assert isinstance(await named.fetch(Request(url=f"http://rsshub:{port}/", is_configured=True)), Fetched)
        assert reason(await named.fetch(Request(url=f"http://rsshub:{port}/"))) is Reason.HOST
        assert reason(await named.fetch(Request(url="http://127.0.0.1/", is_configured=True))) is Reason.ADDRESS
    assert inside.visits == 2


async def test_a_site_outside_cannot_send_us_to_what_the_operator_opened(internet: Internet) -> None:
    inside = Counted()
    async with inside.listening() as port:
        web = internet.web(f"127.0.0.1:{port}", "rsshub:80")
        internet.names["rsshub"] = [("10.0.0.5",)]
        for location in (f"http://127.0.0.1:{port}/", "http://rsshub/"):
            async with internet.site("news.example", saying(moved(location)), address=GOOD):
                assert isinstance(await web.fetch(Request(url=URL, is_configured=True)), Refused)
    assert inside.visits == 0


async def test_what_the_operator_opened_may_send_us_on_inside_and_out(internet: Internet) -> None:
    replies = {"/a": moved("/b"), "/b": moved("http://news.example/rss"), "/rss": moved("http://rsshub/b")}
    internet.names["rsshub"] = [("10.0.0.5",)]
    async with (
        internet.site("rsshub", by_path(replies), address="10.0.0.5"),
        internet.site("news.example", by_path(replies), address=GOOD),
    ):
        refused = await internet.web("rsshub").fetch(Request(url="http://rsshub/a", is_configured=True))
    assert refused == Refused(reason=Reason.HOST, url="http://rsshub/b", is_redirect=True)
    assert internet.dialled == [("10.0.0.5", 80)] * 2 + [(GOOD, 80)]


async def test_a_name_that_stands_for_thousands_of_addresses_makes_us_knock_at_few(internet: Internet) -> None:
    internet.names["news.example"] = [tuple(f"93.184.{n // 250}.{n % 250 + 1}" for n in range(2_000))]
    assert kind(await internet.web().fetch(Request(url=URL))) is Kind.CONNECT
    assert len(set(internet.dialled)) == MOST_TRIED
    internet.names["news.example"] = [(*internet.names["news.example"][0], "10.0.0.1")]
    assert reason(await internet.web().fetch(Request(url=URL))) is Reason.ADDRESS


# Secrets


def told(head: bytes) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in head.decode().strip().split("\r\n")[1:])


async def test_secrets_are_told_to_the_host_they_were_given_for_alone(internet: Internet) -> None:
    heads: list[bytes] = []
    others: list[bytes] = []
    replies = {
        "/rss": moved("http://other.example/x"),
        "/back": answer(FEED),
    }
    elsewhere = {"/x": moved("http://news.example:8080/y")}
    third = {"/y": moved("http://news.example/back")}
    request = Request(url="http://me:p%40ss@news.example/rss", headers={"X-Key": "k"}, is_configured=True)
    async with (
        internet.site("news.example", by_path(replies, heads), address=GOOD),
        internet.site("other.example", by_path(elsewhere, others)),
        internet.site("news.example", by_path(third, others), address=GOOD, port=8080),
    ):
        fetched = await internet.web(ports=(8080,)).fetch(request)
    assert isinstance(fetched, Fetched)
    assert fetched.url == "http://news.example/back"
    assert len(heads) == len(others) == 2
    for head in heads:
        assert told(head)["Authorization"] == "Basic bWU6cEBzcw=="
        assert told(head)["X-Key"] == "k"
    for head in others:
        assert not {"Authorization", "X-Key", "Referer", "Cookie"} & told(head).keys()


async def test_a_login_in_a_readers_link_or_in_a_redirect_is_refused_and_never_repeated(internet: Internet) -> None:
    web = internet.web()
    refused = await web.fetch(Request(url="http://me:geheim@news.example/rss"))
    assert refused == Refused(reason=Reason.LOGIN, url=URL)
    async with internet.site("news.example", saying(moved("http://me:geheim@news.example/b")), address=GOOD):
        again = await web.fetch(Request(url=URL, is_configured=True))
    assert reason(again) is Reason.LOGIN
    bad = await web.fetch(Request(url="http://me:geheim@[::1/"))
    assert "geheim" not in repr((refused, again, bad))


async def test_the_machines_proxies_and_logins_are_not_used(
    internet: Internet, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    netrc = tmp_path_factory.mktemp("home") / "netrc"
    netrc.write_text("machine news.example login me password geheim\n")
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("NETRC", str(netrc))
    heads: list[bytes] = []
    async with internet.site("news.example", saying(answer(FEED), heads), address=GOOD):
        assert isinstance(await internet.web().fetch(Request(url=URL)), Fetched)
    assert "Authorization" not in told(heads[0])


# A proxy the operator names


async def test_a_proxy_gets_only_what_passed_the_rule_and_the_operators_places_go_past_it(internet: Internet) -> None:
    heads: list[bytes] = []
    internet.names |= {"news.example": [(GOOD,)], "bad.example": [("10.0.0.1",)]}
    async with serving(saying(answer(FEED), heads)) as proxy:
        web = internet.web("rsshub:80", proxy=proxy.replace("//", "//user:word@"))
        assert isinstance(await web.fetch(Request(url=URL)), Fetched)
        assert reason(await web.fetch(Request(url="http://bad.example/"))) is Reason.ADDRESS
        assert reason(await web.fetch(Request(url="http://127.0.0.1/"))) is Reason.ADDRESS
        assert kind(await web.fetch(Request(url="http://none.example/"))) is Kind.DNS
        async with internet.site("rsshub", saying(answer(FEED)), address="10.0.0.5"):
            assert isinstance(await web.fetch(Request(url="http://rsshub/", is_configured=True)), Fetched)
    assert [head.split(b"\r\n")[0] for head in heads] == [b"GET http://news.example/rss HTTP/1.1"]
    assert told(heads[0])["Host"] == "news.example"
    assert told(heads[0])["Proxy-Authorization"] == "Basic dXNlcjp3b3Jk"
    assert internet.dialled == [("10.0.0.5", 80)]


async def test_a_proxy_that_refuses_or_is_not_there_is_named(internet: Internet) -> None:
    internet.names["news.example"] = [(GOOD,)]
    assert kind(await internet.web(proxy="http://127.0.0.1:9").fetch(Request(url=URL))) is Kind.PROXY
    async with serving(saying(answer(b"", "407 Proxy Authentication Required"))) as proxy:
        assert kind(await internet.web(proxy=proxy).fetch(Request(url="https://news.example/"))) is Kind.PROXY
    assert internet.dialled == []
