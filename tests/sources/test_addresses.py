from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.addresses import Address, is_open, literal

OPEN = """
1.1.1.1 8.8.8.8 93.184.216.34 223.5.5.5 100.63.255.255 100.128.0.0 172.15.255.255 172.32.0.1 192.167.255.255
192.169.0.1 198.17.255.255 198.20.0.1 223.255.255.255 169.253.255.255 192.0.1.1 192.88.98.1 126.255.255.255
2606:4700:4700::1111 2001:4860:4860::8888 2400:3200::1 2001:200::1 2003::1 2a00:1450:4001:800::200e 240e::1
""".split()

CLOSED = """
0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254 169.254.169.254
172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.9 192.0.0.10 192.0.0.170 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1
192.31.196.1 192.52.193.1 192.175.48.1
198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
:: ::1 ::127.0.0.1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:8.8.8.8 ::ffff:0:127.0.0.1 64:ff9b::127.0.0.1
64:ff9b::10.0.0.1 64:ff9b::8.8.8.8 64:ff9b:1::a00:1 100::1 100:0:0:1::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2
2001:1::1 2001:1::2 2001:2::1 2001:10::1 2001:20::1 2001:30::1 2001:db8::1 2002:7f00:1:: 2002:a00:1::1 2002:808:808::1
3fff::1 3fff:fff::1 4000::1 5f00::1 fc00::1 fd00::1 fd00:ec2::254 fe80::1 fec0::1 ff02::1 ff0e::1 1::1 ffff::1
2620:4f:8000::1
""".split()


@pytest.mark.parametrize("text", OPEN)
def test_an_address_of_the_open_internet_is_visited(text: str) -> None:
    assert is_open(ip_address(text))


@pytest.mark.parametrize("text", CLOSED)
def test_an_address_of_anybodys_inside_is_never_visited(text: str) -> None:
    assert not is_open(ip_address(text))


FLAGS = "is_private is_multicast is_reserved is_link_local is_loopback is_unspecified".split()

addresses = st.one_of(
    st.ip_addresses(v=4),
    st.ip_addresses(v=6),
    st.ip_addresses(v=6, network="2000::/3"),
    st.ip_addresses(v=6, network="2001::/16"),
    st.ip_addresses(v=6, network="::/95"),
)


@given(addresses)
def test_whatever_is_open_is_so_in_the_eyes_of_the_standard_library_too(address: Address) -> None:
    if is_open(address):
        assert address.is_global
        assert not any(getattr(address, name) for name in FLAGS)
    if isinstance(address, IPv6Address) and is_open(address):
        assert (address.ipv4_mapped, address.sixtofour, address.teredo, address.is_site_local) == (
            None,
            None,
            None,
            False,
        )


def within(inner: IPv4Address) -> list[IPv6Address]:
    number = int(inner)
    return [
        IPv6Address(number),
        IPv6Address(0xFFFF << 32 | number),
        IPv6Address(0x0064FF9B << 96 | number),
        IPv6Address(0x0064FF9B_0001 << 80 | number),
        IPv6Address(0x2002 << 112 | number << 80),
        IPv6Address(0x20010000 << 96 | number ^ 0xFFFFFFFF),
    ]


@given(st.ip_addresses(v=4))
def test_no_address_gets_in_wrapped_in_another(inner: IPv4Address) -> None:
    assert not any(map(is_open, within(inner)))


@pytest.mark.parametrize(
    "host",
    [
        "127.1",
        "2130706433",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "127.0.0.1.",
        "fe80::1%eth0",
        "::1%lo",
        "",
        "a.example",
        "１.1.1.1",
    ],
)
def test_what_only_some_read_as_an_address_is_none(host: str) -> None:
    assert literal(host) is None


@given(st.text())
def test_no_text_breaks_the_reading_of_an_address(text: str) -> None:
    address = literal(text)
    assert address is None or address == ip_address(text)
