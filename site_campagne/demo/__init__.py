"""The demo: an invented federation and a real-looking year, as typed data. Nothing here imports Django.

Every person, organisation, address and sentence is made up.
"""
