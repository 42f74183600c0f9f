# Two commands do everything, set-up included: `make run` and `make test`. `make check` is for while you work.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
PIP := $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes
PYTEST := $(BIN)/pytest --numprocesses auto --dist worksteal
LOCK := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command "make locks" pyproject.toml

export BASE ?=
.DEFAULT_GOAL := help
.PHONY: help run dev lint check test compare browsers mutants locks bench pictures maps schema messages clean audit

help: ## List the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 12

run: $(VENV)/run ## Serve the site as in production: make run PORT=8000
	@HTTPS=0 $(MANAGE) collectstatic --noinput --verbosity 0
	@HTTPS=0 exec $(MANAGE) serve --host $(HOST) --port $(PORT)

dev: $(VENV)/run ## Serve with Django's reloading server, for work on the code
	@DEBUG=1 $(MANAGE) runserver $(HOST):$(PORT)

lint: $(VENV)/test ## Lint code and flows, and check format, types and settings
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/tombi lint --offline --quiet wizard/flows
	$(MANAGE) check --deploy --tag security --fail-level WARNING
	$(MANAGE) check

check: lint ## Lint, and run the tests that are quick and need no browser: for while you work
	$(PYTEST) --ignore tests/browser -m 'not slow'

test: ## Lint, and run all tests, in real browsers too: what CI runs
	@$(MAKE) --no-print-directory --jobs 2 lint browsers
	$(PYTEST)

compare: $(VENV)/test ## Say what has changed of the advice since a branch left main, or since BASE, and whether it may
	@$(MANAGE) prove --against "$$BASE"

browsers:
	@bash tests/browser/prepare.sh
	@bash tests/prepare.sh

bench: $(VENV)/test ## Hold what pages and proofs cost to their targets, as ratios to a bare Django view
	@status=0; export HTTPS=0 DJANGO_SETTINGS_MODULE=wizard.settings; \
		for part in bench proofs; do $(BIN)/python -m tools.$$part || status=1; done; exit $$status

audit: $(VENV)/test ## Look the dependencies up among known weaknesses; UNAUDITED=allowed where that cannot be done
	@$(BIN)/python -m tools.audit $(if $(filter allowed,$(UNAUDITED)),--allow-unaudited)

pictures: $(VENV)/test browsers ## Draw the preview cards and the icons anew, from tools/picture.html and static/mark.svg
	@DJANGO_SETTINGS_MODULE=wizard.settings $(BIN)/python -m tools.pictures

maps: $(VENV)/test ## Draw the map of each flow's rules anew (needs Graphviz)
	@DJANGO_SETTINGS_MODULE=wizard.settings $(BIN)/python -m tools.maps

schema: $(VENV)/test ## Make the schema of flow files anew, after a change in the manual's tables
	@DJANGO_SETTINGS_MODULE=wizard.settings $(BIN)/python -m tools.schema

messages: $(VENV)/test ## Find the frame's words in the templates and compile their translations (needs gettext)
	$(MANAGE) makemessages --locale ja --no-location --no-obsolete --no-wrap --ignore tests
	$(MANAGE) compilemessages

mutants: $(VENV)/test ## Change the code bit by bit and list what no test notices: make mutants ONLY='wizard.engine.walking*'
	@rm -rf mutants # mutmut would keep its copies of content that has changed, and of tests that have moved
	$(BIN)/mutmut run $(if $(ONLY),'$(ONLY)')
	@echo "No test notices these (mutmut show NAME tells each):"
	@$(BIN)/mutmut results | grep --invert-match 'not checked' || echo "    none"

locks: $(VENV)/test ## Lock what pyproject.toml pins, with all that it brings in, at today's versions
	$(LOCK) --output-file requirements.txt
	$(LOCK) --group test --output-file tests/requirements.txt

clean: ## Remove what the other targets made
	rm -rf $(VENV) staticfiles .pytest_cache .mypy_cache .ruff_cache .hypothesis mutants test-artifacts

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv is needed: on Debian, apt-get install python3-venv"; exit 1; }

$(VENV)/run: requirements.txt | $(BIN)/python
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/test: tests/requirements.txt | $(BIN)/python
	@$(PIP) -r tests/requirements.txt
	@touch $@
