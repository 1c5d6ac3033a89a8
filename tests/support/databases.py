"""On which databases a test runs: on both, unless its file or the test itself says that one is enough.

What asks a database for nothing new is tested on SQLite only, which is quicker. Whatever a database can make different
stays on both: all of storage, delivery, several at the same moment, odd characters and numbers too big for a column,
and one walk at least through every statement of a feature.
"""

import os

import pytest

KINDS = ("sqlite", "postgresql")
EVERYWHERE = "DAILYDECK_TESTS_EVERYWHERE"

ONE = pytest.mark.databases("sqlite")
"""For a file whose tests ask for nothing that others do not ask PostgreSQL for."""
BOTH = pytest.mark.databases(*KINDS)
"""For a test in such a file which is an exception."""


def parametrize(metafunc: pytest.Metafunc) -> None:
    """Gives a test that takes a database those that it says; all of them when the environment wishes so."""
    if "database_url" not in metafunc.fixturenames:
        return
    marker = metafunc.definition.get_closest_marker("databases")
    kinds = KINDS if marker is None or os.environ.get(EVERYWHERE) else marker.args
    metafunc.parametrize("database_url", kinds, indirect=True)
