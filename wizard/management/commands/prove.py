"""`manage.py prove`: what a flow promises, what nobody reaches, and what an edit changes, over all answers."""

import json
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator

from django.core.management.base import BaseCommand, CommandError

from wizard.content import lack_of
from wizard.engine import Flow
from wizard.engine.proving import Against, Finding, Move, Proof, deal
from wizard.proofs import address_of, address_of_card, proofs
from wizard.revisions import RevisionError, origin
from wizard.states import StateError, comparisons

Data = dict[str, object]


class Command(BaseCommand):
    help = "Proves the flows, or one of them, over all answers there are, and names what is wrong."
    requires_system_checks = ()  # these prove the flows too

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("flow", nargs="?", default="", help="the flow's folder; without it, every flow")
        parser.add_argument("--json", action="store_true", help="for programs")
        parser.add_argument("--deck", action="store_true", help="the pages on which every text shows at least once")
        what = "what has changed since, and whether it may; alone, since the branch left main or the commit before"
        parser.add_argument("--against", metavar="DIR_OR_REV", nargs="?", const="", help=what)

    def handle(self, *args: object, **options: object) -> None:
        only, place = str(options["flow"]), options["against"]
        if options["deck"] and (options["json"] or place is not None):
            raise CommandError("--deck goes with neither --json nor --against")
        found = self.against(str(place), only) if place is not None else known(only, proofs(only))
        if options["deck"]:
            self.stdout.write("\n".join(line for each in found for line in lines_of_deck(each)))
        elif options["json"]:
            self.stdout.write(json.dumps([as_data(each) for each in found], ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(line for each in found for line in lines_of(each)))
        if any(finding.is_error for each in found for finding in each.findings):
            raise SystemExit(1)

    def against(self, place: str, only: str) -> list[Proof | Against]:
        """The flows against what they were in a place; without one, against where they come from."""
        try:
            places = (place,) if place else self.origin()
            if not places:
                known(only, proofs(only))
            return [each for there in places for each in known(only, comparisons(there, only))]
        except (RevisionError, StateError) as error:
            raise CommandError(str(error)) from error

    def origin(self) -> tuple[str, ...]:
        """The revisions that the files come from, which are told."""
        revisions, told = origin()
        names = " and ".join(revision[:12] for revision in revisions)
        self.stderr.write(f"{names}: {told}" if revisions else f"Nothing to compare with: {told}.")
        return revisions


def known(only: str, found: Iterable[Proof | Against]) -> list[Proof | Against]:
    """What was found of the flows; a CommandError if there is none of this name."""
    if listed := list(found):
        return listed
    raise CommandError(lack_of(only))


def lines_of(found: Proof | Against) -> Iterator[str]:
    """A report for people."""
    yield found.id
    yield from lines_of_proof(found) if isinstance(found, Proof) else lines_of_moves(found)


def lines_of_proof(proof: Proof) -> Iterator[str]:
    """Every check with whether it holds, and below it what is wrong, with an address to open."""
    for check in proof.checks:
        fails = any(finding.is_error for finding in check.findings)
        yield f"  {'holds' if check.holds else 'FAILS' if fails else 'warns'}  {check.title}"
        yield from lines_of_findings(check.findings, proof.flow)


def lines_of_moves(against: Against) -> Iterator[str]:
    """What has changed, softer verdicts first, each with an address to open; and what is missing."""
    yield from (f"  note   {note}" for note in against.notes)
    if against.comparison:
        yield f"  {against.comparison}"
        for move in against.comparison.moves:
            yield f"         {move}"
            yield f"         {address_of(against.flow, move.walk)}"
    if against.findings:
        yield "  FAILS  what has changed may pass"
        yield from lines_of_findings(against.findings, against.flow)


def lines_of_findings(findings: Iterable[Finding], flow: Flow | None) -> Iterator[str]:
    for finding in findings:
        yield f"         {finding}"
        if address := address_of(flow, finding.walk):
            yield f"         {address}"


def lines_of_deck(found: Proof | Against) -> Iterator[str]:
    """The pages to read, each with how many texts it is the first to show; and the texts that no walk shows."""
    if isinstance(found, Proof) and found.subject and found.flow and found.flow.survey.knows_routes:
        deck = deal(found.subject)
        yield f"{found.id}: {len(deck.cards)} pages show {sum(new for _, new in deck.cards)} texts"
        yield from (f"  {new:4}  {address_of_card(found.flow, card)}" for card, new in deck.cards)
        yield from (f"  only programs are told: {': '.join(filter(None, item.place))}" for item in deck.unseen)
    yield from lines_of_findings(found.findings, found.flow)


def as_data(found: Proof | Against) -> Data:
    """A report for programs."""
    findings = [of_finding(finding, found.flow) for finding in found.findings]
    data: Data = {"flow": found.id, "findings": findings}
    if isinstance(found, Proof):
        return {**data, "checks": [{"title": check.title, "holds": check.holds} for check in found.checks]}
    return {**data, "notes": list(found.notes), **of_moves(found)}


def of_moves(against: Against) -> Data:
    comparison = against.comparison
    if not comparison:
        return {"routes": None, "moves": []}
    moves: list[Data] = [
        {
            "before": {"outcome": move.before.id, "verdict": move.before.verdict},
            "after": {"outcome": move.after.id, "verdict": move.after.verdict},
            "sure": move.sure,
            "routes": move.routes,
            "address": address_of(against.flow, move.walk),
        }
        for move in comparison.moves
    ]
    return {
        "routes": comparison.routes,
        "others": comparison.others,
        "softer": ways_of(comparison.softer),
        "harder": ways_of(comparison.harder),
        "moves": moves,
    }


def ways_of(moves: Iterable[Move]) -> int | None:
    """How many routes moved so; None if they are too many to count."""
    routes = [move.routes for move in moves]
    return None if None in routes else sum(filter(None, routes))


def of_finding(finding: Finding, flow: Flow | None) -> Data:
    return {
        "kind": finding.kind,
        "error": finding.is_error,
        "file": finding.file,
        "table": finding.table,
        "key": finding.key,
        "sentence": finding.sentence,
        "address": address_of(flow, finding.walk),
    }
