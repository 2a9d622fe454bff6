"""Every setting there is: one frozen tree, read from ``ASSISTANT_*`` variables.

Nothing here is global: a program loads its settings once and passes them on.
"""

from assistant.settings.destinations import destinations
from assistant.settings.hosts import reached_as
from assistant.settings.integrations import integration, load_what_openai_looks_for
from assistant.settings.keys import exclusive, key_of, upload_key
from assistant.settings.loading import load_settings, settings_hash
from assistant.settings.tree import PREFIX, EmbedderChoice, Settings

__all__ = [
    "PREFIX",
    "EmbedderChoice",
    "Settings",
    "destinations",
    "exclusive",
    "integration",
    "key_of",
    "load_settings",
    "load_what_openai_looks_for",
    "reached_as",
    "settings_hash",
    "upload_key",
]
