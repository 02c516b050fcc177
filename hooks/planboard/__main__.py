"""Run the planboard command as ``python -m planboard``."""

from planboard.doors.cli import main

main()
