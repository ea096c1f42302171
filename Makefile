# What a developer or publisher asks for, by name.

# One file that can be copied: Swift's libraries and ours are part of it.
CONFIGURATION := --static-swift-stdlib -c release
BULLETIN := .build/release/bulletin

.PHONY: site build test soak format lint theme docs bench fuzz libraries clean

## The sample site, in Public.
site: build
	$(BULLETIN) build

build: libraries
	PKG_CONFIG_PATH=$(CURDIR)/.build/archives swift build $(CONFIGURATION) --product bulletin

## Every test.
test: libraries
	swift build --build-tests
	swift test --skip-build

## The random changes of the incremental build, ten times as many as in the tests.
soak: libraries
	SOAK_CHANGES=$(or $(CHANGES),1300) swift test --filter IncrementalTests

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests Fuzz

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Fuzz

## Puts the theme of the folder Templates into the program.
theme:
	Scripts/embed-theme.sh

## Writes the generated parts of the documentation anew.
docs: libraries
	UPDATE_DOCUMENTATION=1 swift test --filter DocumentationTests

## Time and peak memory of clean builds of synthetic archives, and of the template engine beside others.
bench: build
	Scripts/bench.sh $(BULLETIN)
	@if [ -d ../shared/conformance/bench ]; then Scripts/bench-templates.py $(BULLETIN) ../shared/conformance/bench; \
	else echo 'templates: skipped: no ../shared'; fi

## Looks for templates that crash the engine, for SECONDS.
fuzz: libraries
	Scripts/fuzz.sh $(or $(SECONDS),120)

## The system's libraries, where they are missing.
libraries:
	@Scripts/install-libraries.sh

clean:
	rm -rf .build .bulletin
