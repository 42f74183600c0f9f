"""From tables to a flow in one language, noting every mistake on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from string import ascii_lowercase, ascii_uppercase, digits

from wizard.engine.model import Edition, Flow, Option, Question, Rule, Section

from .outcomes import OutcomeBuilder, check_id
from .table import Table

OPTION_CODES = digits + ascii_uppercase
# What these ids say in a query is said already: wizard.queries.
NONE_OF_THESE, MARK_OF_SUBMISSION = "none", "asked"
# A page that stands where a question's does: wizard.urls.
SHARED = "shared"


@dataclass
class Builder(OutcomeBuilder):
    """Builds a flow in one language."""

    codes: dict[str, str] = field(default_factory=dict)

    def flow(self) -> Flow:
        """The whole flow, as far as its mistakes let it be built."""
        table, named, listed = self.files.flow, self.files.named, self.files.listed
        retired = frozenset(table.take_ids("retired"))
        self.codes = dict.fromkeys(retired, "a retired question")
        self.sources = self.each(named["source"], self.source)
        self.desks = self.each(named["desk"], self.desk)
        return Flow(
            id=self.files.id,
            language=self.language,
            name=self.text(table, "name"),
            title=self.text(table, "title"),
            lead=self.text(table, "lead"),
            description=self.text(table, "description"),
            about=self.items(table, "about", self.section),
            replies=self.items(table, "reply", self.reply),
            settings_title=self.words(table, "settings_title", needed=False),
            unknown=self.items(table, "unknown", self.line),
            start=self.questions(table, "start"),
            prefilled=self.questions(table, "prefilled"),
            questions=self.each(named["question"], self.question),
            rules=self.all(listed["rule"], self.rule),
            outcomes=self.each(named["outcome"], self.outcome),
            sources=self.sources,
            editions=self.all(listed["edition"], self.edition),
            retired=retired,
        )

    def questions(self, table: Table, key: str) -> tuple[str, ...]:
        """A list of ids of questions."""
        self.find_all(table, key, self.vocabulary, "question")
        return table.take_ids(key)

    # The parts of a flow

    def question(self, id: str, table: Table) -> Question:
        """A question with its options, in the order of the file."""
        many = self.is_many(table)
        retired = frozenset(table.take_ids("retired"))
        claimed = dict.fromkeys(retired, "a retired option") | ({"0": "none of these"} if many else {})
        code = table.take("code", str)
        check_id(table, id, MARK_OF_SUBMISSION, SHARED)
        claim_code(table, code, ascii_lowercase, self.codes, f"question {id}")
        return Question(
            id=id,
            code=code,
            many=many,
            least=table.take("least", int, 0 if many else 1),
            risk=table.take("risk", bool, False),
            fixed=table.take("fixed", bool, False),
            title=self.words(table, "title"),
            hint=self.words(table, "hint", needed=False),
            why=self.words(table, "why"),
            statement=self.words(table, "statement"),
            options={option: self.option(option, part, many, claimed) for option, part in table.named("option")},
            desks=self.find_all(table, "desks", self.desks, "desk"),
            retired=retired,
        )

    def is_many(self, table: Table) -> bool:
        """Whether a question takes several options."""
        kind = table.take("kind", str)
        if kind not in ("one", "many"):
            table.mistake("kind", 'give "one" or "many"')
        return kind == "many"

    def option(self, id: str, table: Table, many: bool, claimed: dict[str, str]) -> Option:
        """An option; `claimed` are the codes that this question has used so far."""
        code = table.take("code", str)
        check_id(table, id, *[NONE_OF_THESE] * many)
        claim_code(table, code, OPTION_CODES, claimed, f"option {id}")
        option = Option(
            id=id,
            code=code,
            label=self.words(table, "label"),
            hint=self.words(table, "hint", needed=False),
            unsure=table.take("unsure", bool, False),
        )
        table.close()
        return option

    def rule(self, table: Table) -> Rule:
        """A rule; its outcome's verdict stands with the outcome."""
        then_ask = self.questions(table, "then_ask")
        outcome = table.take("outcome", str)
        self.find(table, "outcome", outcome, self.files.named["outcome"], "outcome")
        return Rule(self.when(table), outcome, then_ask)

    def edition(self, table: Table) -> Edition:
        """A published state of the rules."""
        return Edition(table.take("number", int), table.take("date", date), self.line(table))

    def section(self, table: Table) -> Section:
        """A headed paragraph of the start page."""
        return Section(self.text(table, "title"), self.text(table, "text"))


def claim_code(table: Table, code: str, alphabet: str, claimed: dict[str, str], owner: str) -> None:
    """Note a code that is ill-formed or not free; codes are permanent, like field numbers in a wire format."""
    if len(code) != 1 or code not in alphabet:
        table.mistake("code", f"give one character of {alphabet}")
    elif claimed.setdefault(code, owner) != owner:
        table.mistake("code", f"{code!r} belongs to {claimed[code]}; take one that was never used")
