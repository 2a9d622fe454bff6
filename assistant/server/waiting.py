"""The queue of uploads, as routes ask for it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from assistant.server.jobs import Jobs


def _jobs(request: Request) -> Jobs:
    jobs: Jobs = request.app.state.jobs
    return jobs


Waiting = Annotated[Jobs, Depends(_jobs)]
