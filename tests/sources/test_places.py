import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.fetching import Reason
from bot.sources.places import Bounds, Opened, Place, all_open, next_place, read_place

BOUNDS = Bounds()


def verdict(url: str, bounds: Bounds = BOUNDS) -> Reason | None:
    place = read_place(url)
    return bounds.objection(place) if isinstance(place, Place) else place


@pytest.mark.parametrize(
    ("url", "visited"),
    [
        ("http://news.example/rss", "http://news.example/rss"),
        ("  HTTPS://News.EXAMPLE:443/Rss?Q=%20a+b%2B#top ", "https://news.example/Rss?Q=%20a+b%2B"),
        ("http://bücher.example/ü?q=中", "http://xn--bcher-kva.example/%C3%BC?q=%E4%B8%AD"),
        ("https://新华网.中国", "https://xn--xkrr14bows.xn--fiqs8s/"),
        ("http://a_b.example/", "http://a_b.example/"),
        ("http://新闻。example/", "http://xn--efvy88h.example/"),
        ("http://93.184.216.34/", "http://93.184.216.34/"),
        ("http://[2606:4700:4700::1111]/x", "http://[2606:4700:4700::1111]/x"),
    ],
)
def test_an_address_is_read_as_a_browser_would(url: str, visited: str) -> None:
    assert str(read_place(url)) == visited
    assert verdict(url) is None


@pytest.mark.parametrize(
    ("reason", "urls"),
    [
        (Reason.SCHEME, "ftp://a.example/ file:///etc/passwd gopher://a.example/ javascript:alert(1) data:text/html,x"),
        (Reason.MALFORMED, "http:/// http:// //a.example/ /etc/passwd a.example http://a.example:99999/ http://[::1/"),
        (Reason.MALFORMED, "http://127.0.0.1\\@a.example/ http://[1.2.3.4]/ http:a.example http://a.example:x/"),
        (Reason.HOST, "http://localhost/ http://LOCALHOST/ http://localhost:80/ http://x.localhost/ http://intranet/"),
        (Reason.HOST, "http://localhost./ http://127.0.0.1./ http://a.example./ http://a.example../ http://./"),
        (
            Reason.HOST,
            "http://2130706433/ http://0x7f.1/ http://127.1/ http://0177.0.0.01/ http://0/ http://0x7f000001/",
        ),
        (Reason.HOST, "http://1.2.3.4.5/ http://a.0x10/ http://a.123/ http://localhost.localdomain/ http://１２７。1/"),
        (
            Reason.HOST,
            "http://[::1%25lo]/ http://[fe80::1%25eth0]/ http://exa%6dple.com/ http://a..example/ http://-a.example/",
        ),
        (
            Reason.HOST,
            f"http://{'a' * 64}.example/ http://{'a.' * 130}example/ http://a*b.example/ http://a,b.example/",
        ),
        (Reason.ADDRESS, "http://127.0.0.1/ http://10.0.0.1/ http://[::1]/ http://[::ffff:127.0.0.1]/ http://0.0.0.0/"),
        (Reason.ADDRESS, "http://１２７.0.0.1/ http://①②⑦.0.0.1/ http://127。0。0。1/ http://169.254.169.254/latest/"),
        (Reason.PORT, "http://a.example:22/ https://a.example:8443/ http://a.example:0/ http://93.184.216.34:6379/"),
    ],
)
def test_whatever_is_no_place_of_the_open_internet_is_refused(reason: Reason, urls: str) -> None:
    assert {url: verdict(url) for url in urls.split()} == dict.fromkeys(urls.split(), reason)


@pytest.mark.parametrize(
    "url", ["http://a.example/\r\nHost: b", "http://a\t.example/", "http://a b.example/", "\ud800", ""]
)
def test_an_address_with_what_belongs_in_none_is_refused(url: str) -> None:
    assert verdict(url) in {Reason.MALFORMED, Reason.HOST}


@given(st.text() | st.text(alphabet="htp:/.@[]%0123456789abcdefx#?\\").map("http://".__add__))
def test_no_text_breaks_the_reading_of_a_place(text: str) -> None:
    place = read_place(text)
    if isinstance(place, Place):
        assert read_place(str(place)) == Place(place.url)
        assert next_place(text.encode(errors="replace"), place) is not None


