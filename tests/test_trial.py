"""The kit for trying the site on people: its right answers are what the site says today."""

from html.parser import HTMLParser

import pytest
from django.conf import settings

KIT = (settings.BASE_DIR / "docs" / "trial.html").read_text(encoding="utf-8")


class Answers(HTMLParser):
    """The tables of right answers: `tasks` with address, verdict and words; `questions` with task and words."""

    def __init__(self):
        super().__init__()
        self.tasks, self.questions, self.row, self.quoted = [], [], None, False
        self.feed(KIT)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "tr":
            self.row = {**given, "words": []}
            self.tasks += [self.row] if "data-address" in given else []
            self.questions += [self.row] if "data-task" in given else []
        elif tag == "q":
            self.quoted = True

    def handle_endtag(self, tag):
        if tag == "q":
            self.quoted = False

    def handle_data(self, data):
        if self.quoted:
            self.row["words"].append(data)


TASKS, QUESTIONS = Answers().tasks, Answers().questions


def test_there_are_five_tasks_with_two_questions_each_and_two_at_the_end():
    assert [task["data-verdict"] for task in TASKS] == ["propose", "propose", "decline", "help", "accept"]
    assert len(QUESTIONS) == 12
    assert all(row["words"] for row in TASKS + QUESTIONS)
    assert KIT.count('class="card"') == 5


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task["data-address"])
def test_a_task_ends_where_the_kit_says(visitor, task):
    page = visitor.open(task["data-address"])

    assert page.main["data-verdict"] == task["data-verdict"]
    assert task["words"][0] in page.heading
    for words in task["words"]:
        assert words in page.text


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["words"][0][:20])
def test_a_right_answer_is_said_on_the_page_that_the_task_leads_to(visitor, question):
    task = question["data-task"]
    page = visitor.open("/" if task == "start" else TASKS[int(task) - 1]["data-address"])

    for words in question["words"]:
        assert words in page.text
