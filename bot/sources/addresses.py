"""Which addresses belong to the open internet: the rule every connection to the outside is held to."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address

_UNICAST = ip_network("2000::/3")
"""All that is given out to hosts of the IPv6 internet lies in here."""
_CLOSED = tuple(
    ip_network(text)
    for text in (
        "100.64.0.0/10",  # carrier-grade NAT: the provider's own network
        "192.0.0.0/24",  # protocol assignments, among them the addresses of NAT64 and DS-Lite
        "192.31.196.0/24",  # AS112: answers for names of private networks
        "192.52.193.0/24",  # AMT relays
        "192.88.99.0/24",  # 6to4 relays
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarks between devices
        "2001::/23",  # protocol assignments, Teredo among them: an IPv4 address lies within
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address lies within
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation, unknown to `ipaddress` of Python 3.11
    )
)
"""What `ipaddress` takes for global in one version or another and no site of the internet has (IANA's registries)."""


def is_open(address: Address) -> bool:
    """Tells whether an address is one of the open internet; none that holds an IPv4 address within it is."""
    # ::/96, mapped addresses and NAT64 hold one too; they, and fec0::/10 and fe80::/10, lie outside of 2000::/3.
    if address.version == 6 and address not in _UNICAST:  # noqa: PLR2004 - IPv6
        return False
    is_usual = address.is_global and not address.is_multicast and not address.is_reserved
    return is_usual and not any(address in network for network in _CLOSED if network.version == address.version)


def literal(host: str) -> Address | None:
    """Reads a host that is written as an address; shortened, octal and scoped forms are none."""
    try:
        address = ip_address(host)
    except ValueError:
        return None
    return None if isinstance(address, IPv6Address) and address.scope_id else address
