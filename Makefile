# Two commands do everything, set-up included: `make run` and `make test`.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py

.DEFAULT_GOAL := help
.PHONY: help run dev test bench pictures messages clean

help: ## List the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 12

run: $(VENV)/run ## Serve the site as in production: make run PORT=8000
	@HTTPS=0 $(MANAGE) collectstatic --noinput --verbosity 0
	@HTTPS=0 exec $(MANAGE) serve --host $(HOST) --port $(PORT)

dev: $(VENV)/run ## Serve with Django's reloading server, for work on the code
	@DEBUG=1 $(MANAGE) runserver $(HOST):$(PORT)

test: $(VENV)/test ## Lint, check types and settings, and run all tests, in a real browser too
	@bash tests/browser/prepare.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(MANAGE) check --deploy --tag security --fail-level WARNING
	$(BIN)/pytest

bench: $(VENV)/test ## Print what a walk costs beside a bare Django view, as ratios
	@$(BIN)/python -m tools.bench

pictures: $(VENV)/test ## Draw the preview cards and the touch icon anew, from tools/picture.html and static/mark.svg
	@bash tests/browser/prepare.sh
	@DJANGO_SETTINGS_MODULE=wizard.settings $(BIN)/python -m tools.pictures

messages: $(VENV)/test ## Find the frame's words in the templates and compile their translations (needs gettext)
	$(MANAGE) makemessages --locale ja --no-location --no-obsolete --no-wrap --ignore tests
	$(MANAGE) compilemessages

clean: ## Remove what the other targets made
	rm -rf $(VENV) staticfiles .pytest_cache .mypy_cache .ruff_cache .hypothesis test-artifacts

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv is needed: on Debian, apt-get install python3-venv"; exit 1; }

$(VENV)/run: requirements.txt | $(BIN)/python
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/test: requirements.txt tests/requirements.txt | $(BIN)/python
	@$(BIN)/pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $@
