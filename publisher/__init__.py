"""publisher: a speech goes in; the deck, the script and the handout come out."""

__version__ = "0.1.0"
