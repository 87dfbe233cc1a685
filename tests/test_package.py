import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PATTERNS: dict[str, list[str]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "setuptools"
]["package-data"]
LEFT_OUT = {".py", ".pyc", ".pyx", ".pxi", ".c", ".so"}
"""Python files are packaged as they are, and what is compiled is put beside them by the build."""


@pytest.mark.parametrize("package", PATTERNS)
def test_whoever_installs_the_program_gets_all_that_it_reads(package: str) -> None:
    home = ROOT / package
    packed = {file for pattern in PATTERNS[package] for file in home.glob(pattern)}
    needed = {file for file in home.rglob("*") if file.is_file() and file.suffix not in LEFT_OUT}
    assert {str(file.relative_to(ROOT)) for file in needed - packed} == set()
