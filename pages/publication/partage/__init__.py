"""Signed links: what is not public, shown to one recipient, for some days, until someone takes it back.

A link shows the **latest revision** of its pages, marked with its date and its state, never one chosen when the link
was made: who rereads for us reads what we are about to approve, and a name taken out of the draft is out of every link
in the same instant. A pinned revision would keep travelling with it.
"""
