"""Speed: the assistant beside LlamaIndex's stock pipeline, in one run on one machine."""

from eval.bench.speed import main

__all__ = ["main"]
