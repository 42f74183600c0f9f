"""The app, and what `manage.py check` says of the flows: a mistake stops the process and not a visitor."""

from collections.abc import Iterator, Sequence

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.utils import timezone

from wizard.engine import Survey

from .content import flows


class WizardConfig(AppConfig):
    name = "wizard"

    def ready(self) -> None:
        register(stale_sources)
        register(unsurveyed_flows)
        register(unproven_flows)
        register(unnamed_operator, deploy=True)


def stale_sources(app_configs: Sequence[AppConfig] | None, **options: object) -> list[CheckMessage]:
    """Warn of sources that want checking again: pages show them as 要再確認 meanwhile."""
    return list(warnings_of_sources())


def warnings_of_sources() -> Iterator[Warning]:
    today = timezone.localdate()
    for id, languages in flows().items():
        for source in languages[settings.LANGUAGE_CODE].sources.values():
            if source.is_stale(today):
                hint = f"Open {source.url}, compare, and give the new date as `checked`."
                yield Warning(f"{id}: source {source.id} was last checked on {source.checked}", hint, id="wizard.W001")


def unnamed_operator(app_configs: Sequence[AppConfig] | None, **options: object) -> list[CheckMessage]:
    """Warn of a public site that says nobody's name, or no way to reach them: its page about itself says so."""
    return [
        Warning(f"environment: {name} is not given, so the page about this site says so", hint, id="wizard.W004")
        for name, hint in (("OPERATOR", "Name who runs it."), ("CONTACT", "Give mailto:… or a form's https://…."))
        if not getattr(settings, name)
    ]


def unsurveyed_flows(app_configs: Sequence[AppConfig] | None, **options: object) -> list[CheckMessage]:
    """Warn of flows too large to survey: their pages say less, and no rule may be known to be reached."""
    return list(warnings_of_surveys())


def warnings_of_surveys() -> Iterator[Warning]:
    for id, languages in flows().items():
        if lack := lack_of(languages[settings.LANGUAGE_CODE].survey):
            yield Warning(f"{id}: {lack}", "Let its rules tell fewer answers apart, or split it.", id="wizard.W002")


def unproven_flows(app_configs: Sequence[AppConfig] | None, **options: object) -> list[CheckMessage]:
    """All that `manage.py prove` finds wrong; what is only style warns."""
    return list(findings_of_proofs())


def findings_of_proofs() -> Iterator[CheckMessage]:
    from .proofs import address_of, proofs  # noqa: PLC0415  a server proves nothing, and starts sooner without

    for proof in proofs():
        for finding in proof.findings:
            hint = f"Open {address}" if (address := address_of(proof.flow, finding.walk)) else None
            kind, id = (Error, "wizard.E001") if finding.is_error else (Warning, "wizard.W003")
            yield kind(str(finding), hint, id=id)


def lack_of(survey: Survey) -> str:
    """What a flow's survey had to leave out."""
    if not survey.is_whole:
        return "is too large to survey, so that its pages show no range of what is ahead"
    if not survey.knows_routes:
        return "has too many routes to keep, so that its results tell less of what would change them"
    return ""
