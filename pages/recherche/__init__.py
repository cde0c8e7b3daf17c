"""The public search: an index of roots, kept as things are published and taken down."""
