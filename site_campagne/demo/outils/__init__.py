"""The library of the demo: what its tools are, and the words that are in them. All invented."""