def test_a_login_is_kept_apart_from_the_address() -> None:
    place = read_place("https://me:p%40ss@a.example/x")
    assert isinstance(place, Place)
    assert (str(place), place.login) == ("https://a.example/x", ("me", "p@ss"))


@pytest.mark.parametrize(
    ("location", "there"),
    [
        (b"/b", "https://a.example/b"),
        (b"b?c", "https://a.example/x/b?c"),
        (b"//c.example/", "https://c.example/"),
        (b" https://c.example/%7Ed ", "https://c.example/~d"),
        ("/新闻".encode(), "https://a.example/%E6%96%B0%E9%97%BB"),
        ("/新闻".encode("gbk"), "https://a.example/%D0%C2%CE%C5"),
        (b"http://a.example/", Reason.DOWNGRADE),
        (b"https://me:pass@a.example/", Reason.LOGIN),
        (b"ftp://a.example/", Reason.SCHEME),
        (b"https://localhost./", Reason.HOST),
        (b"https://[::1/", Reason.MALFORMED),
    ],
)
def test_a_redirect_is_read_like_any_address_and_never_trusted(location: bytes, there: str | Reason) -> None:
    here = read_place("https://a.example/x/y")
    assert isinstance(here, Place)
    place = next_place(location, here)
    assert (str(place) if isinstance(place, Place) else place) == there


@pytest.mark.parametrize(
    ("opened", "inside", "outside"),
    [
        (
            "rsshub:1200",
            "http://rsshub:1200/x http://RSSHUB:1200/",
            "http://rsshub/ http://a.rsshub:1200/ http://10.0.0.1:1200/",
        ),
        ("10.0.0.0/8:80,1200", "http://10.9.8.7/ http://10.0.0.1:1200/", "http://10.0.0.1:443/ http://11.0.0.1/"),
        ("192.168.1.5", "http://192.168.1.5/ https://192.168.1.5/", "http://192.168.1.6/ http://192.168.1.5:1200/"),
        ("[fd00::/8]:1200", "http://[fd00::5]:1200/", "http://[fd00::5]/ http://[fc00::5]:1200/"),
        ("[::1]", "http://[::1]/", "http://127.0.0.1/ http://localhost/"),
        ("订阅.lan:1200", "http://订阅.lan:1200/", "http://lan:1200/"),
    ],
)
def test_an_operator_opens_what_he_names_and_nothing_beside_it(opened: str, inside: str, outside: str) -> None:
    bounds = Bounds(opened=(Opened.read(opened),))
    for url, is_inside in [*((url, True) for url in inside.split()), *((url, False) for url in outside.split())]:
        place = read_place(url)
        assert isinstance(place, Place)
        assert bounds.opens(place) is is_inside, url


def test_a_network_never_opens_what_a_name_may_stand_for() -> None:
    place = read_place("http://feeds.example/")
    assert isinstance(place, Place)
    assert not Bounds(opened=(Opened.read("0.0.0.0/0"), Opened.read("[::/0]"))).opens(place)


@pytest.mark.parametrize(
    "text", ["", "a:b", "a:0", "a:65536", "10.0.0.1/8", "[fd00::/8", "fd00::1", "127.1", "a b", "http://a/"]
)
def test_a_mistake_in_what_is_opened_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Opened.read(text)


def test_ports_are_those_of_the_web_and_the_operators() -> None:
    assert verdict("http://a.example:8080/", Bounds(ports=frozenset({80, 443, 8080}))) is None


@pytest.mark.parametrize(
    ("addresses", "is_good"),
    [
        (("93.184.216.34", "2606:4700:4700::1111"), True),
        (("93.184.216.34", "10.0.0.1"), False),
        (("fe80::1%eth0",), False),
        (("nonsense",), False),
    ],
)
def test_one_bad_address_spoils_a_name(addresses: tuple[str, ...], *, is_good: bool) -> None:
    assert all_open(addresses) is is_good


def test_an_address_whose_host_is_nothing_is_none() -> None:
    assert read_place("http://[]@/") is Reason.MALFORMED
