"""The library over the Model Context Protocol, for language models and the programs around them.

Tools that read and never change anything, and paragraphs as resources, with the official SDK: over
streamable HTTP below ``/mcp`` and over a process's own standard streams. See docs/mcp.md.
"""

from assistant.mcp_server.endpoint import MCP_PATH, McpEndpoint
from assistant.mcp_server.seam import Library
from assistant.mcp_server.stdio import serve_stdio

__all__ = ["MCP_PATH", "Library", "McpEndpoint", "serve_stdio"]
