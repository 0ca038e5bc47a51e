"""The keys of the indicators that stand on the map, for the parameters of tests: with real figures, and with example figures too."""

from components.address.choices import list_layers
from data.profile.figures import Figures

REAL = list_layers(Figures.load(with_examples=False))
DEMO = list_layers(Figures.load(with_examples=True))
