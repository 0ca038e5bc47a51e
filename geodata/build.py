"""``python -m geodata.build``: the offline border builder, which stands in ``geodata/builder/``."""

import sys

from geodata.builder.build import main

if __name__ == "__main__":
    sys.exit(main())
