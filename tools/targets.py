"""Figures held to their targets: a miss fails, unless tools/known.toml lists it with its reason and its own bound."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

KNOWN = Path(__file__).parent / "known.toml"


class Known(NamedTuple):
    """A figure that is known to miss its target."""

    most: float
    why: str


def read_known() -> dict[str, Known]:
    return {what: Known(**said) for what, said in tomllib.loads(KNOWN.read_text()).items()}


class Targets:
    """Prints each figure beside what it may be at most, and remembers those that miss."""

    def __init__(self, known: Mapping[str, Known] | None = None) -> None:
        self.known = read_known() if known is None else known
        self.missed: list[str] = []

    def hold(self, what: str, measure: Callable[[], float], most: float, unit: str = "×") -> None:
        """Measure something, and once more if it misses: the machine does other work too."""
        figure = measure()
        if figure > most:
            figure = min(figure, measure())
        print(f"  {what:48}{figure:9.3f} {unit:3} at most {most:<6g} {self.judged(what, figure, most)}", flush=True)

    def judged(self, what: str, figure: float, most: float) -> str:
        if figure <= most:
            return "ok"
        if (known := self.known.get(what)) and figure <= known.most:
            return f"missed, as known, {known.most:g} at most: {known.why}"
        self.missed.append(what)
        return "MISSED"

    def status(self) -> int:
        """Say what was missed, if anything was: the exit status."""
        if self.missed:
            print(f"MISSED: {'; '.join(self.missed)}. Mend it, or say in tools/known.toml why not.")
        return int(bool(self.missed))
