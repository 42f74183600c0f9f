"""What templates need beyond Django's own: words for data, absolute addresses, ways to share them."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from urllib.parse import quote

from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.template import Context, Library
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from wizard import addresses, contact, phrases, verdicts
from wizard.content import get_flow
from wizard.engine import Flow, Outcome, Source, Verdict
from wizard.share import Share

register = Library()

KANA_OR_KANJI = "ぁ-ゖァ-ヺｦ-ﾟ一-鿿㐀-䶿々〆"
# A run of Japanese, with what stands within it; never in a tag's attributes. Atomic, as backtracking would cost time.
JAPANESE = re.compile(rf"((?>[{KANA_OR_KANJI}](?:[\w　-〿！-･ー・–/.-]*[{KANA_OR_KANJI}ー）」])?))(?=[^<>]*<)")
NO_TAGS = re.compile("(<textarea.*?</textarea>|<svg.*?</svg>)", re.DOTALL)  # neither holds any of HTML's


@register.filter
def symbol(verdict: Verdict) -> str:
    return verdicts.SYMBOLS[verdict]


@register.filter
def verdict_words(verdict: Verdict) -> str:
    return str(verdicts.WORDS[verdict])


@register.filter
def phrased(text: str) -> str:
    """A heading or an option, to break between phrases."""
    return phrases.breakable(text, get_language() or "")


@register.filter(is_safe=True)
def japanese_marked(html: str) -> SafeString:
    """HTML in another language, its Japanese marked as such, so that a screen reader takes the right voice."""
    if get_language() == "ja":
        return mark_safe(html)
    parts = NO_TAGS.split(html)
    parts[::2] = [JAPANESE.sub(r'<span lang="ja">\1</span>', part) for part in parts[::2]]
    return mark_safe("".join(parts))


@register.filter
def joined(labels: Iterable[str]) -> str:
    """The labels of one answer in a row, kept apart by more than the commas within them."""
    return ("／" if get_language() == "ja" else "; ").join(labels)


@register.simple_tag
def comma() -> str:
    """What stands between the members of a row."""
    return "、" if get_language() == "ja" else ", "


@register.filter
def in_language(address: str, code: str) -> str:
    return addresses.in_language(address, code)


@register.filter
def stale(source: Source, today: date) -> bool:
    return source.is_stale(today)


@register.filter
def any_stale(sources: Iterable[Source], today: date) -> bool:
    return any(source.is_stale(today) for source in sources)


@register.filter
def rows(text: str) -> int:
    """The height that a text area needs for a message on a phone: about 20 full-width characters a line."""
    return sum(1 + len(line) // 20 for line in text.splitlines())


@register.filter
def taps(path: str) -> list[str]:
    """The way through an app's menus, tap by tap."""
    return path.split(" → ")


@register.filter
def tel(phone: str) -> str:
    return f"tel:{quote(phone.replace('-', ''))}"


@register.inclusion_tag("_meanwhile.html")
def meanwhile(flow: Flow | None = None) -> dict[str, object]:
    """What helps while a page does not: numbers to call, and a message that buys time. It needs no request."""
    return {"flow": flow or get_flow(settings.DEFAULT_FLOW), "first_language": settings.LANGUAGE_CODE}


@register.simple_tag(takes_context=True)
def absolute(context: Context, address: str) -> str:
    """An address as others can open it."""
    return f"{context['origin']()}{address}"


@register.simple_tag(takes_context=True)
def card(context: Context, flow: Flow | None, outcome: Outcome | None) -> str:
    """The preview picture of an outcome, else that of its flow, else the site's own, in the page's language."""
    return absolute(context, static(card_for(flow and flow.id, outcome and outcome.id, get_language() or "")))


@cache
def card_for(flow: str | None, outcome: str | None, language: str) -> str:
    """The nearest card that is drawn: a flow needs none."""
    names = (f"cards/{flow}/{outcome}-{language}.png", f"cards/{flow}/{language}.png")
    return next(filter(find, names), f"cards/{language}.png")


@register.simple_tag(takes_context=True)
def report_link(context: Context) -> str:
    """Where to say that something is wrong with the page, as it knows itself; "" where nobody is named."""
    return getattr(context.get("page"), "report_link", "") or contact.contact_link()


@register.simple_tag(takes_context=True)
def share(context: Context, address: str, text: str) -> Share:
    """The ways to show one of our addresses to somebody, with what is said beside it."""
    return Share(absolute(context, address), text)
