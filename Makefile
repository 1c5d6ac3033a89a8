# `make` lists what there is to do. On a machine with Python 3.11 or newer and make, each target sets itself up.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TESTS ?= tests
# One more than two cores: there is always a test that waits.
WORKERS ?= 3
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header

.DEFAULT_GOAL := help
.PHONY: help play run setup test check format bench fuzz trust lock clean

help: ## List the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

play: $(READY) ## Try the bot in the browser, without a token: http://127.0.0.1:8080
	$(BIN)/dailydeck play

run: $(READY) ## Start the bot for real; settings come from the environment or .env
	$(BIN)/dailydeck run

setup: $(READY) ## Create .venv and install the locked dependencies

test: check ## Run everything: checks, then all tests
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(TESTS)

check: $(READY) ## Lint, formatting, types, import contracts, decks, migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/dailydeck decks check content/decks/*.toml
	$(BIN)/python -m tests.support.migrations

format: $(READY) ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY) ## Measure speed; prints tables with a baseline of the same run
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.importing
	$(BIN)/python -m benchmarks.push
	$(BIN)/python -m benchmarks.choice
	$(BIN)/python -m benchmarks.retention
	$(BIN)/python -m benchmarks.crowd
	$(BIN)/python -m benchmarks.boards
	$(BIN)/python -m benchmarks.boards --postgresql
	$(BIN)/python -m benchmarks.throughput

fuzz: $(READY) ## Read ever changing files for a minute, looking for errors; installs atheris
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'atheris>=3'
	$(BIN)/python -m tests.support.fuzz

trust: $(READY) ## Put faults to the real process and print the trust card (FAULTS="F1 F3", SHORT=1, MUTATE=1)
	$(BIN)/python -m trust$(if $(MUTATE),.mutations) $(if $(SHORT),--short) $(FAULTS)

lock: $(READY) ## Bring the locked requirements in line with pyproject.toml
	$(LOCK) --group build --output-file requirements.lock pyproject.toml
	$(LOCK) --group dev --constraints requirements.lock --output-file requirements-dev.lock pyproject.toml

clean: ## Remove .venv and what tools left behind
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info

# A virtual environment that was cut off half-way is built anew: the mark comes last.
$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Dailydeck needs Python 3.11 or newer; try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
