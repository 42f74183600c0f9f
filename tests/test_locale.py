"""The frame's words are complete in Japanese, and what is compiled is what is written."""

import re

import polib
import pytest
from django.conf import settings

CATALOGUE = settings.LOCALE_PATHS[0] / "ja" / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\((\w+)\)s")


@pytest.fixture(scope="module")
def catalogue():
    return polib.pofile(str(CATALOGUE))


def words_of_templates():
    """Every text between translation tags, as gettext knows it."""
    for template in (*(settings.BASE_DIR / "templates").glob("*.html"), settings.BASE_DIR / "tools" / "picture.html"):
        markup = template.read_text(encoding="utf-8")
        yield from re.findall(r"""{% translate "([^"]+)\"""", markup)
        yield from re.findall(r"""{% translate '([^']+)'""", markup)
        yield from re.findall(r"""_\("([^"]+)"\)""", markup)
        for text in re.findall(r"{% blocktranslate [^%]*%}(.*?){% endblocktranslate %}", markup, re.DOTALL):
            trimmed = " ".join(line.strip() for line in text.strip().splitlines())
            yield re.sub(r"{{ (\w+) }}", r"%(\1)s", trimmed)


def words_of_code():
    for module in (settings.BASE_DIR / "wizard").rglob("*.py"):
        yield from re.findall(r"""\b_\("([^"]+)"\)|gettext_lazy\("([^"]+)"\)""", module.read_text(encoding="utf-8"))


def test_every_word_of_the_frame_has_its_japanese(catalogue):
    known = {entry.msgid for entry in catalogue.translated_entries()}
    used = set(words_of_templates()) | {text for pair in words_of_code() for text in pair if text}

    assert len(used) > 60
    assert used == known


def test_no_entry_is_doubtful(catalogue):
    assert catalogue.fuzzy_entries() == []
    assert catalogue.untranslated_entries() == []
    assert catalogue.obsolete_entries() == []


def test_placeholders_are_kept(catalogue):
    for entry in catalogue:
        assert set(PLACEHOLDER.findall(entry.msgid)) == set(PLACEHOLDER.findall(entry.msgstr)), entry.msgid


def test_the_compiled_catalogue_is_the_written_one(catalogue):
    compiled = polib.mofile(str(CATALOGUE.with_suffix(".mo")))

    assert words_of(compiled) == words_of(catalogue)


def words_of(file):
    """What each text becomes; one that means two things has a context for each."""
    return {(entry.msgctxt, entry.msgid): entry.msgstr for entry in file}
