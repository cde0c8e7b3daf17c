"""The language the network speaks: regions, attribution, inclusive writing, typography. Pure Python, no framework."""
