"""The route that says what the page tells before anybody asks."""

from __future__ import annotations

from fastapi import APIRouter

from assistant.server.routes import Serving
from assistant.types import About

about_routes = APIRouter()


@about_routes.get("/about", summary="谁作答，问题发往哪里 · Who answers, and where questions go")
def about(service: Serving) -> About:
    """The model that phrases answers, the hosts beyond the server's own machine that are sent
    questions or paragraphs, and how long conversations are kept. Hosts and names only: no paths,
    keys or user names."""
    return service.about()
