"""The verdicts as they are shown: a symbol and a word for each."""

from django.utils.translation import gettext_lazy

from wizard.engine import Verdict

# The telephone comes with the mark that keeps phones from drawing it as a picture.
SYMBOLS = {Verdict.ACCEPT: "○", Verdict.PROPOSE: "△", Verdict.DECLINE: "×", Verdict.HELP: "☎\ufe0e"}
WORDS = {
    Verdict.ACCEPT: gettext_lazy("Accept"),
    Verdict.PROPOSE: gettext_lazy("Suggest another way"),
    Verdict.DECLINE: gettext_lazy("Decline"),
    Verdict.HELP: gettext_lazy("Get help"),
}
