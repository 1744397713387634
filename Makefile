# The short way in for people with make. Every target is one `publisher` command or one test
# runner in the project's own environment, so that Windows, which has no make, loses nothing:
#   py tools/bootstrap.py .venv requirements/dev.txt
#   .venv\Scripts\publisher build examples --out build
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
READY := $(VENV)/.stamp
PUBLISHER := $(BIN)/publisher
PYTEST := $(BIN)/python -m pytest

# make pptx SPEECHES=folder: the speeches to publish; without a folder of them, the examples
SPEECHES ?= $(if $(wildcard speeches),speeches,examples)
# make bench SPEECH=file.docx
SPEECH ?= examples/reading.docx
# make pdf: what is printed of a speech
PRINTED := script,handout,booklet
THEMES := $(notdir $(patsubst %/theme.toml,%,$(wildcard themes/*/theme.toml)))
# xdist, as many workers as cores but few enough to pay for their start
JOBS := -n auto --maxprocesses 4 --dist loadgroup

.DEFAULT_GOAL := help
.PHONY: batch-all judge-all help demo pptx pdf test check lint golden gallery bench million eval fuzz clean

help:
	@$(PYTHON) tools/targets.py Makefile

$(READY): requirements/dev.txt pyproject.toml tools/bootstrap.py
	@$(PYTHON) tools/bootstrap.py $(VENV) requirements/dev.txt

demo: $(READY)  ## the examples as deck, script and handout, in build/
	$(PUBLISHER) build examples --out build --formats pptx,script,handout

pptx: $(READY)  ## a deck of every speech in speeches/ (or SPEECHES=folder), in build/
	$(PUBLISHER) build "$(SPEECHES)" --out build --formats pptx

pdf: $(READY)  ## a script, a handout and a booklet of every speech, in build/
	$(PUBLISHER) build "$(SPEECHES)" --out build --formats $(PRINTED)

test: $(READY)  ## the tests, which need nothing but Python
	$(PYTEST) $(JOBS) -m "not judge"

lint: $(READY)  ## style, types, layers
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

check: lint  ## lint, tests and the outside judges of finished files
	$(PYTEST) $(JOBS)

judge-all: $(READY)  ## decks of all speeches, themes, densities and aspects; goes on where it stopped
	$(BIN)/python -m tests.judges.matrix

batch-all: $(READY)  ## a thousand speeches, some broken: built, changed, killed and gone on with
	$(BIN)/python -m benchmarks.thousand

golden: $(READY)  ## accept the plans of today as the golden files
	$(PYTEST) -m "not judge" --golden

gallery: $(READY)  ## every theme on one picture each, in docs/images/
	$(PUBLISHER) themes show $(THEMES) -o docs/images --width 1200

bench: $(READY)  ## against pandoc, Typst, WeasyPrint and LibreOffice; SPEECH=file.docx, BENCH=--quick
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements/bench.txt
	$(BIN)/python -m benchmarks.run "$(SPEECH)" $(BENCH)

million: $(READY)  ## what finding and entering a million speeches costs, by their names alone
	$(BIN)/python -m benchmarks.million

eval: $(READY)  ## how well outlines are inferred on the annotated speeches
	$(BIN)/python -m tests.corpus.evaluate

fuzz: $(READY)  ## hostile documents of chance, for twenty minutes
	$(BIN)/python -m tests.fuzz --minutes 20

clean:  ## take away what was built; the environment stays
	$(PYTHON) -c "import shutil; [shutil.rmtree(p, ignore_errors=True) for p in ('build', 'dist')]"
