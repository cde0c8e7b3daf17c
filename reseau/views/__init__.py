"""The space of the people of resources."""
