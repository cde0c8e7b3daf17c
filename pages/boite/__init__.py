"""The toolkit library: its index, what narrows it, the files of a tool, the bundle of a kit, how often it is taken."""
