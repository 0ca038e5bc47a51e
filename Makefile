.PHONY: help run serve demo figures rehearsal test suite coverage test-fast lint types bench soak pictures assets lock licences sbom release clean
.DEFAULT_GOAL := help

PYTHON ?= python3
SERVE_PORT := $(or $(PORT),8000)
PORT ?= 8050
HOST ?= 127.0.0.1
WORKERS ?= 2
VENV := .venv
PY := $(VENV)/bin/python
# The locks are whole: nothing is resolved anew, so a release after the locking changes nothing.
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps
# Four processes for two cores: browser tests wait as well as work. A module's tests stay together, with what they share, and
# tests/conftest.py says which modules go first.
PROCESSES ?= 4
# Where the environment forbids it, every process of the tests would compile all modules anew.
test coverage test-fast: export PYTHONDONTWRITEBYTECODE :=
PYTEST := pytest -q -n $(PROCESSES) --dist loadscope --no-loadscope-reorder
VENDOR := assets/vendor/plotly-geo.min.js
BUNDLE := $(VENV)/bundle
# What only the tests and the benchmark take from npm: axe-core, Leaflet.
PEERS := $(VENV)/peers
# A privileged apt-get where there is one: as root, or through sudo.
APT := $(shell [ "$$(id -u)" = 0 ] && echo apt-get || echo sudo apt-get)

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: $(VENV)/run.stamp $(VENDOR) ## set everything up and serve http://127.0.0.1:8050 (PORT= changes it), with real figures only
	@PORT=$(PORT) $(PY) app.py

serve: $(VENV)/run.stamp $(VENDOR) ## the production server at 127.0.0.1:8000 (HOST=, PORT=, WORKERS= change it; settings are in the README)
	@exec $(PY) -m components.serve --host $(HOST) --port $(SERVE_PORT) --workers $(WORKERS) $(ARGS)

demo: $(VENV)/run.stamp $(VENDOR) ## the same with made-up example figures where BL's own are missing, each marked as one
	@DANMARKSKORT_EKSEMPELTAL=1 PORT=$(PORT) $(PY) app.py

figures: $(VENV)/run.stamp ## fetch Danmarks Statistik's figures for all kommuner as a new edition (ARGS= adds keys and options)
	@$(PY) -m data fetch $(ARGS)

rehearsal: $(VENV)/dev.stamp $(VENDOR) ## the fetch against a local server with invented numbers, then the map on them
	@PORT=$(PORT) $(PY) -m tests.rehearsal

# mypy keeps one processor busy for a minute, which the tests do not fill all the time: so both at once.
test: lint $(VENDOR) $(PEERS)/peers.stamp ## lint, types, unit tests and browser tests
	@$(MAKE) --no-print-directory -j2 types suite

suite:
	$(PY) -m $(PYTEST) --durations=10

coverage: $(VENV)/dev.stamp $(VENDOR) $(PEERS)/peers.stamp ## the tests once more, and which lines of ours none of them has run
	$(PY) -m slipcover -m $(PYTEST)

test-fast: $(VENV)/dev.stamp $(VENDOR) ## the unit tests of the daily loop: no browser, no PDF, under a minute
	$(PY) -m $(PYTEST) -m "not browser and not pdf and not slow"

lint: $(VENV)/dev.stamp
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

types: $(VENV)/dev.stamp
	$(PY) -m mypy

test coverage lint types bench: | chromium
test coverage: | nginx
bench: $(VENV)/dev.stamp $(VENDOR) $(PEERS)/peers.stamp ## how fast all is, beside Leaflet, a tutorial-style Dash app and an old commit (ARGS="--json FILE --readme")
	$(PY) -m tests.benchmark $(ARGS)

soak: $(VENV)/dev.stamp $(VENDOR) ## ten minutes of 200 readers, every answer checked; then 10,000 fuzzed requests, 2,000 workbooks (ARGS=)
	$(PY) -m tests.soak.run $(ARGS)

pictures: $(VENV)/dev.stamp $(VENDOR) chromium ## the pictures of the README, from the production server
	$(PY) -m tests.pictures

