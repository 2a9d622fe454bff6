"""``python -m eval.bench``."""

import sys

from eval.bench.speed import main

sys.exit(main())
