"""How static files are kept for production: made small, named by their content, compressed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath

from django.core.files.base import ContentFile, File
from rcssmin import cssmin  # type: ignore[import-untyped]
from rjsmin import jsmin  # type: ignore[import-untyped]
from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]

MINIFIERS: dict[str, Callable[[str], str]] = {".css": cssmin, ".js": jsmin}


class MinifiedStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Files as they are written, made small as they are collected, so that nobody has to write them small."""

    def _save(self, name: str, content: File[bytes]) -> str:
        minify = None if ".min." in name else MINIFIERS.get(PurePath(name).suffix)
        if minify:
            content.seek(0)
            content = ContentFile(minify(content.read().decode()).encode())
        saved: str = super()._save(name, content)
        return saved

    def post_process(self, paths: Iterable[str], dry_run: bool = False) -> Iterator[object]:
        """Name the files by what is sent, not by what was written: another minifier gives another name."""
        yield from super().post_process({name: (self, name) for name in paths}, dry_run=dry_run)
