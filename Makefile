# Each target makes its own .venv; nothing else is installed or changed outside it.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: map test check lint fast install clean
.DEFAULT_GOAL := map

map: .venv/.run  ## the demo: seeds/ becomes output/
	$(BIN)/geoincidents map seeds -o output

install: .venv/.run

test: .venv/.dev
	$(BIN)/pytest

fast: .venv/.dev
	$(BIN)/pytest -m "not slow and not browser"

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
	touch $@

.venv/.dev: .venv/.run
	$(BIN)/pip install --quiet --group dev
	touch $@

clean:
	rm -rf .venv build dist
