"""What the site does by itself, at its hour: each job alone, locked, its last success kept, late said.

The design and its reasons: docs/decisions/0051-exploitation.md.
"""
