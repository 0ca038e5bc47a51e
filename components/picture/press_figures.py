"""Which of a kommune's figures stand in a press picture."""

from data.profile.answer import Answer, find_answer
from data.profile.profile import KommuneProfile
from data.registry.registry import Registry


def choose_figures(profile: KommuneProfile, registry: Registry) -> list[Answer]:
    """The figures besides the main one: the answers of the topics, BL's own where they have come, else public ones."""
    found = [find_answer(profile, topic, registry) for topic in registry.topics]
    return [answer for answer in found if answer]
