"""Speed: the assistant beside LlamaIndex's stock pipeline, in one run on one machine."""
