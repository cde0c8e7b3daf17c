"""Proof that nothing remains: enumerate every place where words can survive, and look there for a text by its hashes.

The design and its reasons: VIE_PRIVEE, section 6.
"""
