# The page of contents: every job of this repository. Needs only python3 (3.11 or newer) with venv.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
COMPARE := .venv-compare
# Sums are rounded by their order: one thread, and the instructions that all processors have since 2013, not those of each.
ALIKE := PYTHONHASHSEED=0 OMP_NUM_THREADS=1 OPENBLAS_CORETYPE=Haswell NPY_DISABLE_CPU_FEATURES="X86_V4 AVX512_ICL AVX512_SPR"
TRAIN := .venv-train

.PHONY: run test check bench quality train fast setup lock clean

run: $(READY) ## set up what is missing, then the demo: chat with the bot in the browser, no token needed
	@$(BIN)/jianbao demo

test: $(READY) ## set up what is missing, then every test, browser and end-to-end included
	@$(BIN)/python -m pytest -n 4 --dist worksteal

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

quality: $(COMPARE)/ready ## our summaries beside those of other packages: DATA=file.jsonl for texts of your own, MARKDOWN=page.md writes it down
	@OMP_NUM_THREADS=1 $(COMPARE)/bin/python -m tests.quality.report $(if $(DATA),--data "$(DATA)") $(if $(MARKDOWN),--markdown "$(MARKDOWN)")

train: $(TRAIN)/ready ## learn the weights of the ranker and of the headlines anew: DATA="articles.jsonl.gz posts.jsonl", see docs/summaries.md
	@test -n "$(DATA)" || { echo "Which articles? make train DATA=articles.jsonl.gz (docs/summaries.md tells their form)"; exit 2; }
	@$(ALIKE) $(TRAIN)/bin/python -m summaries.training.ranker $(DATA)
	@$(ALIKE) $(TRAIN)/bin/python -m summaries.training.headline $(DATA)

setup: $(READY)

# The hash-locked versions, then ourselves, compiled where a compiler is. Runs again only when what it is made of changed.
$(READY): requirements.lock pyproject.toml $(wildcard summaries/compiled/*.pyx summaries/compiled/*.pxi)
	@echo "Setting up .venv (once, about a minute) …"
	@$(PYTHON) -c 'import sys; sys.exit("Jianbao needs Python 3.11 or newer, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv .venv || { echo "python3 has no venv here. On Debian: apt install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@rm -f summaries/compiled/*.so # one that cannot be built anew shall not stay as it was
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $(READY)

# A place of their own: what others need shall not change what we are tested with.
$(COMPARE)/ready: requirements-compare.lock
	@echo "Setting up $(COMPARE) (once, about a minute) …"
	@$(PYTHON) -m venv $(COMPARE)
	@$(COMPARE)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-compare.lock
	@touch $@

$(TRAIN)/ready: requirements-train.lock
	@echo "Setting up $(TRAIN) (once, about a minute) …"
	@$(PYTHON) -m venv $(TRAIN)
	@$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-train.lock
	@touch $@

lock: ## resolve the versions anew (needs uv)
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --extra dev --python-version 3.11 -o requirements.lock pyproject.toml
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --extra compare --extra fast --python-version 3.11 -o requirements-compare.lock pyproject.toml
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --extra train --python-version 3.11 -o requirements-train.lock pyproject.toml

clean:
	rm -rf .venv $(COMPARE) $(TRAIN) build artifacts *.egg-info summaries/compiled/*.c summaries/compiled/*.so
