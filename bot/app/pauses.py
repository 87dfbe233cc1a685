"""Keeps Python's own pauses short: threads give way to the loop soon, and what lives for good is not searched."""

import gc
import sys

SWITCH_SECONDS = 0.001
"""How long a thread that reads or summarises may keep the loop waiting; Python's own 5 ms add up over an answer."""


def give_way_soon() -> None:
    """Lets threads hand over more often than is usual."""
    sys.setswitchinterval(SWITCH_SECONDS)


def settle() -> None:
    """Takes what was loaded out of the search for garbage: looking through 100,000 objects stops everything for 100 ms.

    What is garbage at this moment stays for good, so it is for moments after something large was loaded.
    """
    gc.freeze()
