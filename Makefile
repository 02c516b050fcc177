# The whole of planboard in six words: site, serve, check, gaps, test, clean.
# Everything is installed into .venv; only what the system itself must bring comes from apt.

PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# apt as root, or through sudo, said aloud
APT = $(if $(filter 0,$(shell id -u)),,sudo )apt-get
SAY_SUDO = @[ "$$(id -u)" = 0 ] || echo "Installing $(1) with apt needs administrator rights: sudo will ask for your password."

.PHONY: site serve check gaps test clean

site: .venv/.site ## build the site strictly; site/ changes only when all went well
	@umask 022; rm -rf .site-next && $(BIN)/mkdocs build --strict --site-dir .site-next \
		|| { rm -rf .site-next; echo "Nothing was published; site/ is as it was."; exit 1; }
	@rm -rf .site-previous; if [ -e site ]; then mv site .site-previous; fi
	@mv .site-next site && rm -rf .site-previous
	@echo "The site is in site/. Open site/index.html, or run: make serve"

serve: .venv/.site ## preview with live reload at http://127.0.0.1:8000
	$(BIN)/mkdocs serve --livereload

check: .venv/.site ## check the plans as strictly as the build, and say what is wrong
	@$(BIN)/planboard check --strict

gaps: .venv/.site ## list what the records lack; a gap is no mistake
	@$(BIN)/planboard check --findings

test: .venv/.test .venv/.browser ## lint, types and tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

clean: ## remove all that make has made
	rm -rf .venv .site-next .site-previous site dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/.site: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || $(MAKE) --no-print-directory python3-venv
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

.venv/.test: .venv/.site requirements-dev.txt
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

.venv/.browser: .venv/.site
	@command -v chromium >/dev/null && $(BIN)/python -c 'import ctypes; ctypes.CDLL("libatomic.so.1")' \
		2>/dev/null || $(MAKE) --no-print-directory browser
	@touch $@

.PHONY: python3-venv browser
python3-venv:
	$(call SAY_SUDO,python3-venv)
	$(APT) update -qq && $(APT) install -y -qq python3-venv

browser: # libatomic1 is what the driver of the browser needs and Debian's smallest system lacks
	$(call SAY_SUDO,Chromium)
	$(APT) update -qq && $(APT) install -y -qq chromium fonts-liberation libatomic1
