# make demo    builds Apus and runs examples/flights.R
# make test    builds and runs all tests
# make bench   compares the speed with GNU R (needs Rscript)

# An interpreter is used by one thread at a time, so what exclusivity checks would find cannot happen.
RELEASE = -c release -Xswiftc -enforce-exclusivity=unchecked

.PHONY: demo test bench build setup format

setup:
	@.ci/setup

build: setup
	swift build $(RELEASE) --product apus

demo: build
	.build/release/apus examples/flights.R

test: build
	.ci/test

bench: build
	Tests/Benchmarks/bench

format:
	swift format --in-place --recursive Package.swift Sources Tests stdlib/StandardLibrary.swift
