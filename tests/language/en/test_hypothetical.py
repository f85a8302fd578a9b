"""Acts imagined or repeated instead of told, in English."""

from __future__ import annotations

import pytest

from bqlint.finding import Span
from bqlint.language.hypothetical import habitual, hypothetical, told_as_habit, told_hypothetically
from bqlint.prose import Sentence, sentences

IMAGINED = """
⟦I would probably ask⟧ the head nurse first.
First, ⟦I would sit⟧ down with the driver.
⟦I'd check⟧ the gas line and open a window.
If a guest complained, ⟦I would listen⟧ to him.
In such a case ⟦I would call⟧ the parents.
Then ⟦I'd write⟧ everything down.
⟦I wouldn't shout⟧.
If the pupil was rude, ⟦I'd speak⟧ to her after class.
With an angry customer, ⟦I would stay⟧ calm.
As a manager, ⟦I would look⟧ at the numbers.
⟦I would definitely talk⟧ to my boss about it.
Finally, ⟦I would review⟧ the plan with everyone.
⟦I would then move⟧ the patient to a side room.
To calm them, ⟦I would offer⟧ a refund.
After that, ⟦I would thank⟧ them.
⟦I would be⟧ honest about the delay.
If needed, ⟦I would go⟧ to the director.
When facing a delay, ⟦I would tell⟧ the client at once.
⟦I'd make⟧ sure nobody was hurt.
⟦I will always stay⟧ calm and listen.
⟦I'll explain⟧ the rule and offer a seat.
⟦I'd say⟧ back to her what I had heard.
⟦I would stay⟧ there till the lights came on.
⟦I would say⟧ to them that safety comes first.
My ⟦approach would be⟧ to sit down with the guest.
"""

NOT_IMAGINED = """
I would call her every Friday until the cast came off.
That winter I would drive there on Mondays.
She would ring me at night.
When the bell rang, I would carry the bags in.
Back then I would often stay late.
Next time I would ask earlier.
In future I would bring a spare.
Looking back, I would write it down.
Today I would do it differently.
I knew I would miss the train.
I told her I would be there.
I promised that I would pay.
I asked whether I would need a permit.
I would like to thank the crew.
I would say that it was my best day.
I would argue it saved the season.
I'd rather lose a sale than a guest.
I'd already asked the landlord.
I'd never seen such a mess.
I'd been on the ward for a year.
Would I do it again?
What would you do?
The system would crash at noon.
Without her I would have given up.
I studied every night so I would pass.
It was clear what I would have to do.
I worked late, so I would miss the last bus.
I'd better explain.
The boss said I would lead the shift.
Every morning I'd open the gate at six.
I would just be cross with my brother and I shouted at him.
"""

HABITS = """
⟦I always ask⟧ the patient first.
⟦I usually start⟧ with a list.
When a guest is angry, ⟦I listen⟧.
Whenever a child cries, ⟦I kneel⟧ down.
⟦I tend⟧ to plan the week on Sundays.
Typically ⟦I speak⟧ to the foreman.
⟦I generally avoid⟧ blame.
If I see a leak, ⟦I report⟧ it.
When facing a conflict, ⟦I stay⟧ calm.
⟦I never shout⟧ at trainees.
⟦I often check⟧ the stock twice.
⟦I normally write⟧ a short note.
⟦I regularly visit⟧ the site.
"""

NO_HABITS = """
I always made time for them.
I usually took the early bus that year.
When the guest arrived, I listened.
I have always liked the sea.
I now always ask twice.
Since then I always carry a torch.
I asked the foreman.
The foreman always asks.
I am a baker.
I no longer wait.
Do I always ask?
These days I usually write it down.
"""


def one(text: str) -> Sentence:
    """The only sentence of `text`."""
    return next(sentences(text, 0, "en", "paragraph"))


def marked(line: str) -> tuple[str, Span | None]:
    """The line without its marks, and the marked range."""
    if "⟦" not in line:
        return line, None
    return line.replace("⟦", "").replace("⟧", ""), Span(line.index("⟦"), line.index("⟧") - 1)


@pytest.mark.parametrize("line", (IMAGINED + NOT_IMAGINED).split("\n"))
def test_hypothetical(line: str) -> None:
    text, span = marked(line)
    if text:
        assert hypothetical(one(text)) == span


@pytest.mark.parametrize("line", (HABITS + NO_HABITS).split("\n"))
def test_habitual(line: str) -> None:
    text, span = marked(line)
    if text:
        assert habitual(one(text)) == span


ANSWERS = (
    ("I would call the vendor. I'd ask for a refund. Then I would write it down.", True, False),
    ("First I would listen. The goal is always safety.", True, False),
    ("I have never been in that spot, but I would call the vendor.", True, False),
    ("I called the vendor. She was out. I would have waited, but I went there.", False, False),
    ("I made time for both. I would come up with games for the children. They loved it.", False, False),
    ("I usually make a list. I rank the jobs and tell my boss.", False, True),
    ("Whenever a guest complains, I listen and I apologise.", False, True),
    ("I always ask first. That day I asked the cook, I moved the tables and I opened the door.", False, False),
    ("We always prep at night. We usually put the cook first and he calls the orders.", False, True),
    ("I always leave Monday free. Last May I used that Monday to mend the roof and rang the firm.", False, False),
    ("I call the client and tell her. She hangs up.", False, False),
)


@pytest.mark.parametrize(("text", "imagined", "habit"), ANSWERS)
def test_an_answer_as_a_whole(text: str, imagined: bool, habit: bool) -> None:
    answer = list(sentences(text, 0, "en", "paragraph"))
    assert (told_hypothetically(answer) is not None, told_as_habit(answer) is not None) == (imagined, habit)
