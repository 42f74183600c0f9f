"""From tables to what result pages are made of: sources, desks and outcomes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from wizard.engine.condition import Answers
from wizard.engine.outcome import Desk, FollowUp, Help, Outcome, Reason, Reply, Setting, Source, Step, Verdict

from .table import ID, Table, is_list_of_ids
from .texts import TextReader, X

TONES = ("polite", "short", "firm", "report")


@dataclass
class OutcomeBuilder(TextReader):
    """Builds outcomes in one language; sources and desks come first, for the rest to name them."""

    sources: dict[str, Source] = field(default_factory=dict)
    desks: dict[str, Desk] = field(default_factory=dict)

    def each(self, tables: dict[str, Table], build: Callable[[str, Table], X]) -> dict[str, X]:
        """The things of a section by id."""
        things = {id: build(id, table) for id, table in tables.items()}
        for id, table in tables.items():
            check_id(table, id)
            table.close()
        return things

    def all(self, tables: list[Table], build: Callable[[Table], X]) -> tuple[X, ...]:
        """The things of a list, in order."""
        things = tuple(build(table) for table in tables)
        for table in tables:
            table.close()
        return things

    def items(self, table: Table, key: str, build: Callable[[Table], X]) -> tuple[X, ...]:
        """The items under `key`, those of shared lists in the place of their `include`."""
        return self.all(list(self.included(table.listed(key))), build)

    def included(self, items: Iterator[Table]) -> Iterator[Table]:
        """The items in order, those of a shared list in the place of the item that includes it."""
        for item in items:
            if "include" not in item.data:
                yield item
                continue
            name = item.take("include", str)
            item.close()
            shared = self.find(item, "include", name, self.files.named["shared"], "shared list")
            yield from shared.listed(name) if shared else ()

    def source(self, id: str, table: Table) -> Source:
        """A source; the date is the day on which somebody checked the fact there."""
        return Source(
            id=id,
            title=self.text(table, "title"),
            url=self.url(table),
            official=table.take("official", bool),
            checked=table.take("checked", date),
        )

    def url(self, table: Table) -> str:
        """An address on the web; any other kind would be a trap for whoever follows it."""
        url = table.take("url", str)
        if url and not url.startswith(("https://", "http://")):
            table.mistake("url", "begin with https:// or http://")
        return url

    def desk(self, id: str, table: Table) -> Desk:
        """A help desk."""
        return Desk(
            id=id,
            name=self.text(table, "name"),
            note=self.text(table, "note"),
            phone=table.take("phone", str, ""),
            hours=self.text(table, "hours", needed=False),
            sources=self.cited(table),
        )

    def outcome(self, id: str, table: Table) -> Outcome:
        """An outcome, with one reason at least that needs no answers."""
        verdict = table.take("verdict", str)
        if verdict not in list(Verdict):
            table.mistake("verdict", f"give one of {', '.join(Verdict)}")
        outcome = Outcome(
            id=id,
            verdict=Verdict(verdict) if verdict in list(Verdict) else Verdict.DECLINE,
            title=self.words(table, "title"),
            summary=self.words(table, "summary"),
            steps=self.items(table, "step", self.step),
            evidence=self.items(table, "evidence", self.step),
            settings=self.items(table, "setting", self.setting),
            reasons=self.items(table, "reason", self.reason),
            replies=self.items(table, "reply", self.reply),
            follow_ups=self.items(table, "follow_up", self.follow_up),
            helps=self.items(table, "help", self.help),
        )
        if not any(not reason.when.conditions for reason in outcome.reasons):
            table.mistake("reason", "give at least one without `when`, so that every rule has a reason")
        return outcome

    def step(self, table: Table) -> Step:
        """A step, or a piece of evidence."""
        return Step(self.when(table), self.line(table), self.cited(table))

    def setting(self, table: Table) -> Setting:
        """A setting; without a source it is one that we are not sure of, and says so."""
        setting = Setting(
            when=self.when(table),
            text=self.line(table),
            path=self.text(table, "path"),
            sees=self.text(table, "sees"),
            sure=table.take("sure", bool, True),
            sources=self.cited(table),
        )
        if setting.sure and not setting.sources:
            table.mistake("sources", "name at least one source, or say sure = false")
        return setting

    def reason(self, table: Table) -> Reason:
        """A reason, which always has a source."""
        reason = Reason(self.when(table), self.line(table), self.cited(table))
        if not reason.sources:
            table.mistake("sources", "name at least one source")
        return reason

    def reply(self, table: Table) -> Reply:
        """A message to send, with its original for readers of another language."""
        tone = table.take("tone", str)
        if tone not in TONES:
            table.mistake("tone", f"give one of {', '.join(TONES)}")
        original = "" if self.language == self.languages[0] else table.take(self.languages[0], str).strip()
        return Reply(self.when(table), self.line(table), tone, original)

    def follow_up(self, table: Table) -> FollowUp:
        """A follow-up, which does one thing: change answers, ask a question again, or advise."""
        change = table.take("change", str, "")
        if change:
            self.find(table, "change", change, self.vocabulary, "question")
        answers = self.answers(table) if "answers" in table.data else {}
        advice = self.text(table, "advice", needed=False)
        if [bool(change), bool(answers), bool(advice)].count(True) != 1:
            table.mistake("answers", "give the answers that this changes, `change` with a question, or `advice`")
        return FollowUp(self.when(table), self.line(table), answers, change, advice)

    def answers(self, table: Table) -> Answers:
        """The answers that a follow-up changes."""
        given = table.table("answers")
        for question, options in given.data.items():
            if question not in self.vocabulary:
                self.unknown(given, question, f"is no question; name one of {', '.join(self.vocabulary)}")
            elif not is_list_of_ids(options):
                given.mistake(question, "give a list of options")
            else:
                self.check_options(given, question, options)
        return {question: tuple(options) for question, options in given.data.items() if is_list_of_ids(options)}

    def help(self, table: Table) -> Help:
        """A help desk in an outcome."""
        id = table.take("desk", str)
        desk = self.find(table, "desk", id, self.desks, "desk") or Desk(id, "", "", "", "", ())
        return Help(self.when(table), self.line(table), desk)

    def cited(self, table: Table) -> tuple[Source, ...]:
        """The sources named."""
        return self.find_all(table, "sources", self.sources, "source")


def check_id(table: Table, id: str, *reserved: str) -> None:
    """Note an id that addresses cannot hold, or that means something else in them."""
    if not ID.fullmatch(id):
        table.mistakes.append(f"{table.place}: name it with ASCII letters, digits and hyphens")
    if id in reserved:
        table.mistakes.append(f"{table.place}: {id!r} means something else in addresses; take another name")
