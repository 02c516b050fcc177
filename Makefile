# The whole of planboard in seven words: site, serve, check, gaps, publish, test, clean.
# Everything is installed into .venv; only what the system itself must bring comes from apt.

PYTHON ?= python3
BIN := .venv/bin
REMOTE := origin
BRANCH := gh-pages
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# apt as root, or through sudo, said aloud
APT = $(if $(filter 0,$(shell id -u)),,sudo )apt-get
SAY_SUDO = @[ "$$(id -u)" = 0 ] || echo "Installing $(1) with apt needs administrator rights: sudo will ask for your password."

.PHONY: site serve check gaps publish test clean

site: .venv/.site ## build the site strictly; site/ changes only when all went well
	@umask 022; rm -rf .site-next && $(BIN)/mkdocs build --strict --site-dir .site-next \
		|| { rm -rf .site-next; echo "Nothing was published; site/ is as it was."; exit 1; }
	@rm -rf .site-previous; if [ -e site ]; then mv site .site-previous; fi
	@mv .site-next site && rm -rf .site-previous
	@echo "The site is in site/. To look at it, run: make serve"

serve: .venv/.site ## preview with live reload at http://127.0.0.1:8000
	$(BIN)/mkdocs serve --livereload

check: .venv/.site ## check the plans as strictly as the build, and say what is wrong
	@$(BIN)/planboard check --strict

gaps: .venv/.site ## list what the records lack; a gap is no mistake
	@$(BIN)/planboard check --findings

publish: committed site ## put site/ where readers see it: one commit on BRANCH of REMOTE
	@$(STOP); there=refs/heads/$(BRANCH); here=refs/heads/$(NEXT); \
	trap "git update-ref -d $$here" EXIT; git update-ref -d $$here; \
	was=$$(git ls-remote $(REMOTE) $$there) \
		&& { [ -z "$$was" ] || git fetch --quiet --no-tags $(REMOTE) +$$there:$$here; } \
		|| stop "$(REMOTE) did not answer. Check the network and that you may use it."; \
	before=$$(git rev-parse --quiet --verify $$here:); \
	who=$$(git var GIT_COMMITTER_IDENT); email=$${who##*<}; \
	said=$$(GIT_COMMITTER_NAME="$${who% <*}" GIT_COMMITTER_EMAIL="$${email%>*}" \
		$(BIN)/ghp-import --no-jekyll --branch $(NEXT) \
		--message "$$(git log -1 --format='Publish %h: %s')" site 2>&1) \
		|| stop "git could not take in site/. It says: $$(echo "$$said" | tail -n 1)"; \
	if [ "$$(git rev-parse $$here:)" = "$$before" ]; then \
		echo "Nothing new to publish: $(BRANCH) of $(REMOTE) holds this very site."; exit; \
	fi; \
	git push --quiet $(REMOTE) $$here:$$there || { \
		[ "$$(git ls-remote $(REMOTE) $$there)" = "$$was" ] \
			|| stop "somebody else published in between. Get their changes with git pull," \
				"then run make publish again."; \
		stop "$(REMOTE) refused, for the reason above. Readers see the site as it was." \
			"Mend the reason and run make publish again."; \
	}; \
	echo "Published: $(BRANCH) of $(REMOTE) holds the site of commit $$(git rev-parse --short HEAD)."

STOP = stop() { echo "Nothing was published: $$*"; exit 1; }
# a branch for the length of one run: what a failed push leaves must not meet the next one
NEXT = planboard-publishing

.PHONY: committed
committed: # so that everybody can see which source a site was made from
	@$(STOP); git rev-parse --quiet --verify HEAD >/dev/null 2>&1 \
		|| stop "this needs git, and a folder kept in git with at least one commit."; \
	git status --short -- . && [ -z "$$(git status --porcelain -- .)" ] \
		|| stop "the changes named above are in no commit, so nobody could tell what the site was" \
			"made from. Commit them, or put them aside with git stash --include-untracked," \
			"then run make publish again."; \
	[ "$$(git symbolic-ref --quiet HEAD)" != refs/heads/$(BRANCH) ] \
		|| stop 'the branch "$(BRANCH)" holds the plans. The site needs a branch of its own.'; \
	git remote get-url $(REMOTE) >/dev/null 2>&1 \
		|| stop 'there is no remote called "$(REMOTE)". Say where your repository is:' \
			'git remote add $(REMOTE) ADDRESS'; \
	git var GIT_COMMITTER_IDENT >/dev/null 2>&1 \
		|| stop 'git does not know who you are. Tell it: git config user.name "Your team",' \
			'and git config user.email with an address.'

test: .venv/.test .venv/.browser ## lint, types and tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

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
	@command -v chromium >/dev/null && command -v java >/dev/null \
		&& $(BIN)/python -c 'import ctypes; ctypes.CDLL("libatomic.so.1")' 2>/dev/null \
		|| $(MAKE) --no-print-directory browser
	@touch $@

.PHONY: python3-venv browser
python3-venv:
	$(call SAY_SUDO,python3-venv)
	$(APT) update -qq && $(APT) install -y -qq python3-venv

browser: # Java runs the validator of HTML; libatomic1 is what the driver of the browser needs
	$(call SAY_SUDO,Chromium and Java)
	$(APT) update -qq && $(APT) install -y -qq chromium default-jre-headless fonts-liberation libatomic1
