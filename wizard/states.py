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
    """Each flow, or one alone, against what it was there. Raises StateError if there is no such folder or revision."""
    languages = [code for code, _ in settings.LANGUAGES]
    with flows_at(place) as past:
        for folder in folders(settings.FLOWS_DIR):
            if only in ("", folder.name):
                yield against(past / folder.name, folder, languages, RESERVED, ICONS)


@contextmanager
def flows_at(place: str) -> Iterator[Path]:
    """The folder of the flows as they were: a folder itself, or that of a revision, which git hands out."""
    if Path(place).is_dir():
        yield Path(place)
        return
    with TemporaryDirectory() as folder:
        archive = git(settings.FLOWS_DIR, "archive", "--format=zip", place, ".")
        with ZipFile(BytesIO(archive)) as files:
            files.extractall(folder)
        yield Path(folder)


def git(folder: Path, *words: str) -> bytes:
    """What git answers in a folder. Raises StateError with its complaint."""
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, check=False)
    if done.returncode:
        raise StateError(done.stderr.decode(errors="replace").strip())
    return done.stdout
