"""What holds for the tests of all rooms."""

from hypothesis import settings

# How long an example takes says more about the machine than about the program.
settings.register_profile("selfeval", deadline=None)
settings.load_profile("selfeval")
