# The page of contents: every job of this repository. Needs only python3 (3.11 or newer) with venv.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

.PHONY: run test check bench fast setup clean

run: $(READY) ## set up what is missing, then the demo: chat with the bot in the browser, no token needed
	@$(BIN)/jianbao demo

test: $(READY) ## set up what is missing, then every test, browser and end-to-end included
	@$(BIN)/python -m pytest -n 2

fast: $(READY) ## the fast part of the tests
	@$(BIN)/python -m pytest -n 4 -m "not slow and not browser"

check: $(READY) ## format, lint, types, imports, docs
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python -m docs.generate --check

bench: $(READY) ## the figures of the goals, side by side in one run
	@$(BIN)/python -m tests.benchmarks

setup: $(READY)

# The hash-locked versions, then ourselves. Runs again only when the lock or the project file changed.
$(READY): requirements.lock pyproject.toml
	@echo "Setting up .venv (once, about a minute) …"
	@$(PYTHON) -c 'import sys; sys.exit("Jianbao needs Python 3.11 or newer, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv .venv || { echo "python3 has no venv here. On Debian: apt install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $(READY)

lock: ## resolve the versions anew (needs uv)
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --extra dev --python-version 3.11 -o requirements.lock pyproject.toml

clean:
	rm -rf .venv build artifacts *.egg-info
