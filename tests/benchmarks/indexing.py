"""How long the first index of a folder of 100,000 posts takes, and the next start."""

import asyncio
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bot.config import FolderSource
from tests.benchmarks.figures import Figure
