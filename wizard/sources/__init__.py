"""Sources opened on the network, one by one, to see whether they still say what the flows say they say."""

from .finding import Finding, State
from .opening import Limits
from .visits import visits
from .writing import WriteError, confirm

__all__ = ["Finding", "Limits", "State", "WriteError", "confirm", "visits"]
