# Every command of the project. `make` alone lists them.

.DEFAULT_GOAL := aide
.DELETE_ON_ERROR:
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
PORT ?= 8000
VAR := $(or $(DOSSIER_DONNEES),var)
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
SOURCES := site_campagne pages temoignages reseau medias
GABARITS := $(wildcard $(addsuffix /templates,$(SOURCES)))
STATIQUES := $(shell find $(SOURCES) -path '*/static/*' -type f)
VERROUILLER := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --quiet
# The peer of the bench: an environment of its own, made only when asked for.
PAIR := tests/bancs/requirements-presidio.txt
# What runs again on PostgreSQL, on a server started for it: the gate, the races, the main job.
SUR_POSTGRESQL := tests/postgresql tests/charge tests/temoignages/actions tests/temoignages/models tests/pages/boite/test_selection.py \
	tests/pannes/test_schema.py
# The proofs that need Node and Java; Lighthouse runs alone, so that nothing else slows what it measures.
NPM := tests/epreuves/node_modules
JOURNAL := -p tests.epreuves.journal
# Minutes at a time, and alone too: docs/exploitation/charge.md.
SOUS_CHARGE = $(BIN)/python -m tests.services.postgresql $(BIN)/python -m pytest -n 0 -m epreuve $(JOURNAL) tests/charge
# What is marked long, and the properties again, on more examples (tests/gardes/hasard.py).
LONGUES := -m "epreuve or hypothesis" --hypothesis-profile=epreuve

export CHROMIUM

.PHONY: aide demo test epreuves lint format types contrats audit bench messages verrou clean port-libre navigateur postgresql services wrk

aide:
	@sed -En 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 18

demo: export DJANGO_SETTINGS_MODULE := site_campagne.settings.dev
demo: export TACHES := travailleur
demo: export ADRESSE_PUBLIQUE ?= http://127.0.0.1:$(PORT)
demo: $(BIN)/.installe $(VAR)/static/.rassembles port-libre ## Le site de démonstration sur http://127.0.0.1:8000 (PORT= pour changer)
	@$(MANAGE) charger_demo --migrer
	@echo "Adresse : http://127.0.0.1:$(PORT)/ (Ctrl+C pour arrêter)"
	@$(MANAGE) travailler & travailleur=$$!; \
	$(BIN)/gunicorn site_campagne.wsgi --bind 127.0.0.1:$(PORT) --worker-class gthread --workers 1 --threads 8 \
		--graceful-timeout 3 --log-level warning & serveur=$$!; \
	trap 'kill $$serveur $$travailleur 2>/dev/null; wait' EXIT; trap 'exit 0' INT TERM; \
	wait $$serveur

test: lint types contrats audit navigateur postgresql services ## Tout vérifier : lint, types, contrats, tests (SQLite, PostgreSQL) et parcours au navigateur
	@$(BIN)/pytest -n 2 $(ARGS)
	@$(if $(ARGS),,$(BIN)/python -m tests.services.postgresql $(BIN)/pytest -n 2 $(SUR_POSTGRESQL))

epreuves: $(BIN)/.installe-dev navigateur $(NPM)/.installe ## Les preuves longues que « make test » laisse : accès, HTML valide, Lighthouse, sabotages, propriétés
	@statut=0; $(BIN)/python -m pytest -n 2 $(LONGUES) $(or $(ARGS),$(JOURNAL) --ignore tests/epreuves) || statut=$$?; \
	$(if $(ARGS),,$(SOUS_CHARGE) || statut=$$?; $(BIN)/python -m pytest -n 0 -m epreuve $(JOURNAL) tests/epreuves || statut=$$?;) exit $$statut

lint: $(BIN)/.installe-dev ## Vérifier le style du code et des gabarits
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(if $(GABARITS),$(BIN)/djlint --lint --quiet $(GABARITS))
	@$(if $(GABARITS),$(BIN)/djhtml --check --tabwidth 2 $(GABARITS))

format: $(BIN)/.installe-dev ## Mettre en forme le code et les gabarits
	@$(BIN)/ruff check --fix --exit-zero --quiet .
	@$(BIN)/ruff format .
	@$(if $(GABARITS),$(BIN)/djhtml --tabwidth 2 $(GABARITS))

