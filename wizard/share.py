"""The ways to show an address to somebody: by LINE, on X, by e-mail, as a QR code."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from urllib.parse import quote, urlencode, urlsplit

import segno

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

    @property
    def picture(self) -> bytes:
        """A QR code, as a file: drawing one takes as long as half a page."""
        # Weighing all eight masks would take six times as long.
        code = segno.make(self.address, error="m", micro=False, mask=4)
        file = BytesIO()
        code.save(file, kind="svg", scale=4, border=2, light="#fff", svgclass=None, lineclass=None)
        return file.getvalue()

    @property
    def picture_address(self) -> str:
        """Where the picture is."""
        return f"{urlsplit(self.address).path}{PICTURE}"


def encoded(**fields: str) -> str:
    return urlencode(fields, quote_via=quote)
