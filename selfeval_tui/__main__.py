"""Start the program with `python -m selfeval_tui`."""

import sys

from selfeval_tui.cli import main

if __name__ == "__main__":
    sys.exit(main())
