"""What templates need beyond Django's own: the frame's words for data, and absolute addresses."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import quote, urlencode

import segno
from django.template import Context, Library
from django.templatetags.static import static
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from wizard import addresses, phrases
from wizard.engine.model import Ahead
from wizard.engine.outcome import Source, Verdict

register = Library()

SYMBOLS = {Verdict.ACCEPT: "○", Verdict.PROPOSE: "△", Verdict.DECLINE: "×"}
VERDICTS = {
    Verdict.ACCEPT: gettext_lazy("Accept"),
    Verdict.PROPOSE: gettext_lazy("Propose another way"),
    Verdict.DECLINE: gettext_lazy("Decline"),
}
TONES = {
    "polite": gettext_lazy("Polite"),
    "short": gettext_lazy("Short"),
    "firm": gettext_lazy("Firm"),
    "report": gettext_lazy("To the site’s operator"),
}


@register.filter
def symbol(verdict: Verdict) -> str:
    return SYMBOLS[verdict]


@register.filter
def verdict_words(verdict: Verdict) -> str:
    return str(VERDICTS[verdict])


@register.filter
def phrased(text: str) -> str:
    """A heading or an option, to break between phrases."""
    return phrases.breakable(text, get_language() or "")


@register.filter
def tone_words(tone: str) -> str:
    return str(TONES[tone])


@register.filter
def after_this_one(ahead: Ahead) -> str:
    """How many questions may come after this one, least to most; never a total that may turn out wrong."""
    least, most = ahead.least - 1, ahead.most - 1
    if most == 0:
        return _("the last question")
    if least == most:
        return _("%(most)s more") % {"most": most}
    if least == 0:
        return _("up to %(most)s more") % {"most": most}
    return _("%(least)s to %(most)s more") % {"least": least, "most": most}


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
def tel(phone: str) -> str:
    return f"tel:{quote(phone.replace('-', ''))}"


@register.simple_tag(takes_context=True)
def absolute(context: Context, address: str) -> str:
    """An address as others can open it."""
    return str(context["request"].build_absolute_uri(address))


@register.simple_tag(takes_context=True)
def card(context: Context, name: str) -> str:
    """The preview picture of a verdict, or of the start, in the page's language."""
    return absolute(context, static(f"cards/{name}-{get_language()}.png"))


@register.simple_tag
def qr(address: str) -> str:
    """A QR code as inline SVG, named for those who cannot see it."""
    # Weighing all eight masks would take six times as long, and half as long as the page itself.
    code = segno.make(address, error="m", micro=False, mask=4)
    svg = code.svg_inline(scale=4, border=2, svgclass=None, lineclass=None, omitsize=True, title=_("QR code"))
    # Segno gives a size or a viewBox; without a stylesheet the one is needed, with it the other.
    return mark_safe(svg.replace("<svg", '<svg width="144" height="144" role="img"', 1))


@register.simple_tag
def line_share(address: str, text: str) -> str:
    return f"https://line.me/R/share?{urlencode({'text': f'{text} {address}'}, quote_via=quote)}"


@register.simple_tag
def mail_share(address: str, text: str) -> str:
    letter = {"subject": text, "body": f"{text}\n{address}"}
    return f"mailto:?{urlencode(letter, quote_via=quote)}"


@register.simple_tag
def x_share(address: str, text: str) -> str:
    return f"https://x.com/intent/post?{urlencode({'text': text, 'url': address}, quote_via=quote)}"
