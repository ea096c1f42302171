# What a developer or publisher asks for, by name.

# One file that can be copied: Swift's libraries and ours are part of it, and TCMalloc in the place of the C library's
# allocator. It is written in C++, whose library the build's own small tool would not have without being told.
CONFIGURATION := --static-swift-stdlib -c release -Xlinker $(CURDIR)/.build/archives/tcmalloc.o -Xlinker -lstdc++
BULLETIN := .build/release/bulletin

# Imports are held to what Package.swift says of their target.
IMPORTS := --explicit-target-dependency-import-check error

.PHONY: site build test pictures mutants planted soak format lint docs bench fuzz extremes jinja libraries clean

## The sample site, in Public.
site: build
	$(BULLETIN) build

build: libraries
	PKG_CONFIG_PATH=$(CURDIR)/.build/archives swift build $(CONFIGURATION) $(IMPORTS) --product bulletin

## Every test. What fails is printed, and the sum; `swift test` tells of each test as it goes.
test: libraries
	swift build --build-tests $(IMPORTS)
	swift test --skip-build --disable-xctest --quiet

## Whether the tests notice small changes of behaviour, one at a time; hours of work. NAMES are numbers, files or floors.
mutants: libraries
	Scripts/mutants.py $(NAMES)

## 300 known mistakes in a clean archive of 3,000 issues: which of them are found, and what is said beside.
planted: build
	Scripts/planted.py $(BULLETIN)

## Random changes: of the incremental build, ten times as many as in the tests; of the preview, with requests running.
soak: build
	SOAK_CHANGES=$(or $(CHANGES),1300) swift test --filter IncrementalTests
	Scripts/soak-preview.py $(BULLETIN) . $(or $(EDITS),2000)

format:
	swift format --in-place --recursive --parallel Package.swift Plugins Sources Tests Fuzz

lint:
	swift format lint --strict --recursive --parallel Package.swift Plugins Sources Tests Fuzz

## Writes the generated parts of the documentation anew.
docs: libraries
	UPDATE_DOCUMENTATION=1 swift test --filter DocumentationTests

## The figures of the design beside what is measured here: builds, rebuilds, the preview, the template engine.
bench: build
	Scripts/install-libraries.sh chromium-driver
	Scripts/bench.py $(BULLETIN)

## Pictures of every kind of page in .build/pictures, to be looked at, of a small archive and of one of COUNT issues, in three
## languages; and what axe-core says of them.
pictures: build
	Scripts/install-libraries.sh python3-venv chromium chromium-driver fonts-noto-core
	rm -rf .build/few .build/many
	Scripts/make-site.py 14 .build/few
	Scripts/make-site.py $(or $(COUNT),10000) .build/many
	$(BULLETIN) build --site .build/few --quiet
	$(BULLETIN) build --site .build/many --quiet
	Scripts/pictures.py .build/pictures .build/few/Public .build/many/Public
	Scripts/check-access.sh .build/few/Public
	Scripts/check-access.sh .build/many/Public --longest

## Looks for templates that crash the engine, for SECONDS, and for some of COUNT with extreme values that it can't bear; then
## for texts and damaged stores that a build can't bear, ROUNDS of each, for shapes of texts that are slow, and for REQUESTS
## that a preview can't answer. What is found is repeated by its SEED.
fuzz: build
	Scripts/fuzz.sh $(or $(SECONDS),120)
	Scripts/fuzz-extremes.py $(BULLETIN) $(or $(COUNT),1000000) $(or $(SEED),1)
	Scripts/slow-texts.py $(BULLETIN)
	Scripts/fuzz-texts.py $(BULLETIN) $(or $(ROUNDS),100) $(or $(SEED),1)
	Scripts/fuzz-stores.py $(BULLETIN) $(or $(ROUNDS),100) $(or $(SEED),1)
	Scripts/fuzz-requests.py $(BULLETIN) $(or $(REQUESTS),3000) $(or $(SEED),1)

## COUNT templates with extreme values in every argument of every filter, test and method.
extremes: build
	Scripts/fuzz-extremes.py $(BULLETIN) $(or $(COUNT),100000) $(or $(SEED),1)

## What templates print beside what Jinja2 prints, for COUNT expressions.
jinja: build
	test -d .build/jinja || python3 -m venv .build/jinja
	.build/jinja/bin/pip install -q jinja2==3.1.6
	.build/jinja/bin/python Scripts/compare-with-jinja.py $(BULLETIN) --count $(or $(COUNT),2000)

## The system's libraries, where they are missing.
libraries:
	@Scripts/install-libraries.sh

clean:
	rm -rf .build .bulletin
