"""Two states of the flows, compared: the one in the files now, and one of a folder or of a revision of git."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from django.conf import settings

from wizard.engine.proving import Against, against

from .addresses import RESERVED
from .content import ICONS, folders
from .revisions import commit, git

NO_FLOW = "holds no flow; give a folder of flows, as wizard/flows is one, or a revision of git"


class StateError(ValueError):
    """There are no flows to compare with."""


def comparisons(place: str, only: str = "") -> Iterator[Against]:
    """Each flow of either state, or one alone, against what it was there.

    Raises RevisionError if the place is no folder and no revision, StateError if it holds no flow.
    """
    languages = [code for code, _ in settings.LANGUAGES]
    with flows_at(place) as past:
        was = {folder.name for folder in folders(past)}
        if not was:
            raise StateError(f"{place}: {NO_FLOW}")
        now = {folder.name for folder in folders(settings.FLOWS_DIR)}
        if not was & now or (only in now - was and Path(place).is_dir()):
            raise StateError(
                f"{place}: has other flows than are here: {', '.join(sorted(was))}; nothing can be compared"
            )
        for id in sorted(was | now):
            if only in ("", id):
                yield against(past / id, settings.FLOWS_DIR / id, languages, RESERVED, ICONS)


@contextmanager
def flows_at(place: str) -> Iterator[Path]:
    """The folder of the flows as they were: a folder itself, or that of a revision, which git hands out."""
    if Path(place).is_dir():
        yield Path(place)
        return
    with TemporaryDirectory() as folder:
        unpack(commit(place), Path(folder))
        yield Path(folder)


def unpack(revision: str, folder: Path) -> None:
    """Put the flows of a revision, as far as there were any, into a folder."""
    if git("ls-tree", revision, "."):
        with ZipFile(BytesIO(git("archive", "--format=zip", revision, "."))) as files:
            files.extractall(folder)
