"""The assistant over HTTP: a FastAPI application with thin routes around the service."""
