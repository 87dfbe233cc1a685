"""Gives what was compiled; where no compiler was, its tests are skipped, unless they are asked for."""

import os
from importlib import import_module
from types import ModuleType

import pytest


def built(name: str) -> ModuleType:
    """Gives a module of `summaries.compiled`."""
    try:
        return import_module(f"summaries.compiled.{name}")
    except ImportError:
        if os.environ.get("JIANBAO_COMPILED_REQUIRED"):
            raise
        pytest.skip("no compiler was here when this was installed", allow_module_level=True)