assets: $(VENDOR) ## plotly's bundle and the typefaces, from npm
lock: $(VENV)/dev.stamp ## resolve the dependencies anew, list their licences, run the tests
	$(PY) -m pip install --quiet uv
	$(VENV)/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --upgrade --extra build -o .ci/requirements.txt
	$(VENV)/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --extra build --extra dev -c .ci/requirements.txt -o .ci/requirements-dev.txt
	@$(MAKE) licences
	@$(MAKE) test

licences: $(VENV)/dev.stamp ## list the licences of all that is not ours, in components/release/licences.md
	@$(PY) -m components.release licences

sbom: $(VENV)/dev.stamp ## the bill of materials, as CycloneDX JSON, in dist/
	@$(PY) -m components.release sbom dist/danmarkskortet.cdx.json

release: $(VENV)/dev.stamp $(VENDOR) ## test, set VERSION=, build what is given out in dist/, commit and tag (ARGS=--without-container)
	@$(PY) -m components.release release "$(VERSION)" $(ARGS)

clean: ## remove what was set up
	rm -rf $(VENV) assets/vendor .mypy_cache .ruff_cache .pytest_cache

# Debian and Ubuntu ship Python without venv: it is installed where it is missing.
$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version). Name another with PYTHON=."; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { rm -rf $(VENV); $(APT) update -qq && $(APT) install -y -qq python3-venv && $(PYTHON) -m venv $(VENV); }

$(VENV)/run.stamp: .ci/requirements.txt | $(PY)
	@echo "Installing what the map needs (once) ..."
	@$(PIP) -r .ci/requirements.txt
	@touch $@

$(VENV)/dev.stamp: .ci/requirements-dev.txt $(VENV)/run.stamp
	@echo "Installing what the tests need (once) ..."
	@$(PIP) -r .ci/requirements-dev.txt
	@touch $@

$(VENDOR): assets/bundle/package-lock.json components/typeface/cut.py | $(VENV)/run.stamp
	@echo "Fetching plotly's bundle and the typefaces (once) ..."
	@mkdir -p $(BUNDLE) assets/vendor && cp assets/bundle/package.json assets/bundle/package-lock.json $(BUNDLE)
	@PATH="$(CURDIR)/$(VENV)/bin:$$PATH" npm ci --prefix $(BUNDLE) --ignore-scripts --silent --no-audit --no-fund
	@cp $(BUNDLE)/node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2 assets/vendor
	@$(PY) -m components.typeface.cut $(BUNDLE)/node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2 assets/vendor/overskrift-serif.woff2
	@cp $(BUNDLE)/node_modules/@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf assets/vendor
	@cp $(BUNDLE)/node_modules/@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf assets/vendor
	@cp $(BUNDLE)/node_modules/@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf assets/vendor
	@cp $(BUNDLE)/node_modules/plotly.js-geo-dist-min/plotly-geo.min.js $@ && touch $@

$(PEERS)/peers.stamp: tests/bundle/package-lock.json | $(VENV)/run.stamp
	@mkdir -p $(PEERS) && cp tests/bundle/package.json tests/bundle/package-lock.json $(PEERS)
	@PATH="$(CURDIR)/$(VENV)/bin:$$PATH" npm ci --prefix $(PEERS) --ignore-scripts --silent --no-audit --no-fund
	@touch $@

.PHONY: chromium
chromium:
	@[ -n "$$CHROMIUM" ] || command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
		|| { $(APT) update -qq && { $(APT) install -y -qq chromium-headless-shell || $(APT) install -y -qq chromium; }; }

# nginx for the tests: unpacked from Debian's packages, not installed, since an installed one would begin to serve. Where it can't be had,
# its tests are skipped and say so.
NGINX := $(VENV)/nginx
.PHONY: nginx
nginx: | $(PY)
	@[ -n "$$NGINX_FOLDER" ] || [ -x $(NGINX)/usr/sbin/nginx ] || { \
		rm -rf $(NGINX) && mkdir -p $(NGINX) && cd $(NGINX) \
		&& { apt-get download -qq nginx libnginx-mod-http-brotli-static 2>/dev/null \
			|| { $(APT) update -qq && apt-get download -qq nginx libnginx-mod-http-brotli-static; }; } \
		&& for package in *.deb; do dpkg-deb -x $$package . || exit 1; done && rm -f *.deb; } \
		|| echo "nginx can't be had here: the tests that need it are skipped."
