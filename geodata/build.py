"""``python -m geodata.build``: run the border builder, ``geodata/builder/build.py``."""

import sys

from geodata.builder.build import main

if __name__ == "__main__":
    sys.exit(main())
