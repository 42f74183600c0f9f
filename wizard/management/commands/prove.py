"""`manage.py prove`: what a flow promises, what nobody reaches, and what is asked in vain, over all answers."""

import json
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from wizard.engine.proving import Proof
from wizard.proofs import address_of, proofs


class Command(BaseCommand):
    help = "Proves the flows, or one of them, over all answers there are, and names what is wrong."
    requires_system_checks = ()  # these prove the flows too

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("flow", nargs="?", default="", help="the flow's folder; without it, every flow")
        parser.add_argument("--json", action="store_true", help="for programs")

    def handle(self, *args: object, **options: object) -> None:
        found = list(proofs(str(options["flow"])))
        if not found:
            raise CommandError(f"there is no flow {options['flow']}")
        if options["json"]:
            self.stdout.write(json.dumps([as_data(proof) for proof in found], ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(line for proof in found for line in lines_of(proof)))
        if not all(proof.holds for proof in found):
            raise SystemExit(1)


def lines_of(proof: Proof) -> list[str]:
    """Every check with whether it holds, and below it what is wrong, with an address to open."""
    lines = [proof.id]
    for check in proof.checks:
        lines.append(f"  {'holds' if check.holds else 'FAILS'}  {check.title}")
        for finding in check.findings:
            lines.append(f"         {finding}")
            if address := address_of(proof, finding):
                lines.append(f"         {address}")
    return lines


def as_data(proof: Proof) -> dict[str, object]:
    """A proof for programs."""
    return {
        "flow": proof.id,
        "holds": proof.holds,
        "checks": [
            {
                "title": check.title,
                "holds": check.holds,
                "findings": [
                    {
                        "kind": finding.kind,
                        "file": finding.file,
                        "table": finding.table,
                        "key": finding.key,
                        "sentence": finding.sentence,
                        "address": address_of(proof, finding),
                    }
                    for finding in check.findings
                ],
            }
            for check in proof.checks
        ],
    }
