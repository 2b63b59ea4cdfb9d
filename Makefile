# make demo and make test do all their own set-up: they need Python 3.11 or later and nothing else.
PYTHON ?= python3
BIN := .venv/bin
# The versions in constraints.txt, also of what builds crosp; twice quiet, for pip's warnings are about the machine.
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_BUILD_CONSTRAINT := $(CURDIR)/constraints.txt
# Half of installing is compiling modules that are never imported; Python compiles the others where they are.
export PIP_COMPILE := no
PIP := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check
EXAMPLE := examples/ekskolan/assessments/ekskolan/2026-ht-school.yaml
FUZZ_SECONDS ?= 3600
PYTEST := $(BIN)/python -m pytest --numprocesses auto --no-loadscope-reorder
# What needs neither a browser, nor Word and PDF, nor an installation of its own, starts no process for each test.
HERE := not browser and not office and not installation and not process
# A process for each command is started often: what has been compiled once is kept.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test browser coverage lint types contracts pages docs catalogues constraints newest benchmark fuzz clean

demo: .venv/installed
	@mkdir -p build && rm -f build/ekskolan.html
	@$(BIN)/crosp analyse $(EXAMPLE) > build/ekskolan.txt
	@echo "crosp fungerar. Kartan ur ett exempel / crosp works. The map of an example:"
	@echo
	@sed -n '1,/^→/p' build/ekskolan.txt
	@echo
	@$(BIN)/crosp render $(EXAMPLE) -o build/ekskolan.html
	@echo "Mer står i rapporten. Öppna den i en webbläsare / The report tells more. Open it in a browser:"
	@echo "  $(CURDIR)/build/ekskolan.html"
	@echo "Så gjordes de / How they were made:"
	@echo "  $(BIN)/crosp analyse $(EXAMPLE)"
	@echo "  $(BIN)/crosp render $(EXAMPLE) -o build/ekskolan.html"

# CI goes through all there is besides (the marker `breadth`).
test: lint types contracts
	$(PYTEST) -m "$(HERE) and not breadth"

# Every page in every mode; needs chromium and poppler-utils.
browser: .venv/developing
	CROSP_EVERY_MODE=1 $(PYTEST) -m browser

# What the tests of `make test` reach, and what they do not.
coverage: .venv/developing
	$(PYTEST) -m "$(HERE)" --cov --cov-report=term:skip-covered

lint: .venv/developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/developing
	$(BIN)/mypy

contracts: .venv/developing
	$(BIN)/lint-imports

# Writes anew what the pages have from the code: options, keys, codes, answers of commands.
pages: .venv/developing
	for name in example commands files checks transcripts; do $(BIN)/python docs/generate_$$name.py || exit 1; done

# The site, in build/docs: one for each language, and one for those who develop crosp. A warning is an error.
docs: .venv/documenting
	@rm -rf build/docs && mkdir -p build/docs
	for site in sv en development; do \
	  $(BIN)/sphinx-build --quiet --fail-on-warning --keep-going --fresh-env --doctree-dir build/doctrees/$$site -c docs \
	    -A site=$$site -D language=$$(echo $$site | sed s/development/en/) docs/$$site build/docs/$$site || exit 1; \
	done
	cp docs/_site/index.html build/docs/
	@! grep -rlE '<(script|link|img|iframe)[^>]+"(https?:)?//' build/docs --include='*.html' || (echo "That asks a network for something."; exit 1)
	@echo "build/docs/index.html"

# After a change to a text: collects the texts, brings the catalogues up to date and compiles them.
catalogues: .venv/developing
	@mkdir -p build
	$(BIN)/pybabel --quiet extract --no-location --sort-output --project=crosp --version= -k _ -k many:1,2 \
	  -F babel.cfg -o build/crosp.pot .
	$(BIN)/pybabel --quiet update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date \
	  -D crosp -i build/crosp.pot -d src/crosp_cli/locale
	$(BIN)/pybabel --quiet compile -D crosp -d src/crosp_cli/locale

# Writes constraints.txt anew, with the newest versions of everything; CONTRIBUTING says when.
constraints:
	$(PYTHON) ci/constraints.py

# Which of the newest versions breaks something: all of them at once, and if that is red, one at a time.
newest:
	$(PYTHON) ci/newest.py

benchmark: .venv/developing
	$(PIP) -e ".[bench]"
	$(BIN)/python benchmarks/run.py

# Files, comments, templates, pages, git trees and workbooks, for a sixth of FUZZ_SECONDS each; what fails leaves a file in
# build/fuzz/.
fuzz: .venv/developing
	$(PIP) "atheris>=3"
	@mkdir -p build/fuzz/seeds
	find tests/examples fuzz/seeds templates -type f -exec cp {} build/fuzz/seeds/ \;
	for target in files comments templates pages trees workbooks; do \
	  mkdir -p build/fuzz/$$target && \
	  $(BIN)/python fuzz/run.py $$target build/fuzz/$$target build/fuzz/seeds -dict=fuzz/keywords.dict \
	    -artifact_prefix=build/fuzz/$$target- -max_total_time=$$(( $(FUZZ_SECONDS) / 6 )) -timeout=10 -rss_limit_mb=1024 \
	    -max_len=20000 -print_final_stats=1 || exit 1; \
	done

clean:
	rm -rf .venv build dist

# Each is whole by itself, so that a fresh machine is asked to install once.
.venv/bin/python:
	@echo "Gör mappen .venv för crosp / Making the folder .venv for crosp ..."
	@$(PYTHON) -m venv .venv

INSTALLING := pyproject.toml constraints.txt hatch_build.py | .venv/bin/python

.venv/installed: $(INSTALLING)
	@echo "Hämtar och installerar crosp dit (en minut) / Fetching and installing crosp there (a minute) ..."
	@$(PIP) -e .
	@touch $@

.venv/developing: $(INSTALLING)
	@echo "Installerar crosp och det som utvecklare behöver / Installing crosp and what developers need ..."
	@$(PIP) -e ".[dev]"
	@touch .venv/installed $@

.venv/documenting: $(INSTALLING)
	@echo "Installerar det som webbplatsen behöver med / Installing what the site needs too ..."
	@$(PIP) -e ".[dev,docs]"
	@touch .venv/installed .venv/developing $@
