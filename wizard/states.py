"""Two states of the flows, compared: the one in the files now, and one of a folder or of a revision of git."""

from __future__ import annotations

import subprocess
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


class StateError(ValueError):
    """There is no such state."""


def comparisons(place: str, only: str = "") -> Iterator[Against]:
    """Each flow of either state, or one alone, against what it was there.

    Raises StateError if the place is no such folder or revision, or holds no flow.
    """
    languages = [code for code, _ in settings.LANGUAGES]
    with flows_at(place) as past:
        was = {folder.name for folder in folders(past)}
        if not was:
            raise StateError("holds no flow; give a folder of flows, as wizard/flows is one, or a revision of git")
        for id in sorted(was | {folder.name for folder in folders(settings.FLOWS_DIR)}):
            if only in ("", id):
                yield against(past / id, settings.FLOWS_DIR / id, languages, RESERVED, ICONS)


@contextmanager
def flows_at(place: str) -> Iterator[Path]:
    """The folder of the flows as they were: a folder itself, or that of a revision, which git hands out."""
    if Path(place).is_dir():
        yield Path(place)
        return
    revision = commit(place)
    with TemporaryDirectory() as folder:
        if has_flows(revision):
            archive = git("archive", "--format=zip", revision, ".")
            with ZipFile(BytesIO(archive)) as files:
                files.extractall(folder)
        yield Path(folder)


def commit(name: str) -> str:
    """The commit that a name stands for. Raises StateError if it stands for none."""
    try:
        return git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").decode().strip()
    except StateError as error:
        raise StateError("is neither a folder nor a revision of git here") from error


def has_flows(revision: str) -> bool:
    """Whether the folder of the flows was there."""
    return bool(git("ls-tree", revision, "."))


def git(*words: str) -> bytes:
    """What git answers in the folder of the flows. Raises StateError with its complaint."""
    done = subprocess.run(["git", *words], cwd=settings.FLOWS_DIR, capture_output=True, check=False)
    if done.returncode:
        raise StateError(done.stderr.decode(errors="replace").strip())
    return done.stdout
