"""The ways to show an address to somebody: by LINE, on X, by e-mail, as a QR code."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from urllib.parse import quote, urlencode, urlsplit

import segno
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from segno import QRCode

PICTURE = "qr.svg"  # behind a page's address, the QR code of that address


@dataclass(frozen=True)
class Share:
    """An address as others can open it, with what is said beside it."""

    address: str
    text: str

    @property
    def line(self) -> str:
        return f"https://line.me/R/share?{encoded(text=f'{self.text} {self.address}')}"

    @property
    def x(self) -> str:
        return f"https://x.com/intent/post?{encoded(text=self.text, url=self.address)}"

    @property
    def mail(self) -> str:
        body = f"{self.text}\n{self.address}"
        return f"mailto:?{encoded(subject=self.text, body=body)}"

    @cached_property
    def code(self) -> QRCode:
        # Weighing all eight masks would take six times as long, and half as long as the page itself.
        return segno.make(self.address, error="m", micro=False, mask=4)

    @property
    def qr(self) -> SafeString:
        """A QR code as inline SVG, named for those who cannot see it."""
        svg = self.code.svg_inline(scale=4, border=2, svgclass=None, lineclass=None, omitsize=True, title=_("QR code"))
        # Segno gives a size or a viewBox; without a stylesheet the one is needed, with it the other.
        return mark_safe(svg.replace("<svg", '<svg width="144" height="144" role="img"', 1))

    @property
    def picture(self) -> bytes:
        """The QR code as a file."""
        file = BytesIO()
        self.code.save(file, kind="svg", scale=4, border=2, light="#fff", svgclass=None, lineclass=None)
        return file.getvalue()

    @property
    def picture_address(self) -> str:
        """Where the picture is; most visitors never unfold it."""
        return f"{urlsplit(self.address).path}{PICTURE}"


def encoded(**fields: str) -> str:
    return urlencode(fields, quote_via=quote)
