"""From tables to what facts rest on, and who helps: sources and desks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from ..outcome import Archived, Desk, How, Source
from .grounds import check_cited
from .names import Names
from .table import Table
from .texts import read_text

PHONE = re.compile("[0-9#-]*")


def read_source(names: Names, id: str, table: Table) -> Source:
    """A source; the date is the day on which somebody checked the fact there."""
    return Source(
        id=id,
        title=read_text(names, table, "title"),
        url=read_url(table),
        official=table.take("official", bool),
        checked=table.take("checked", date),
        how=read_how(table),
        expects=read_expects(table),
        archived=read_archived(table.table("archived")) if "archived" in table.data else None,
    )


def read_expects(table: Table) -> tuple[str, ...]:
    """Terms and figures that the source must still contain; none where nobody has said any."""
    expects = table.take_ids("expects")
    if not all(term.strip() for term in expects):
        table.mistake("expects", "holds an empty text; give terms that the source must contain")
    return expects


def read_archived(table: Table) -> Archived:
    """A copy that an archive keeps."""
    archived = Archived(read_url(table), table.take("date", date))
    table.close()
    return archived


def read_how(table: Table) -> How:
    """How the source was checked."""
    how = table.take("how", str)
    if how not in list(How):
        table.mistake("how", 'give "opened" if the page itself was opened, "read" if a stored copy was read')
        return How.READ
    return How(how)


def read_url(table: Table, *default: str) -> str:
    """An address on the web; any other kind would be a trap for whoever follows it."""
    url = table.take("url", str, *default)
    if url and not url.startswith(("https://", "http://")):
        table.mistake("url", "begin with https:// or http://")
    return url


def read_phone(table: Table) -> str:
    """The number of a desk, which becomes a link; empty where it has none."""
    phone = table.take("phone", str, "")
    if not PHONE.fullmatch(phone):
        table.mistake("phone", "give it in digits, hyphens and #")
    return phone


def read_desk(names: Names, sources: Mapping[str, Source], id: str, table: Table) -> Desk:
    """A help desk, which cites some of the sources."""
    desk = Desk(
        id=id,
        name=read_text(names, table, "name"),
        note=read_text(names, table, "note"),
        phone=read_phone(table),
        url=read_url(table, ""),
        hours=read_text(names, table, "hours", needed=False),
        closed=read_text(names, table, "closed", needed=False),
        sources=names.find_all(table, "sources", sources, "source"),
    )
    check_cited(table)
    if not desk.phone and not desk.url:
        table.mistake("url", "give its official page, since it has no phone")
    if desk.hours and not desk.closed:
        table.mistake("closed", "say what to do outside its hours")
    return desk
