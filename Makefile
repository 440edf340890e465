# Everything a person or a CI machine does with the project; `make` alone lists the targets.
# Needs Python 3.11 or newer with its venv module; the rest is installed into .venv: what a build needs from
# requirements.lock, what tests and lint need besides from requirements-dev.lock.

.DEFAULT_GOAL := help
.PHONY: help build test lint permalinks score serve bundle golden bench-search lock clean browser

VENV  := .venv
BIN   := $(VENV)/bin
READY := $(VENV)/.ready
DEV   := $(VENV)/.dev-ready
PORT  ?= 8000

# The first interpreter that really runs and is new enough; a shim that only exists does not count.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	"$$python" -c '$(NEW_ENOUGH)' 2>/dev/null && { echo "$$python"; break; }; done)

# The address that the site is going to have, when it is known: `make build SITE_URL=https://…/`.
export SITE_URL

export PIP_DISABLE_PIP_VERSION_CHECK := 1

# A lock is the whole truth: nothing is resolved and nothing is built, so no later release of anything can break it.
# A machine for which a package has no wheel can build that one: `make build WHEELS_ONLY=`.
WHEELS_ONLY := --only-binary :all:
INSTALL := -m pip install --quiet --no-deps --require-hashes $(WHEELS_ONLY) --requirement

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: $(READY) ## read issues/ and build the site into site/
	$(BIN)/python -m generator build

test: $(DEV) browser ## run every test, those in the browser too, with coverage
	$(BIN)/python -m pytest --cov --cov-report=term

lint: $(DEV) ## check style and types
	$(BIN)/ruff check .
	$(BIN)/mypy

score: $(READY) ## measure how well the annotated issues are read
	$(BIN)/python -m generator score

permalinks: $(READY) ## bring issues/permalinks.yml, the ledger of permanent addresses, up to date
	$(BIN)/python -m generator permalinks

serve: build ## build the site and serve it on http://127.0.0.1:8000 (PORT=…)
	$(BIN)/python -m http.server --bind 127.0.0.1 --directory site $(PORT)

bundle: $(READY) ## make dist/….zip, the site to open by double click without a network
	$(BIN)/python -m generator bundle

golden: $(DEV) ## rewrite the golden files of the tests; read the diff before you commit it
	$(BIN)/python -m pytest -q --golden -k golden

bench-search: $(DEV) browser ## measure search at 5,000 documents, beside Pagefind's figures
	$(BIN)/python -m tests.search.bench

# One version of each package for every Python and every system, from the oldest Python that the README names.
RESOLVE := env -u PIP_FIND_LINKS UV_CUSTOM_COMPILE_COMMAND="make lock" .build/uv/bin/uv pip compile --quiet --no-config \
	--universal --python-version 3.11 --fork-strategy fewest --generate-hashes

lock: ## resolve both locks anew from pyproject.toml
	"$(PYTHON)" -m venv .build/uv
	.build/uv/bin/python -m pip install --quiet --upgrade uv
	$(RESOLVE) --upgrade --extra editable --output-file requirements.lock pyproject.toml
	$(RESOLVE) --upgrade --extra editable --extra dev --constraint requirements.lock \
		--output-file requirements-dev.lock pyproject.toml

clean: ## remove everything that was built (.venv stays)
	rm -rf site dist .build docs_src/archive docs_src/n docs_src/index.md \
		.coverage htmlcov .pytest_cache .mypy_cache .ruff_cache .hypothesis

browser: $(DEV)
	@$(BIN)/python tests/site/browser.py

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 or newer found; install it or say make PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -c '$(NEW_ENOUGH)' || { echo "make: $(PYTHON) is older than Python 3.11" >&2; exit 1; }
	@"$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "make: $(PYTHON) has no venv module; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	"$(PYTHON)" -m venv --clear $(VENV)
	$(BIN)/python $(INSTALL) requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): $(READY) requirements-dev.lock
	$(BIN)/python $(INSTALL) requirements-dev.lock
	@touch $@
