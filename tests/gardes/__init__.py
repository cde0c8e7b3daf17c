"""The guards of the suite: databases left as found, no network, no undefined template variable."""
