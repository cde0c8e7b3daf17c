"""The accessibility statement: what the site aims at, what still catches, whom to tell."""
