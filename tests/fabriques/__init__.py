"""Factories shared by the tests: invented people and organisations."""
