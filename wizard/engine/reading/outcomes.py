"""From tables to what result pages are made of: outcomes with their lists, stages and messages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from ..condition import When
from ..outcome import Desk, FollowUp, Help, Outcome, Reason, Reply, Setting, Source, Stage, Step, Tone, Verdict
from .conditions import read_answers, read_when
from .grounds import Hedges, check_cited, check_hedge, check_judgement
from .names import Names
from .table import Table, X, built_in_order
from .texts import read_line, read_text, read_words


def read_stage(names: Names, table: Table) -> Stage:
    """A stage on the way that a result page draws."""
    here = read_when(names, table, "here") if "here" in table.data else None
    return Stage(read_when(names, table), here, read_words(names, table, "text"))


def read_tone(names: Names, aside: Collection[str], id: str, table: Table) -> Tone:
    """A tone of messages; `aside` are those whose messages go to somebody else."""
    return Tone(id, read_line(names, table), id in aside)


def read_reply(names: Names, tones: Mapping[str, Tone], table: Table) -> Reply:
    """A message to send in one of the tones, for any answers, with its original for readers of another language."""
    tone = table.take("tone", str)
    first = names.languages[0]
    return Reply(
        when=When(),
        text=read_line(names, table),
        tone=names.find(table, "tone", tone, tones, "tone of this flow") or Tone(tone, ""),
        original="" if names.language == first else table.take(first, str).strip(),
    )


@dataclass(frozen=True)
class Outcomes:
    """Builds outcomes of the sources, desks and tones that they name."""

    names: Names
    sources: Mapping[str, Source]
    desks: Mapping[str, Desk]
    tones: Mapping[str, Tone]
    hedges: Hedges

    def outcome(self, id: str, table: Table) -> Outcome:
        """An outcome, with one reason at least that needs no answers."""
        outcome = Outcome(
            id=id,
            verdict=read_verdict(table),
            title=read_words(self.names, table, "title"),
            summary=read_words(self.names, table, "summary"),
            steps=self.items(table, "step", self.step),
            reports=self.items(table, "report", self.step),
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

    def items(self, table: Table, key: str, build: Callable[[Table], X]) -> tuple[X, ...]:
        """The items of one of the outcome's lists."""
        return built_in_order(self.names.items(table, key), build)

    def step(self, table: Table) -> Step:
        """A step, or a piece of evidence: it rests on a source, or is marked as our own judgement."""
        step = Step(read_when(self.names, table), read_line(self.names, table), self.cited(table))
        check_judgement(table)
        return step

    def setting(self, table: Table) -> Setting:
        """A setting, which always has a source; `sure` is false where it was not confirmed in today's app."""
        setting = Setting(
            when=read_when(self.names, table),
            text=read_line(self.names, table),
            path=read_text(self.names, table, "path"),
            sees=read_text(self.names, table, "sees"),
            sure=table.take("sure", bool, True),
            sources=self.cited(table),
        )
        check_cited(table)
        return setting

    def reason(self, table: Table) -> Reason:
        """A reason, which always has a source, and is hedged where none of them is official."""
        reason = Reason(read_when(self.names, table), read_line(self.names, table), self.cited(table))
        check_cited(table)
        check_hedge(table, reason.sources, self.hedges)
        return reason

    def reply(self, table: Table) -> Reply:
        """A message to send, for the answers that it suits."""
        when = read_when(self.names, table)
        return replace(read_reply(self.names, self.tones, table), when=when)

    def follow_up(self, table: Table) -> FollowUp:
        """A follow-up, which does one thing: change answers, ask a question again, or advise."""
        change = table.take("change", str, "")
        if change:
            self.names.find(table, "change", change, self.names.options, "question")
        answers = read_answers(self.names, table, "answers")
        advice = read_text(self.names, table, "advice", needed=False)
        if [bool(change), bool(answers), bool(advice)].count(True) != 1:
            table.mistake("answers", "give the answers that this changes, `change` with a question, or `advice`")
        tick = self.ticks(table, change)
        return FollowUp(read_when(self.names, table), read_line(self.names, table), answers, change, advice, tick)

    def ticks(self, table: Table, question: str) -> tuple[str, ...]:
        """The options that a follow-up ticks, of the question that it asks again."""
        options = dict.fromkeys(self.names.options.get(question, ()))
        self.names.find_all(table, "tick", options, "option of the question under `change`")
        return table.take_ids("tick")

    def help(self, table: Table) -> Help:
        """A help desk in an outcome."""
        id = table.take("desk", str)
        desk = self.names.find(table, "desk", id, self.desks, "desk") or Desk(id, "", "", "", "", "", "", ())
        return Help(read_when(self.names, table), read_line(self.names, table), desk)

    def cited(self, table: Table) -> tuple[Source, ...]:
        """The sources named."""
        return self.names.find_all(table, "sources", self.sources, "source")


def read_verdict(table: Table) -> Verdict:
    """One of the product's verdicts; where it is none, the hardest stands in for it."""
    verdict = table.take("verdict", str)
    if verdict not in list(Verdict):
        table.mistake("verdict", f"give one of {', '.join(Verdict)}")
        return Verdict.DECLINE
    return Verdict(verdict)
