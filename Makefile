# Everything a person or a CI machine does with the project; `make` alone lists the targets.
# Needs Python 3.11 or newer with its venv module; the rest is installed from requirements.lock into .venv.

.DEFAULT_GOAL := help
.PHONY: help build test lint permalinks score serve bundle golden bench-search lock clean browser

VENV  := .venv
BIN   := $(VENV)/bin
STAMP := $(VENV)/.ready
PORT  ?= 8000

# The first interpreter that really runs and is new enough; a shim that only exists does not count.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3 python; do \
	"$$python" -c '$(NEW_ENOUGH)' 2>/dev/null && { echo "$$python"; break; }; done)

# The address that the site is going to have, when it is known: `make build SITE_URL=https://…/`.
export SITE_URL

export PIP_DISABLE_PIP_VERSION_CHECK := 1

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: $(STAMP) ## read issues/ and build the site into site/
	$(BIN)/python -m generator build

test: $(STAMP) browser ## run every test, those in the browser too, with coverage
	$(BIN)/python -m pytest --cov --cov-report=term

lint: $(STAMP) ## check style and types
	$(BIN)/ruff check .
	$(BIN)/mypy

score: $(STAMP) ## measure how well the annotated issues are read
	$(BIN)/python -m generator score

permalinks: $(STAMP) ## bring issues/permalinks.yml, the ledger of permanent addresses, up to date
	$(BIN)/python -m generator permalinks

serve: build ## build the site and serve it on http://127.0.0.1:8000 (PORT=…)
	$(BIN)/python -m http.server --bind 127.0.0.1 --directory site $(PORT)

bundle: $(STAMP) ## make dist/….zip, the site to open by double click without a network
	$(BIN)/python -m generator bundle

golden: $(STAMP) ## rewrite the golden files of the tests; read the diff before you commit it
	$(BIN)/python -m pytest -q --golden -k golden

bench-search: $(STAMP) browser ## measure search at 5,000 documents, beside Pagefind's figures
	$(BIN)/python -m tests.search.bench

lock: $(STAMP) ## resolve requirements.lock anew from pyproject.toml
	env -u PIP_FIND_LINKS -u PIP_EXTRA_INDEX_URL PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile \
		--quiet --upgrade --extra dev --generate-hashes --allow-unsafe --strip-extras \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
		--output-file requirements.lock pyproject.toml

clean: ## remove everything that was built (.venv stays)
	rm -rf site dist .build docs_src/archive docs_src/n docs_src/index.md \
		.coverage htmlcov .pytest_cache .mypy_cache .ruff_cache .hypothesis

browser: $(STAMP)
	@$(BIN)/python tests/site/browser.py

$(STAMP): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 or newer found; install it or say make PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -c '$(NEW_ENOUGH)' || { echo "make: $(PYTHON) is older than Python 3.11" >&2; exit 1; }
	@"$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "make: $(PYTHON) has no venv module; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	"$(PYTHON)" -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@
