"""Revisions of git: the commit that a name stands for, and those that the files come from."""

from __future__ import annotations

import subprocess
from typing import NamedTuple

from django.conf import settings

# What branches leave, the surest first.
MAIN = ("refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/heads/main")


class RevisionError(ValueError):
    """Git knows no such revision."""


class Origin(NamedTuple):
    """The revisions that the files come from, none if they come from none, and which these are, in words."""

    revisions: tuple[str, ...]
    told: str


def origin() -> Origin:
    """Where a branch left main, so that all of it is compared; on main itself the commit before.

    Of a merge it is both commits before: main may have been led on to a branch that main was merged into.

    Raises RevisionError where there is no git, or where it knows of a past that is not here.
    """
    git("--version")
    if not said("rev-parse", "--git-dir"):
        return Origin((), "there is no repository here, so nothing is known of a past")
    if not (head := commit_of("HEAD")):
        return Origin((), "nothing is committed here, so there is no past")
    for main in filter(commit_of, MAIN):
        if base := left_at(main, head):
            return Origin((base,), "where this branch left main")
    if parents := said("rev-parse", "HEAD^@").split():
        return Origin(tuple(parents), "the commit before" if len(parents) == 1 else "the commits before")
    refuse_shallow()
    return Origin((), "this is the first commit, so there is no past")


def left_at(main: str, head: str) -> str:
    """Where a branch left main; "" if it has not."""
    base = said("merge-base", head, main)
    if not base:
        refuse_shallow()
        raise RevisionError(f"{main} has no past in common with what is here; give a BASE")
    return "" if base == head else base


def refuse_shallow() -> None:
    """Raise RevisionError if the past was left out of this clone."""
    if said("rev-parse", "--is-shallow-repository") == "true":
        raise RevisionError("this clone is shallow, and its past is not here; git fetch --unshallow, or give a BASE")


def commit_of(name: str) -> str:
    """The commit that a name stands for; "" if git knows none."""
    return said("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")


def commit(name: str) -> str:
    """The commit that a name stands for. Raises RevisionError if it stands for none."""
    if found := commit_of(name):
        return found
    raise RevisionError(f"{name}: is neither a folder nor a revision of git here")


def said(*words: str) -> str:
    """What git answers, in one line; "" where it complains."""
    try:
        return git(*words).decode().strip()
    except RevisionError:
        return ""


def git(*words: str) -> bytes:
    """What git answers in the folder of the flows. Raises RevisionError with its complaint, or if it is missing."""
    # Whose the folder is does not matter: whoever runs this runs its Python too, and CI may check out as another user.
    command = ["git", "-c", "safe.directory=*", *words]
    try:
        done = subprocess.run(command, cwd=settings.FLOWS_DIR, capture_output=True, check=False)
    except FileNotFoundError as error:
        here = settings.FLOWS_DIR.is_dir()
        raise RevisionError("git is not installed here" if here else f"{settings.FLOWS_DIR}: is missing") from error
    if done.returncode:
        raise RevisionError(done.stderr.decode(errors="replace").strip())
    return done.stdout
