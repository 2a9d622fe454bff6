"""A server's API in Python: the same calls, types and errors as the library in process.

Importing this loads neither the library nor a model.
"""

from assistant.client.client import Client
from assistant.client.failures import (
    KeyRefused,
    RequestRefused,
    ServerFailed,
    ServerUnreachable,
    TooManyRequests,
    UploadCancelled,
)

__all__ = [
    "Client",
    "KeyRefused",
    "RequestRefused",
    "ServerFailed",
    "ServerUnreachable",
    "TooManyRequests",
    "UploadCancelled",
]
