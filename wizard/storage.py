"""How static files are kept for production: made small, named by their content, compressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from django.core.files.base import ContentFile, File
from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]

KINDS = {".css": "text/css", ".js": "text/javascript"}


class MinifiedStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Files as they are written, made small as they are collected, so that nobody has to write them small."""

    def save(self, name: str, content: File[bytes], max_length: int | None = None) -> str:
        kind = None if ".min." in name else KINDS.get(PurePath(name).suffix)
        if kind:
            import minify  # type: ignore[import-untyped]  # noqa: PLC0415  a server needs none of its megabytes

            content = ContentFile(minify.string(kind, content.read().decode()).encode())
        saved: str = super().save(name, content, max_length)
        return saved

    def post_process(self, paths: Iterable[str], dry_run: bool = False) -> Iterator[object]:
        """Name the files by what is sent, not by what was written: another minifier gives another name."""
        yield from super().post_process({name: (self, name) for name in paths}, dry_run=dry_run)
