"""Addresses of the LINE flow's walks, spelled from ids, so that a test says what was answered."""

from wizard.content import flows
from wizard.engine import spell, walk


def address(**answers):
    """address(now="asked", signs=[]) is the page of a walk with these answers."""
    given = {id: (answer,) if isinstance(answer, str) else tuple(answer) for id, answer in answers.items()}
    return f"/line/{spell(walk(flows()['line']['ja'], given))}/"


# The client answers on coconala too: the shortest way to a result that keeps her on the site.
STAY = address(now="asked", where="coconala", signs=[], messages="agreed")
SIGNS = address(now="asked", where="coconala")
STOP = address(now="asked", where="crowdworks", signs=["fee", "papers"])
HELP = address(now="harmed", harm=["money"], where="crowdworks")
