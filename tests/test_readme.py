"""The documents keep their word: the README's example is a flow, its addresses answer, what they name exists."""

import re
import tomllib

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from tests.conftest import LANGUAGES
from wizard.engine.proving import prove
from wizard.engine.reading import read_flow
from wizard.engine.walking import walk

README = (settings.BASE_DIR / "README.md").read_text(encoding="utf-8")
(EXAMPLE,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)

DOCUMENTS = [
    *("README.md", "CONTRIBUTING.md", "docs/decisions.md", "docs/operating.md", "docs/threats.md"),
    "wizard/flows/README.md",
]


def test_the_example_is_a_flow_that_proves(tmp_path):
    (tmp_path / "flow.toml").write_text(EXAMPLE, encoding="utf-8")

    flow = read_flow(tmp_path, LANGUAGES)["ja"]

    assert prove(tmp_path, LANGUAGES).findings == ()
    assert walk(flow, {"budget": ("yes",)}).outcome.id == "buy"
    assert walk(flow, {"budget": ("no",)}).outcome.id == "wait"


def test_the_example_is_what_a_new_flow_starts_with(tmp_path, settings):
    settings.FLOWS_DIR = tmp_path
    call_command("newflow", "camera", verbosity=0)

    started = (tmp_path / "camera" / "flow.toml").read_text(encoding="utf-8")
    example = re.sub(r"\d{4}-\d\d-\d\d", str(timezone.localdate()), EXAMPLE)
    assert started.partition("\n")[2] == example.partition("\n")[2]


@pytest.mark.parametrize(
    "address", re.findall(r"`(/[a-z]*/?[^`…]*)`", README.split("## Addresses")[1].split("A **token**")[0])
)
def test_an_address_answers_as_it_stands(visitor, address):
    page = visitor.open(address)

    assert page.status == 200
    assert "?" in address or page.address == address


def test_every_setting_is_listed():
    code = (settings.BASE_DIR / "wizard" / "settings.py").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE)

    assert sorted(listed) == sorted(re.findall(r'env_\w+\("([A-Z_]+)"', code))


def locked(file):
    """The packages of a lock, with their versions."""
    return dict(re.findall(r"^([\w.-]+)==(\S+)", (settings.BASE_DIR / file).read_text(), re.MULTILINE))


def test_every_dependency_is_pinned_locked_and_explained():
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))
    run, groups = project["project"]["dependencies"], project["dependency-groups"]
    test = groups["sources"] + [line for line in groups["test"] if line != {"include-group": "sources"}]

    for file, direct in (("requirements.txt", run), ("tests/requirements.txt", run + test)):
        for line in direct:
            name, _, version = line.partition("==")
            assert version, line
            assert f"**{name}**" in README
            assert locked(file)[name.lower()] == version, "make locks"
    assert locked("requirements.txt").items() <= locked("tests/requirements.txt").items()


def test_every_target_of_make_that_is_named_exists():
    makefile = (settings.BASE_DIR / "Makefile").read_text()
    texts = [README, *((settings.BASE_DIR / name).read_text(encoding="utf-8") for name in DOCUMENTS)]
    for target in set(re.findall(r"`make ([a-z]+)", "".join(texts))):
        assert f"\n{target}:" in makefile


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_between_the_documents_leads_somewhere(name):
    document = settings.BASE_DIR / name
    text = document.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
    links = re.findall(r"\]\(([^)]+)\)", text)

    assert links
    for link in links:
        assert link.removeprefix("#") in anchors if link.startswith("#") else (document.parent / link).exists(), link


@pytest.mark.parametrize("name", DOCUMENTS[1:])
def test_every_room_and_file_that_a_document_names_exists(name):
    text = (settings.BASE_DIR / name).read_text(encoding="utf-8")
    for place in re.findall(r"`((?:wizard|tests|templates|static|tools|docs|deploy)/[\w./-]*)`", text):
        assert place == "wizard/flows/umbrella/" or (settings.BASE_DIR / place).exists(), place
