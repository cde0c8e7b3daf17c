"""The toolkit library."""
