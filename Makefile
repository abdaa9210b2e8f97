# make report    writes report.html             make report ARTICLE=path-or-URL [OUTPUT=file]
# make test      runs all tests; what Chromium or further articles are needed for is skipped without them
# make check     runs what is done in a minute or two: style, types, order of imports, the tests of one thing
# make fuzz      tries to break it for ten minutes   make fuzz SEED=2 MINUTES=1
# make lab       opens JupyterLab               make lab ARTICLE=path-or-URL
# make compare   sets several articles on one event side by side: make compare ARTICLES="one.txt other.txt" [OUTPUT=file]
# make outputs   runs the committed notebooks again and saves them
# make lock      pins the newest versions that fit pyproject.toml (needs uv)
#
# Quote a URL for the shell: make report ARTICLE='https://…'. Without make: see the README.

# As the user wrote them: `$` and `&` in a URL are letters.
override ARTICLE := $(value ARTICLE)
override ARTICLES := $(value ARTICLES)
override OUTPUT := $(value OUTPUT)
export ARTICLE ARTICLES OUTPUT

PYTHON ?= python3
RUN := .venv/bin/python -m

.PHONY: report compare test lint check fuzz lab outputs lock
report: .venv/ready
	@$(RUN) analysis report -o "$${OUTPUT:-report.html}" -- $${ARTICLE:+"$$ARTICLE"}

compare: .venv/ready
	@$(RUN) analysis compare -o "$${OUTPUT:-compare.html}" -- $${ARTICLES:-data/articles/*.txt}

test: .venv/ready
	@$(RUN) pytest

lint: .venv/ready
	@$(RUN) ruff check
	@$(RUN) mypy
	@.venv/bin/lint-imports

# In two processes; what the first says comes after what the second says.
check: lint
	@$(RUN) pytest -q -m unit tests/test_[a-f]*.py > .venv/checked 2>&1 & first=$$!; \
	    $(RUN) pytest -q -m unit tests/test_[g-z]*.py analysis; second=$$?; \
	    wait $$first; first=$$?; cat .venv/checked; exit $$((first + second))

fuzz: .venv/ready
	@$(RUN) fuzz --seed "$${SEED:-1}" --minutes "$${MINUTES:-10}"

lab: .venv/ready
	@$(RUN) analysis lab -- $${ARTICLE:+"$$ARTICLE"}

outputs: .venv/ready
	@$(RUN) analysis outputs

lock:
	uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-header --upgrade --quiet --output-file requirements.lock

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo 'Python 3.11 or newer is needed: install one and say make PYTHON=python3.12 …' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	    { echo 'Python cannot make virtual environments here: sudo apt-get install python3-venv' >&2; exit 1; }
	@echo 'Setting up in .venv, once; this takes a few minutes' >&2
	@$(PYTHON) -m venv --clear .venv
	@$(RUN) pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(RUN) pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
