"""The verdicts as they are shown: a symbol and a word for each."""

from django.utils.translation import gettext_lazy

from wizard.engine import Verdict

SYMBOLS = {Verdict.ACCEPT: "○", Verdict.PROPOSE: "△", Verdict.DECLINE: "×"}
WORDS = {
    Verdict.ACCEPT: gettext_lazy("Accept"),
    Verdict.PROPOSE: gettext_lazy("Propose another way"),
    Verdict.DECLINE: gettext_lazy("Decline"),
}
