"""How many examples Hypothesis draws: few at each run, many by `make epreuves`; each run draws others."""

from hypothesis import settings

settings.register_profile("ordinaire", max_examples=40)
settings.register_profile("epreuve", max_examples=300)
settings.load_profile("ordinaire")  # `--hypothesis-profile=epreuve` wins: it is read later
