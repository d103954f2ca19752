# Two commands: `make run` serves the demonstration, `make test` checks everything. Each brings what it needs.

PYTHON ?= $(shell for one in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$one -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$one && break; done)
HOST ?= 127.0.0.1
PORT ?= 5000
BIN := .venv/bin
STATIC := $(shell find static -type f ! -name '*.gz')
LANGUAGES :=# whole translations: those that LANGUAGE may name. CONTRIBUTING.md says how one is made
MAKEFLAGS += --no-print-directory
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

.PHONY: help .venv run test browser prove bench pictures words lock

help:
	@echo "make run       serve the demonstration on http://$(HOST):$(PORT) (PORT and HOST change it)"
	@echo "make test      check everything"
	@echo "make prove     the long proofs: kills, faults, races, load"
	@echo "make bench     measure, and write docs/benchmarks.md"
	@echo "make pictures  take the pictures in docs/img"
	@echo "make words     take the words to translate out of the sources, into translations/"
	@echo "make lock      lock the libraries anew from requirements*.in"
	@echo "make .venv     install what it needs to run, and nothing more"

run: .venv
	@exec env DEMO=1 HOST=$(HOST) PORT=$(PORT) $(BIN)/flask --app wsgi forum serve

test: .venv/.tests browser
	@echo "Looking at the code."
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/djlint --lint --quiet templates
	@echo "Running the tests."
	@$(BIN)/python -m pytest -n 2 --dist loadscope -W error

# What the suite does a little of, at full length, and the properties with many examples. docs/proofs.md lists it.
# First what may share the machine, two at a time; then what measures, kills or races, by itself.
TOGETHER := $(patsubst %,tests/prove/test_%.py,naughty_whole all_or_nothing clock deadlines paging) \
	tests/roles tests/test_bad_input.py tests/decisions/data_out/test_size.py \
	tests/decisions/journeys/test_machine.py \
	tests/decisions/journeys/test_fold.py tests/decisions/journeys/test_rules.py tests/forum/markup/test_any_text.py \
	tests/browser
ALONE := $(filter-out $(TOGETHER),$(sort $(wildcard tests/prove/test_*.py))) \
	tests/forum/test_serving.py tests/forum/outbox/test_redis.py

prove: .venv/.tests browser
	@PROVE=1 $(BIN)/python -m pytest -n 2 --dist loadscope $(TOGETHER) -W error --durations=10
	@PROVE=1 $(BIN)/python -m pytest $(ALONE) -W error --durations=10

bench: .venv/.tests
	@$(BIN)/python -m benchmarks

pictures: .venv/.tests browser
	@PICTURES=1 $(BIN)/python -m pytest tests/browser/test_pictures.py -W error

# The environment. A stamp says what was installed from which lock, so that the second time takes no time.
.venv: .venv/.runtime .venv/.static .venv/.words

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Doorway needs Python 3.11 or newer. Install it, then run make again."; exit 1; }
	@echo "Making an environment in .venv."
	@$(PYTHON) -m venv .venv >/dev/null 2>&1 || { rm -rf .venv; \
		$(PYTHON) -m pip install --quiet --target .boot virtualenv && \
		PYTHONPATH=.boot $(PYTHON) -m virtualenv --quiet .venv; } || { rm -rf .venv .boot; \
		echo "Can't make an environment. Install pip (Debian: apt-get install python3-venv), then run make again."; \
		exit 1; }

.venv/.runtime: requirements.txt | $(BIN)/python
	@echo "Installing the libraries, each checked against the lock. About half a minute, only the first time."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

.venv/.tests: requirements-dev.txt .venv/.runtime .venv/.static .venv/.words
	@echo "Installing what the tests need. About a minute, only the first time."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

# Style sheets and scripts, compressed once, beside the originals.
.venv/.static: $(STATIC) .venv/.runtime
	@$(BIN)/python -m whitenoise.compress --quiet static
	@touch $@

# Whole translations, compiled beside their sources.
.venv/.words: $(LANGUAGES:%=translations/%/LC_MESSAGES/messages.po) .venv/.runtime
	@for one in $(LANGUAGES); do $(BIN)/pybabel --quiet compile -d translations -l $$one || exit 1; done
	@touch $@

words: .venv/.runtime
	@$(BIN)/pybabel --quiet extract -F babel.cfg -k NN_:1,2 -c Translators: --no-location --sort-output --omit-header \
		-o translations/messages.pot .
	@$(BIN)/pybabel --quiet update -i translations/messages.pot -d translations --no-fuzzy-matching --ignore-obsolete
	@echo "translations/ holds the words of today."

# A real browser for the tests. It is a program of the system's, so only root can install it.
browser:
	@if for one in "$$BROWSER_BIN" chromium chromium-browser google-chrome-stable google-chrome; do \
		command -v "$$one" >/dev/null && break; done; then true; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing Chromium for the tests. About a minute, only the first time."; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends chromium libatomic1 >/dev/null; \
	else \
		echo "The tests need Chromium. Ask an administrator for: apt-get install chromium libatomic1"; \
		echo "Or name a browser: make test BROWSER_BIN=/path/to/it. Then run make test again."; exit 1; \
	fi

lock: $(BIN)/python
	@test -x .boot/lock/bin/pip-compile || { $(PYTHON) -m venv .boot/lock && .boot/lock/bin/pip install --quiet pip-tools; }
	@for name in requirements requirements-dev; do \
		.boot/lock/bin/pip-compile --quiet --strip-extras --generate-hashes --no-emit-index-url \
			--no-emit-trusted-host --no-emit-find-links --allow-unsafe --no-header -o $$name.txt $$name.in || exit 1; done
