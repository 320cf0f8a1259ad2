# Each target makes its own .venv; nothing else is installed or changed outside it.
PYTHON ?= python3
BIN := .venv/bin
# A file's tests stay in one process, which then loads the pack once.
PYTEST := $(BIN)/pytest -n auto --dist loadfile

.PHONY: map test check lint fast qgis-check install clean
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

# Needs QGIS with its Python (Debian: apt install qgis python3-qgis); no part of `test`.
QGIS_PYTHON ?= /usr/bin/python3
qgis-check: .venv/.run
	$(BIN)/geoincidents map seeds -o out/qgis --force
	QT_QPA_PLATFORM=offscreen $(QGIS_PYTHON) tools/qgis_check.py out/qgis --picture out/qgis.png

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
