"""Measure how fast Doorway serves its pages, beside pages that do less. `python -m benchmarks`, or `make bench`."""
