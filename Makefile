# Depositary: two commands set everything up and do the main job: `make demo`, `make test`.
# Nothing is needed beforehand but Python 3.11 or newer (with venv), git and make. Paths are relative: a path with spaces is fine.

SHELL := /bin/sh
PY := .venv/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet --quiet
export PIP_NO_WARN_SCRIPT_LOCATION := 1
export PIP_ROOT_USER_ACTION := ignore

.DEFAULT_GOAL := help
.PHONY: help demo test check format slow bench accuracy probes reference audit-reference language encoder clean

help:
	@echo "make demo      set up, read the example documents, ask of them        (under 2 minutes the first time)"
	@echo "make test      set up, then lint, types and all tests with coverage   (what CI runs)"
	@echo "make check     the quick gate: lint, format, types, rules of the house"
	@echo "make slow      the tests that take long (a hundred kills, two readers at once)"
	@echo "make bench     measure, and write bench/RESULTS.md"
	@echo "make accuracy  read the annotated texts beside the project, and hold the figures to bench/floors.toml"
	@echo "make probes    read single sentences, and tell how many are right in every field"
	@echo "make reference compile the texts of the reference"
	@echo "make audit-reference   draw facts of the reference to look up (SEED=1 N=100)"
	@echo "make language  train the small language layer anew"
	@echo "make encoder   train the encoder anew (START=FOLDER with its start; needs torch and onnx)"
	@echo "make clean     remove what was built"

demo: .venv/runtime.stamp
	@$(PY) -m examples.demo

test: check-quietly
	@$(PY) -m pytest --cov --cov-report=term

check: check-quietly
	@$(PY) -m pytest tests/house

check-quietly: .venv/dev.stamp
	@$(PY) -m ruff check --quiet . && $(PY) -m ruff format --quiet --check . && $(PY) -m mypy --no-error-summary && echo "ruff and mypy --strict: nothing to report"
.PHONY: check-quietly

format: .venv/dev.stamp
	@$(PY) -m ruff check --fix . ; $(PY) -m ruff format .

slow: .venv/dev.stamp
	@$(PY) -m pytest -m slow

bench: .venv/dev.stamp
	@$(PY) -m bench

CASES := ../shared
accuracy: .venv/dev.stamp
	@$(PY) -m bench.accuracy --cases $(CASES) --halves

probes: .venv/dev.stamp
	@$(PY) -m bench.probes --cases $(CASES)

reference: .venv/runtime.stamp
	@$(PY) -m depositary.reference.compile

SEED := 1
N := 100
audit-reference: .venv/runtime.stamp
	@$(PY) -m bench.audit --seed $(SEED) --facts $(N)

language: .venv/dev.stamp
	@$(PY) -m training.language.train

START := ../start
encoder: .venv/dev.stamp
	@$(PY) -m training.encoder.train --start $(START)

clean:
	rm -rf .venv build dist .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis

# A stamp says that the environment is as pyproject.toml and constraints.txt want it; it is made again when they change.
.venv/runtime.stamp: pyproject.toml constraints.txt
	@sh .ci/venv
	@echo "Installing what Depositary needs ..."
	@$(PIP) install -c constraints.txt hatchling editables
	@$(PIP) install -c constraints.txt --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: .venv/runtime.stamp
	@echo "Installing what the tests need ..."
	@$(PIP) install -c constraints.txt --no-build-isolation -e ".[dev]"
	@touch $@
