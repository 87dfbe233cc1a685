"""What tests of every part share: patience with a busy machine, and a real browser, started once."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from hypothesis import settings
from playwright.async_api import Browser, async_playwright

settings.register_profile("patient", deadline=None)  # a busy machine is slow now and then; tests of time tell their own
settings.load_profile("patient")

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Where the browser lies."""
    if not CHROMIUM.exists():
        if os.environ.get("JIANBAO_BROWSER_REQUIRED"):
            pytest.fail(f"no browser at {CHROMIUM}, and the checks of a submission need one")
        pytest.skip(f"no browser at {CHROMIUM}")
    return CHROMIUM


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: Path) -> AsyncIterator[Browser]:
    """A chromium for tests with `asyncio(loop_scope="session")`."""
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        await started.close()
