# 决议问答 · Resolution Assistant
#
#   docker build -t resolution-assistant .
#   docker run --rm --read-only --tmpfs /tmp -v library:/data -p 127.0.0.1:8000:8000 resolution-assistant
#
# The page and the packages are made in images of their own; what runs has neither Node nor
# compilers, and writes nowhere but /data and /tmp. Several processes: deploy/compose.yaml.

FROM node:22-bookworm-slim AS page
WORKDIR /src/web
COPY web/package.json web/package-lock.json web/.npmrc ./
RUN npm ci --no-fund --no-audit
COPY web ./
RUN npm run --silent build

FROM python:3.11-slim-bookworm AS packages
WORKDIR /src
COPY requirements-build.lock requirements.lock ./
RUN python -m venv /build \
    && /build/bin/python -m pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements-build.lock \
    && python -m venv --without-pip /app \
    && /build/bin/uv pip sync --no-cache --compile-bytecode --python /app/bin/python --require-hashes requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY prompts prompts
COPY eval eval
COPY assistant assistant
COPY --from=page /src/assistant/server/static assistant/server/static
RUN /build/bin/uv build --no-cache --wheel --no-build-isolation --python /build/bin/python --out-dir /dist \
    && /build/bin/uv pip install --no-cache --compile-bytecode --no-deps --python /app/bin/python /dist/*.whl

FROM python:3.11-slim-bookworm
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Resolution Assistant" \
      org.opencontainers.image.description="决议问答：回答逐句可对照联合国大会决议 · Answers about UN General Assembly resolutions that can be checked word for word" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION"
COPY --from=packages /app /app
# By number, so that an orchestrator can see that it is not root.
RUN install -d -o 10001 -g 10001 -m 0700 /data
ENV PATH="/app/bin:$PATH" \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    HOME=/tmp \
    ASSISTANT_DATA_DIR=/data \
    ASSISTANT_HOST=0.0.0.0 \
    ASSISTANT_PORT=8000
USER 10001:10001
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
# Alive, not ready: while its library is being opened, or Chroma is away, it must not be restarted.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/api/health', timeout=4)"]
CMD ["assistant", "serve"]
