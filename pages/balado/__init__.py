"""The podcast: its numbers, its feed, what it tells machines, who may still be heard."""
