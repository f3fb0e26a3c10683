# Uplift. `make help` lists what can be done.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

JDK := $(shell for home in "$$JAVA_HOME" /usr/lib/jvm/*25* "$$HOME"/.sdkman/candidates/java/25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do \
	if [ -x "$$home/bin/javac" ] && "$$home/bin/javac" -version 2>&1 | grep -q '^javac 25'; then echo "$$home"; break; fi; done)
export JAVA_HOME := $(JDK)
export UPLIFT_ROOT := $(CURDIR)
EMPTY ?=
export EMPTY
NODE_MODULES := frontend/node_modules/.package-lock.json
export MAVEN := $(or $(shell command -v mvn),$(CURDIR)/.maven/bin/mvn)
export MAVEN_OPTS ?= --sun-misc-unsafe-memory-access=allow
STACK := "backend/stack/target/*:backend/stack/target/lib/*"
MVN := "$(MAVEN)" --batch-mode --quiet --file backend/pom.xml

.PHONY: help
help: ## list what can be done
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{ printf "  make %-12s %s\n", $$1, $$2 }'

.PHONY: tools
tools:
	@[ -n "$(JDK)" ] || { echo "A JDK 25 is needed: install one, for example Temurin 25, and set JAVA_HOME to it."; exit 1; }
	@command -v node > /dev/null && command -v npm > /dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' \
		|| { echo "Node 20 or newer with npm is needed, and here is $$(node --version 2> /dev/null || echo none): install it from nodejs.org or with your package manager."; exit 1; }

$(NODE_MODULES): frontend/package-lock.json | tools
	@cd frontend && npm ci --loglevel error > /dev/null
	@touch $@

$(CURDIR)/.maven/bin/mvn: | $(NODE_MODULES)
	@cd frontend && npm run --silent maven

.PHONY: build
build: tools $(NODE_MODULES) $(MAVEN)
	@$(MVN) install -DskipTests
	@cd frontend && npm run --silent build

.PHONY: run
run: build ## start everything with the demonstration trust (EMPTY=1: without its schools and data)
	@exec "$(JDK)/bin/java" -cp $(STACK) org.uplift.stack.Main

.PHONY: dev
dev: build ## start everything, reloading what changes on both sides
	@exec "$(JDK)/bin/java" -cp $(STACK) org.uplift.stack.Main dev

.PHONY: reset
reset: ## forget the data of earlier runs
	@rm -rf .local

.PHONY: check
check: tools $(NODE_MODULES) $(MAVEN) ## formatters, linters, types, architecture, contract, dead code
	@$(MVN) spotless:check
	@$(MVN) install -DskipTests
	@$(MVN) --projects service surefire:test -Dtest='Architecture*Test,Contract*Test' -Dsurefire.failIfNoSpecifiedTests=false
	@diff -u openapi.yaml backend/service/target/contract/openapi.yaml > /dev/null || { echo "openapi.yaml is not what the code says; run: make contract"; exit 1; }
	@cd frontend && npm run --silent build && npm run --silent check

.PHONY: contract
contract: tools $(NODE_MODULES) $(MAVEN) ## write openapi.yaml and the web app's client from the code
	@$(MVN) install -DskipTests
	@cp backend/service/target/contract/openapi.yaml openapi.yaml
	@cd frontend && npm run --silent client

.PHONY: released
released: ## record the contract as released: from then on it grows, and breaks only with a new first number
	@cp openapi.yaml backend/service/src/test/resources/contract/released.yaml

.PHONY: browser
browser:
	@command -v "$${CHROMIUM:-chromium}" > /dev/null || command -v google-chrome > /dev/null || ls "$$HOME"/.cache/ms-playwright/chromium-* > /dev/null 2>&1 \
		|| { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq chromium; } > /dev/null 2>&1 \
		|| (cd frontend && npx playwright install chromium) > /dev/null 2>&1 \
		|| { echo "The browser tests need Chromium: install it, for example apt install chromium, or set CHROMIUM to where it is."; exit 1; }

SERVER := $(shell find backend \( -name target -o -name beside \) -prune -o -type f -print)
backend/target/.installed: $(SERVER) | $(MAVEN)
	@$(MVN) install -DskipTests
	@mkdir -p $(@D) && touch $@

# The servers that the service is measured beside; a bench that does not ask for them does without, and so does one offline.
# A part of Directus is compiled, for the Node that is installed with it, where nobody has it compiled.
BESIDE := backend/bench/beside/node_modules/.installed
$(BESIDE): backend/bench/beside/package-lock.json | tools
	@echo "Installing PostGraphile and Directus …"
	@cd backend/bench/beside && exec > /dev/null 2>&1; npm ci --ignore-scripts --fetch-retries=1 && npm rebuild node \
		&& { npm_config_nodedir="$$(cd node_modules/node/node_modules/node-*/include/.. && pwd)" npm rebuild isolated-vm || true; } \
		&& touch node_modules/.installed || true
NEIGHBOURS := $(if $(ONLY),$(if $(findstring beside,$(ONLY)),$(BESIDE)),$(BESIDE))

BENCH := "$(JDK)/bin/java" -cp "backend/bench/target/*:backend/bench/target/lib/*" org.uplift.bench.Bench

.PHONY: bench
bench: tools backend/target/.installed $(NEIGHBOURS) ## measure speed and memory against the database alone and other servers, as ratios (ONLY=push-csv,start ROWS=100000 RUNS=3)
	@exec $(BENCH) $(if $(ONLY),only=$(ONLY)) $(if $(ROWS),rows=$(ROWS)) $(if $(RUNS),runs=$(RUNS))

.PHONY: bench-quick
bench-quick: tools backend/target/.installed $(NEIGHBOURS) ## the same, small
	@exec $(BENCH) quick $(if $(ONLY),only=$(ONLY)) $(if $(ROWS),rows=$(ROWS)) $(if $(RUNS),runs=$(RUNS))

.PHONY: rows
rows: tools backend/target/.installed ## write pupils, results and attendance that do not exist (SCHOOLS=11 YEARS=1 PUPILS=30 FOLDER=.local/rows)
	@exec $(BENCH) generate folder=$(or $(FOLDER),.local/rows) schools=$(or $(SCHOOLS),11) years=$(or $(YEARS),1) pupils=$(or $(PUPILS),30)

.PHONY: test
test: build browser ## every test, the browser journeys included
	@$(MVN) verify
	@cd frontend && npm test --silent
	@cd frontend && npm run --silent e2e
