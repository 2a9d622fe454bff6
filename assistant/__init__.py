"""决议问答 · Resolution Assistant: what UN resolutions say, checkable word for word.

Importing this package loads neither LlamaIndex nor Chroma, touches no file and no network.
"""

__version__ = "0.1.0"
