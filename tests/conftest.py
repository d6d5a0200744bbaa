"""What holds for the tests of all rooms."""

import os

from hypothesis import settings

# How long an example takes says more about the machine than about the program.
settings.register_profile("selfeval", deadline=None)
# The gate asks the same questions each time; whoever runs the tests at a desk asks new ones.
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "selfeval"))
