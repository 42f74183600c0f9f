"""What the files come from is compared whole: where a branch left main, and on main the commit before."""

import os
import shutil
import subprocess

import pytest

from tests.conftest import FLOWS
from wizard.revisions import RevisionError, commit, origin


class Repository:
    """A repository of git with the small flow in it."""

    def __init__(self, folder):
        self.folder = folder

    def git(self, *words):
        who = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "protocol.file.allow=always")
        quiet = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        command = ["git", *who, *words]
        return (
            subprocess.run(command, cwd=self.folder, check=True, capture_output=True, env=quiet)
            .stdout.decode()
            .strip()
        )

    def save(self, words):
        """Commit something, and say which commit it is."""
        (self.folder / "notes.txt").write_text(words, encoding="utf-8")
        self.git("add", ".")
        self.git("commit", "--message", words)
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def repository(settings, tmp_path):
    """One commit on main."""
    folder = tmp_path / "project"
    shutil.copytree(FLOWS / "lunch", folder / "flows" / "lunch")
    settings.FLOWS_DIR = folder / "flows"
    made = Repository(folder)
    made.git("init", "--initial-branch", "main")
    made.save("first")
    return made


def cloned(repository, settings, *options):
    """A clone, in which the flows are looked at from now on."""
    there = repository.folder.parent / "clone"
    repository.git("clone", *options, repository.folder.as_uri(), str(there))
    settings.FLOWS_DIR = there / "flows"
    return Repository(there)


def test_a_first_commit_has_no_past(repository):
    assert origin() == ((), "this is the first commit, so there is no past")


def test_a_repository_without_a_commit_has_no_past(repository):
    repository.git("checkout", "--orphan", "empty")

    assert origin() == ((), "nothing is committed here, so there is no past")


def test_without_a_repository_there_is_no_past(settings, tmp_path):
    settings.FLOWS_DIR = tmp_path

    assert origin() == ((), "there is no repository here, so nothing is known of a past")


def test_on_main_it_is_the_commit_before(repository):
    before = commit("HEAD")
    repository.save("second")

    assert origin() == ((before,), "the commit before")


def test_a_merge_into_main_is_compared_with_both_that_it_merges(repository):
    """Main may also have been led on to a branch that had merged main: then main was its second parent."""
    before = repository.git("rev-parse", "HEAD")
    repository.git("checkout", "-b", "branch")
    branch = repository.save("on the branch")
    repository.git("checkout", "main")
    repository.git("merge", "--no-ff", "branch")

    assert origin() == ((before, branch), "the commits before")


def test_a_branch_of_many_commits_is_compared_whole(repository):
    left = commit("HEAD")
    repository.git("checkout", "-b", "branch")
    for words in ("one", "two", "three"):
        repository.save(words)

    assert origin() == ((left,), "where this branch left main")


def test_what_main_brought_since_is_not_the_branchs(repository):
    repository.git("checkout", "-b", "branch")
    repository.save("on the branch")
    repository.git("checkout", "main")
    (repository.folder / "more.txt").write_text("more", encoding="utf-8")
    repository.git("add", ".")
    repository.git("commit", "--message", "more")
    newest = repository.git("rev-parse", "HEAD")
    repository.git("checkout", "branch")
    repository.git("merge", "main")

    assert origin() == ((newest,), "where this branch left main")


def test_a_branch_in_a_clone_is_compared_with_the_main_of_its_origin(repository, settings):
    left = commit("HEAD")
    clone = cloned(repository, settings)
    clone.git("checkout", "-b", "branch")
    clone.git("branch", "--delete", "--force", "main")
    clone.save("one")
    clone.save("two")

    assert origin() == ((left,), "where this branch left main")


def test_commits_on_main_that_are_not_pushed_are_compared_together(repository, settings):
    left = commit("HEAD")
    clone = cloned(repository, settings)
    clone.save("one")
    clone.save("two")

    assert origin() == ((left,), "where this branch left main")


def test_a_branch_that_never_left_main_is_refused(repository):
    repository.git("checkout", "--orphan", "other")
    repository.save("other")

    with pytest.raises(RevisionError, match="refs/heads/main has no past in common with what is here; give a BASE"):
        origin()


def test_a_shallow_clone_of_one_commit_is_refused(repository, settings):
    repository.save("second")
    cloned(repository, settings, "--depth", "1")

    with pytest.raises(RevisionError, match=r"^this clone is shallow, and its past is not here"):
        origin()


def test_a_shallow_branch_whose_way_to_main_is_cut_is_refused(repository, settings):
    repository.git("checkout", "-b", "branch")
    for words in ("one", "two", "three"):
        repository.save(words)
    cloned(repository, settings, "--depth", "2", "--no-single-branch", "--branch", "branch")

    with pytest.raises(RevisionError, match="shallow"):
        origin()


def test_a_repository_of_somebody_else_is_read(repository, monkeypatch):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")

    assert origin() == ((), "this is the first commit, so there is no past")


def test_without_git_nothing_passes_for_the_past(repository, monkeypatch):
    monkeypatch.setenv("PATH", "")

    with pytest.raises(RevisionError, match="git is not installed here"):
        origin()


@pytest.mark.parametrize("name", ["nowhere", "--output=x", "HEAD:flows", "", "HEAD~5"])
def test_a_name_of_no_commit_is_refused(repository, name):
    with pytest.raises(RevisionError, match="is neither a folder nor a revision of git here"):
        commit(name)