types: $(BIN)/.installe-dev ## Vérifier les types (mypy strict)
	@$(BIN)/mypy

contrats: $(BIN)/.installe-dev ## Vérifier le sens des importations
	@$(BIN)/lint-imports

audit: $(BIN)/.installe-dev ## Demander les avis de sécurité connus sur ce qui est verrouillé (ARGS=--exiger : échouer sans réponse)
	@$(BIN)/python -m tests.audit $(if $(filter audit,$(MAKECMDGOALS)),$(ARGS))

bench: $(BIN)/.installe-dev services wrk $(if $(PRESIDIO),.venv-presidio/.installe) ## Tout mesurer, côte à côte (ECRIRE=1 : garder le relevé ; SUJET=mur : un seul, en détail ; ARGS=--help)
	@$(BIN)/python -m tests.bancs$(if $(SUJET),.$(SUJET)) $(if $(ECRIRE),--ecrire) $(ARGS)

messages: $(BIN)/.installe-dev ## Mettre à jour le catalogue anglais ; échoue tant qu’une phrase n’est pas traduite
	@$(BIN)/python -m tests.catalogue

verrou: $(BIN)/.installe-dev ## Refaire les fichiers de dépendances verrouillées (UPGRADE=1 : aux dernières versions)
	@$(VERROUILLER) $(if $(UPGRADE),--upgrade) pyproject.toml -o requirements.txt
	@$(VERROUILLER) $(if $(UPGRADE),--upgrade) pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt
	@$(VERROUILLER) $(if $(UPGRADE),--upgrade) $(PAIR:.txt=.in) -o $(PAIR)

clean: ## Effacer l’environnement et les caches ; les données de var/ restent
	@rm -rf .venv .venv-presidio $(NPM) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find $(SOURCES) tests -name __pycache__ -prune -exec rm -rf {} +

# A stamp beside what it stands for: each step runs again only when its source changed.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Il faut Python 3.11 ou plus récent ; make PYTHON=python3.12 … en désigne un autre." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || $(call installer,python3-venv)
	@$(PYTHON) -m venv .venv

$(BIN)/.installe: requirements.txt | $(BIN)/python
	@echo "Installation des dépendances…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(BIN)/.installe-dev: requirements-dev.txt | $(BIN)/python
	@echo "Installation des dépendances et des outils…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

# No script of a package is run. Without npm the run goes on, and says what it left out.
$(NPM)/.installe: tests/epreuves/package-lock.json
	@mkdir -p $(NPM)
	@if command -v npm >/dev/null; then echo "Installation de Lighthouse et du validateur…"; \
		cd tests/epreuves && npm ci --ignore-scripts --no-audit --no-fund --silent && touch node_modules/.installe; \
	else echo "Il manque npm : ni Lighthouse ni le validateur HTML ne tourneront (sudo apt install npm default-jre-headless)." >&2; fi

.venv-presidio/.installe: $(PAIR)
	@echo "Installation de Presidio…"
	@$(PYTHON) -m venv --clear .venv-presidio
	@.venv-presidio/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(VAR)/static/.rassembles: $(BIN)/.installe $(STATIQUES)
	@$(MANAGE) collectstatic --no-input --verbosity 0
	@touch $@

port-libre: | $(BIN)/python
	@$(BIN)/python -c 'import socket; socket.create_server(("127.0.0.1", $(PORT))).close()' 2>/dev/null \
		|| { echo "Le port $(PORT) est déjà pris : make demo PORT=8001 en choisit un autre." >&2; exit 1; }

navigateur:
	@command -v "$(CHROMIUM)" >/dev/null || $(call installer,chromium)

postgresql:
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || $(call installer,postgresql)

services:
	@{ command -v nginx || test -x /usr/sbin/nginx; } >/dev/null || $(call installer,nginx-light)
	@command -v redis-server >/dev/null || $(call installer,redis-server)

wrk:
	@command -v wrk >/dev/null || $(call installer,wrk)

# A Debian package, installed when we may; otherwise one line says how, and the target fails.
installer = { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update --quiet=2 \
	&& DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet=2 --no-install-recommends $(1); } \
	|| { echo "Il manque $(1) : sudo apt install $(1), ou l’équivalent de votre système." >&2; exit 1; }
