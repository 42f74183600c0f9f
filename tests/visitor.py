"""A visitor of the site, and pages as she meets them: attributes, links and words instead of markup."""

from html.parser import HTMLParser

from django.test import Client
from django.utils import translation


def with_room(call, *args, **options):
    return call(*args, **options)


# CPython keeps the frames of calls in chunks of memory: it asks the system for one, and gives it back, at each call
# over a chunk's end. Below pytest's own calls a page does so some hundred times, for a third of what it costs.
# This frame is so large that its chunk has room for all of a page's.
with_room.__code__ = with_room.__code__.replace(co_stacksize=100_000)


class Visitor(Client):
    """Django's test client over HTTPS, as production is visited."""

    def generic(self, *args, **options):
        # The language of a page is not to stay behind as the test's own.
        with translation.override(translation.get_language()):
            return with_room(super().generic, *args, **{**options, "secure": True})

    def open(self, address, **options):
        """The page at an address, redirects followed."""
        return Page(self.get(address, follow=True, **options))


class Page(HTMLParser):
    """A page's parts: `main` its attributes, `options` by id, `links` in order, `meta` data, `text` words.

    `anchors` are the attributes of its links, each with its words as `text`.
    """

    def __init__(self, response):
        super().__init__()
        self.response = response
        self.status = response.status_code
        self.main, self.options, self.links, self.ids, self.meta, self.rel = {}, {}, [], [], {}, {}
        self.lang, self.title, self.text, self.heading, self.inputs = "", "", "", "", []
        self.inside, self.anchors = [], []
        self.feed(response.content.decode())

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.inside.append(tag) if tag not in ("meta", "link", "input", "img") else None
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "html":
            self.lang = given["lang"]
        elif tag == "main":
            self.main = given
        elif tag == "a":
            self.links.append(given["href"])
            self.anchors.append({**given, "text": ""})
            if "data-option" in given:
                self.options[given["data-option"]] = given["href"]
        elif tag == "form":
            self.form = given["action"]
        elif tag == "input":
            self.inputs.append(given)
        elif tag == "meta":
            self.meta[given.get("name") or given.get("property")] = given.get("content")
        elif tag == "link":
            self.rel.setdefault(given["rel"], []).append(given)

    def handle_endtag(self, tag):
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data):
        if "title" in self.inside and "svg" not in self.inside:
            self.title += data
        elif "h1" in self.inside:
            self.heading += data
        if "a" in self.inside:
            self.anchors[-1]["text"] += data
        self.text += data

    @property
    def words(self):
        """All of its words in one line."""
        return " ".join(self.text.split())

    def leads(self, words):
        """Where its links of these words lead."""
        return [anchor["href"] for anchor in self.anchors if " ".join(anchor["text"].split()) == words]

    @property
    def address(self):
        """Where the visitor is."""
        return self.response.request["PATH_INFO"]

    @property
    def ticked(self):
        return [field["data-option"] for field in self.inputs if field["type"] == "checkbox" and "checked" in field]

    @property
    def alternates(self):
        """The same page in each language."""
        return [link for link in self.rel["alternate"] if "hreflang" in link]

    @property
    def canonical(self):
        return self.rel["canonical"][0]["href"]
