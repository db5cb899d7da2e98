# The commands of this project. `make` alone lists them.

PORT ?= 8000
PYTHON ?= python3
POT ?= translations/messages.pot

BIN := .venv/bin
PIP := $(BIN)/pip -qq --disable-pip-version-check install
CATALOGS := $(patsubst %.po,%.mo,$(wildcard translations/*/LC_MESSAGES/messages.po))
PYTEST := $(BIN)/python -m pytest
# Half of what a test waits for is a browser or a database; more than four would crowd a machine.
AT_ONCE := --numprocesses=logical --maxprocesses=4 --dist=worksteal

.DELETE_ON_ERROR:
.PHONY: help run test test-all orca check bench words extract lock tools

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' Makefile | expand -t 16

run: .venv/run-ready $(CATALOGS) ## set everything up and serve on http://127.0.0.1:8000 (PORT= changes it)
	@$(BIN)/ownpace migrate
	@$(BIN)/ownpace sample
	@exec $(BIN)/ownpace serve --port $(PORT)

test: .venv/test-ready $(CATALOGS) tools ## set up what the tests need and run them
	$(PYTEST) $(AT_ONCE)

# With TESTED=yes only what `make test` leaves out is run.
test-all: .venv/test-ready $(CATALOGS) tools ## every page, language, theme and engine
	$(PYTEST) $(AT_ONCE) $(if $(TESTED),-m every,--every) $(if $(SECONDS_LEFT),--seconds-left=$(SECONDS_LEFT))

orca: .venv/test-ready $(CATALOGS) ## a screen reader reads a whole sitting; what it says goes into docs/heard
	@tests/setup/orca
	$(PYTEST) -m heard tests/heard

check: .venv/test-ready ## lint, types, layers, templates, catalogs: under a minute
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/djlint --lint --quiet templates
	$(PYTEST) tests/house

bench: .venv/test-ready $(CATALOGS) tools ## bytes, round trips and throughput, into bench/results.json
	$(BIN)/python -m bench

# A new language: make words LOCALE=sw
words: extract ## extract the marked texts and bring every catalog up to date
	@test -z "$(LOCALE)" || test -e translations/$(LOCALE) || $(BIN)/pybabel --quiet init \
		--width=100 --input-file=$(POT) --output-dir=translations --locale=$(LOCALE)
	@for catalog in translations/*/LC_MESSAGES/messages.po; do \
		test -e $$catalog || continue; \
		locale=$${catalog#translations/}; \
		$(BIN)/pybabel --quiet update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date \
			--width=100 --input-file=$(POT) --output-file=$$catalog --locale=$${locale%%/*}; \
	done

extract: .venv/run-ready
	@mkdir -p $(dir $(POT))
	@$(BIN)/pybabel --quiet extract --mapping-file=pyproject.toml --keyword=N_ --omit-header \
		--add-location=file --sort-by-file --width=100 --output-file=$(POT) .

lock: .venv/bin/python ## pin the whole set of packages again after a change in pyproject.toml
	$(PYTHON) -m venv .venv/lock
	.venv/lock/bin/pip --quiet install uv==0.13.9
	cd requirements && ../.venv/lock/bin/uv pip compile --quiet --universal --python-version=3.11 \
		--generate-hashes --no-annotate --no-header --group=../pyproject.toml:build --extra=sound ../pyproject.toml -o run.txt
	cd requirements && ../.venv/lock/bin/uv pip compile --quiet --universal --python-version=3.11 \
		--generate-hashes --no-annotate --no-header --group=../pyproject.toml:build --group=../pyproject.toml:test \
		--extra=postgres --extra=s3 --extra=sound --constraint=run.txt ../pyproject.toml -o test.txt

tools:
	@tests/setup/tools

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
		{ echo "Ownpace needs Python 3.11, 3.12 or 3.13: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Making .venv, once: this takes a minute."
	@$(PYTHON) -m venv .venv || \
		{ rm -rf .venv; echo "Python's venv is missing. On Debian: apt-get install python3-venv"; exit 1; }

# The project installs itself in place (editable) with the backend from the lock, so nothing is
# fetched that the lock does not name.
.venv/run-ready: requirements/run.txt pyproject.toml | .venv/bin/python
	@$(PIP) --require-hashes -r requirements/run.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test-ready: requirements/test.txt .venv/run-ready
	@$(PIP) --require-hashes -r requirements/test.txt
	@touch $@

%.mo: %.po | .venv/run-ready
	@$(BIN)/pybabel --quiet compile --input-file=$< --output-file=$@
