"""The public search."""
