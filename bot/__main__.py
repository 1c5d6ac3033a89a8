"""`python -m bot` is `dailydeck`."""

from bot.cli import main

main()
