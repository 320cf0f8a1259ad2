# Each target makes its own .venv; nothing else is installed or changed outside it.
PYTHON ?= python3
BIN := .venv/bin
# A file's tests stay in one process, which then loads the pack once.
PYTEST := $(BIN)/pytest -n auto --dist loadfile

.PHONY: map test check lint fast install clean
.DEFAULT_GOAL := map

map: .venv/.run  ## the demo: seeds/ becomes output/
	$(BIN)/geoincidents map seeds -o output

install: .venv/.run

test: .venv/.dev
	$(PYTEST)

fast: .venv/.dev
	$(PYTEST) -m "not slow and not browser"

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

check: lint test

.venv/bin/python:
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade "pip>=25.1"

.venv/.run: pyproject.toml hatch_build.py package-lock.json | .venv/bin/python
	$(BIN)/pip install --quiet --editable .
	$(BIN)/python -m compileall -q geoincidents  # as pip does for a wheel
	touch $@

.venv/.dev: .venv/.run
	$(BIN)/pip install --quiet --group dev
	touch $@

clean:
	rm -rf .venv build dist
