"""`python -m bot` is `jianbao`."""

from bot.cli import main

main()
