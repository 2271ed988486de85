# make demo    builds Apus and runs examples/flights.R
# make test    builds and runs all tests
# make bench   compares the speed with GNU R (needs Rscript)

# An interpreter is used by one thread at a time, so what exclusivity checks would find cannot happen.
# OpenBLAS is the serial one, whatever other is installed: no thread of its own starts, and none changes results.
RELEASE = -c release -Xswiftc -enforce-exclusivity=unchecked \
  -Xlinker -L/usr/lib/$(shell uname -m)-linux-gnu/openblas-serial

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
