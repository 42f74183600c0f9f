"""How dates are written in English: the British way."""

DATE_FORMAT = "j F Y"  # 23 November 2026
