"""Lessons, changes since, commonplaces and pitches in English reflections."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint.finding import Span
from bqlint.language.reflection import changed, considered, general, generic, lesson, pitch
from bqlint.prose import Sentence, sentences

LESSONS = """
I learned to ask before I cut.
I learnt that a short call beats a long letter.
I've learned not to trust the first number.
What I learned is that silence costs more than a question.
I realised that I had been talking over people.
I realized how much I rely on habit.
I understood that my tone mattered more than my words.
It taught me to count the boxes twice.
It taught us to count the boxes twice.
That evening taught me the value of a spare key.
The audit showed me that I hide behind details.
This reminded me to listen first.
It made me more careful with promises.
Losing the tender made me rethink my style.
Looking back, I should have asked the caretaker.
In hindsight the second visit came too late.
I should have told her on the first day.
I wish I had written it down.
I regret that I waited so long.
I could have asked for help sooner.
Next time I will bring a drawing.
Next time I'd start with the hardest room.
In future I will call on the same day.
Going forward, I'll share the draft early.
Since then I have always asked for the reason.
From that day on I checked the valves myself.
I now keep a list by the door.
Now I always knock.
These days I ask the quiet ones first.
I still use her checklist.
I no longer promise dates on the phone.
The key was to keep it short.
The lesson was simple: ask.
My biggest takeaway was patience.
What I took away is that people need time.
Never promise a date you have not checked.
Always read the label twice.
Don't wait for the perfect plan.
Ask early and ask often.
It's better to be late than wrong.
In short, check the oil before the tyres.
When the line is down, call the fitter first.
I was reminded that quiet people have plans too.
It gave me the courage to say no.
I learned to count the crates first, which saved us a trip.
I learned that rushed handovers mostly come from thin rotas.
I gained a deeper respect for the night shift.
It proved to me that small habits matter.
If I did this again I would start with the roof.
I underestimated how long paint takes to dry.
Being corrected made me more careful.
It pays to rehearse.
Asking early is cheaper than mending late.
I have done it that way ever since.
This has changed how I plan a shift.
The experience shaped my approach to feedback.
It has become part of how I train new drivers.
I have become a better listener.
The episode reinforced my belief in plain words.
It strengthened the need to plan for rain.
My mistake was to trust the old map.
I am more patient with beginners.
If I did it again, I would start smaller.
It helped me understand how others see me.
I came to see that I was the bottleneck.
I noticed that I hide behind my screen.
I found out that I talk when I should wait.
I would do differently only one thing: the start.
Learned how a plan helps when the shop is full.
Realised that I rush when I am tired.
This showed that haste costs time.
I found that it was best to start simple.
The team should have been told earlier.
We should've tested it with a guest.
I felt that I had grown.
Be more careful about promises.
Always have a spare key.
Talking to a new guest about your plans helps you test them.
"""

STORIES = """
I joined the bakery in May as a trainee.
The freezer had failed and forty cakes were at risk.
My manager asked me to cover the night shift.
I learned about the strike from the radio.
I learned that the supplier had gone bankrupt.
I realised the pump was leaking.
The trainer showed me the archive.
We had two weeks to move the whole library.
Parents were angry because nobody had called them.
The school needed a new timetable.
I wanted to learn the trade.
There was a growing need for night staff.
The team was new and I was its youngest member.
I was responsible for the keys.
Nobody knew the way.
The next time the bus came, it was full.
She reminded the guests to pay.
The new owner changed the menu.
The hotel had three floors and one lift.
At the time I worked for a small theatre.
I noticed that the forms were out of date.
I found that I had lost the key.
The ward was short of two nurses.
I decided to speak to the head cook.
He made me sign the form.
The audit showed a gap of two days.
I understood the plan.
The course was about planning.
Now the hall was empty.
My manager gave me two weeks to prepare the audit.
The project gave us access to the new lab.
We were responsible for training the new cooks.
I would go round the stalls every morning.
We could each pick a topic.
Learned some new knots.
The report showed that sales were falling.
I noticed a boy with a cloth, which is against the rules.
Need to move the stock from one store to two.
The report should have been ready by May.
I found that the door was shut.
"""

CHANGED = """
Since then I have always asked for the reason.
From that day on I checked the valves myself.
I now keep a list by the door.
These days I ask the quiet ones first.
I no longer promise dates on the phone.
I still use her checklist.
Going forward, I'll share the draft early.
It has become part of how I train new drivers.
I have done it that way ever since.
From now on I will ask twice.
Today I write every change down.
I've made it a habit to call first.
Since that audit I count the drawers twice.
Since June I have kept a spare key.
I have carried a torch since.
"""

UNCHANGED = """
I learned to ask before I cut.
It taught me the value of a spare key.
I should have told her on the first day.
Never promise a date you have not checked.
Now the hall was empty.
The company has grown since then.
Since I had no key, I called the porter.
Since the road was closed, I walked.
"""

GENERIC = """
It taught me the importance of teamwork.
This experience reinforced the importance of clear communication.
It showed me the power of good planning and teamwork.
I learned a lot.
I learned the value of patience.
It was a great learning experience and I learned so much.
"""

SPECIFIC = """
It taught me the importance of asking the night shift before I change their list.
I learned to ask before I cut.
I learned a lot about valves.
It taught me the value of a spare key.
I learned the value of patience and now I wait a day before I answer.
"""

GENERAL = """
If you ask early, the answer will come early.
Sometimes leading means making calls that nobody likes.
You can only lead people whose names you know.
Good leadership means listening first.
Mentoring is turning one mistake into ten lessons.
"""

NOT_GENERAL = """
The service will send a mail to the customer.
When the clerk receives a wrong form, it will stop the line.
Our shop sells bread and two kinds of cake.
Good service is the heart of any shop.
The crew was loading the van.
You had to knock twice.
The ward has thirty beds.
She is a kind woman.
There are three shifts.
It is a busy shop in the centre.
The company makes software for nurses.
Rome was not built in a day.
Good Morning Bakery sells bread.
Guests are waiting in the hall.
Is haste bad?
A smile costs nothing.
"""

CONSIDERED = """
I try not to take it to heart any more.
I've come to believe that most quarrels are about sleep.
Next year the volunteers will write the timetable.
One call would have saved us a week.
What helped most was admitting it early.
I had been too proud to ask.
I used to think that asking was weak.
I was wrong about the pump.
I had assumed the night crew knew.
I failed to tell the driver.
My instinct was to hide it.
I am quicker to apologise than I was.
Were I to start over, the plan would come first.
It was a painful lesson, but it forced us to write things down.
That has stayed with me.
I need to be more patient.
I want to get better at sharing work.
It would be better to ask first.
It was harder than I expected.
My confidence grew.
The hardest part was asking for help.
Going forward, a written list would help to prevent this.
Customers forgive a delay.
Rules are followed when they are short, not when they are strict.
The best way to win people over is to ask them.
New machines bring new faults.
It is not enough to post a sign.
There is no substitute for a visit.
A foreman should say so early.
People support what they help to build.
Haste makes waste.
Methods are tried and tested.
A plan that only lives in my head is no plan.
A visible list beats "everything is P0".
A list isn't really done until somebody has used it.
At scale, every change needs a plan.
I can't plan for ten days ahead.
"""

NOT_CONSIDERED = f"""
{NOT_GENERAL.strip()}
I manage a team of six and report to the head of sales.
The kitchen had one oven.
I would have had to cross the river.
I would ring the depot every morning.
This makes me a great fit for your company.
I used to work at the mill.
I assumed the role of host.
We failed the audit.
I taught a lesson on fractions.
The scanner will print a label for each crate.
They cut me off whenever I would try to ask.
It would be ready by May.
My garden grew.
I need two keys.
While I would be on the late shift, I would notice that guests got lost.
I could see the sea.
At the time, every ward was full.
"""

PITCHES = """
I would be a great fit for your company.
I would bring this calm to your team.
These skills make me an ideal candidate.
I look forward to joining your firm.
I am sure I could contribute to your success in this role.
This is what I would bring to the Analyst role.
Your hospital needs someone like me.
I am excited to bring this experience to your organisation.
Your clinic stands for what I believe in.
I am excited about the chance to grow in a company like yours.
I cannot wait to get started with your crew.
This is the attitude I will bring to the job.
I can start on Monday.
"""

NO_PITCHES = """
I learned to listen to my team.
I brought the plan to the team.
Know your tools and your guests.
I now bring cake to the team meeting.
She had a leading role in the play.
Trust your team.
My manager believed I was the right person for the job.
I applied for the role of shift lead and learned to ask first.
"""


def one(text: str) -> Sentence:
    """The only sentence of `text`."""
    return next(sentences(text, 0, "en", "paragraph"))


TABLE = [
    (line, question, want)
    for question, yes, no in (
        (lesson, LESSONS, STORIES),
        (changed, CHANGED, UNCHANGED),
        (generic, GENERIC, SPECIFIC),
        (general, GENERAL, NOT_GENERAL),
        (considered, CONSIDERED, NOT_CONSIDERED),
        (pitch, PITCHES, NO_PITCHES),
    )
    for block, want in ((yes, True), (no, False))
    for line in block.strip().splitlines()
]


@pytest.mark.parametrize(("text", "question", "want"), TABLE, ids=[f"{q.__name__}: {text}" for text, q, _ in TABLE])
def test_reflection(text: str, question: Callable[[Sentence], Span | None], want: bool) -> None:
    assert (question(one(text)) is not None) is want


WORDS = [
    "I",
    "we",
    "it",
    "learned",
    "taught",
    "me",
    "to",
    "that",
    "the",
    "importance",
    "of",
    "teamwork",
    "now",
    "always",
    "next",
    "time",
    "should",
    "have",
    "bring",
    "team",
    "never",
]


@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join) | st.text(max_size=60))
def test_spans_lie_in_their_sentence(text: str) -> None:
    for sentence in sentences(text, 3, "en", "paragraph"):
        if sentence.lang != "en":
            continue
        for question in (lesson, changed, generic, pitch):
            span = question(sentence)
            assert span is None or sentence.span.start <= span.start < span.end <= sentence.span.end
