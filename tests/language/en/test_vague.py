"""Claims of size by a degree word without a figure, in English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint.finding import Span
from bqlint.language.en import vague
from bqlint.prose import Sentence, sentences

CLAIMS = """
⟦Far fewer people⟧ gave up.
⟦Loads of shops⟧ copied us.
The wait is ⟦nowhere near as⟧ long.
It sped things up ⟦like crazy⟧.
We ⟦saved significant hosting⟧ costs.
It ⟦freed up a great deal of the porters⟧' time.
The pilot led to calmer evenings and ⟦significantly shorter⟧ rounds.
It led to ⟦much better⟧ relations with the council.
I ⟦cut the time spent on invoices massively⟧.
The rework ⟦reduced build times considerably⟧.
It ⟦saved the company thousands⟧.
⟦Countless small improvements⟧ to the form.
The new rota ⟦greatly eased⟧ the weekend shifts.
Waiting times ⟦dropped dramatically⟧.
The seating plan made a ⟦huge difference⟧ to the older guests.
Checkout is ⟦far quicker⟧ these days.
We ⟦drastically cut⟧ the paperwork.
The new lamp ⟦vastly improved⟧ the light on stage.
My change led to a ⟦significant reduction⟧ in spoiled milk.
It ⟦saved countless hours⟧ of typing.
The board noticed a ⟦massive improvement⟧ in the minutes.
Attendance ⟦rose sharply⟧.
The handover became ⟦much smoother⟧.
The ward ran ⟦a lot better⟧ after that.
Deliveries got ⟦considerably faster⟧.
Morale ⟦improved enormously⟧.
I ⟦substantially lowered⟧ our energy bill.
The garden project was a ⟦tremendous success⟧.
The ⟦savings were enormous⟧.
The ⟦impact was immense⟧.
We finished the roof ⟦in record time⟧.
Bookings went ⟦through the roof⟧.
Ticket sales ⟦skyrocketed⟧.
The club ⟦saved a lot of money⟧.
That ⟦saved us plenty of time⟧.
⟦A large number of parents⟧ signed up.
⟦Countless families⟧ joined.
The clerks made ⟦far fewer mistakes⟧.
The new mixer works ⟦way faster⟧.
Our scores ⟦increased considerably⟧ over the term.
The talk had a ⟦big impact⟧ on the trainees.
We saw ⟦dramatic improvements⟧ in punctuality.
The shop opened with ⟦much less waste⟧.
It helped to ⟦significantly reduce⟧ the noise.
We managed to ⟦greatly shorten⟧ the queue.
Turnover ⟦grew exponentially⟧.
The complaint rate ⟦fell significantly⟧ and the guests came back.
My idea brought ⟦substantial savings⟧ for the school.
The kitchen needed ⟦considerably less oil⟧.
This ⟦significantly boosted⟧ our reputation.
The course was ⟦hugely successful⟧.
I made a ⟦real difference⟧ to the night staff.
Sick leave went down by 12% and the mood ⟦improved markedly⟧.
The pupils' reading got ⟦much better⟧.
Errors were ⟦greatly reduced⟧ by the checklist.
The patients slept ⟦much better⟧.
The new layout ⟦sped up picking considerably⟧.
Food waste has been ⟦cut dramatically⟧.
Staff turnover ⟦declined noticeably⟧.
The fundraiser was a ⟦resounding success⟧.
We ⟦reduced the noise a lot⟧.
The shop got ⟦much, much cleaner⟧.
Spills ⟦went down a lot⟧.
The bar ran ⟦a whole lot smoother⟧.
The pad ⟦sped the work up no end⟧.
The new rule ⟦changed the mood enormously⟧.
I redid the slots, which ⟦vastly cut⟧ the noise and saved £90 a week.
We saw not only shorter queues but also ⟦huge efficiency wins⟧.
The new lamp offers ⟦significant improvements⟧ such as a longer life.
It resulted in a ⟦much simpler⟧ form.
She made ⟦significant contributions⟧ to the garden.
The move brought in ⟦record-breaking⟧ crowds.
Played to ⟦record-breaking⟧ crowds.
It ⟦changed the rota and the handover dramatically⟧.
The fair closed two deals, ⟦generating significant revenue⟧.
⟦Cut costs substantially⟧ by dropping two suppliers.
It raised attendance, ⟦improving team scores significantly⟧.
This ⟦eased huge burdens⟧ on the porters.
The fair saw a ⟦significant uptick⟧ in sign-ups.
We were able to ⟦greatly shorten⟧ the queue.
The redesign cut our bills ⟦in a big way⟧.
It ⟦slashed⟧ waiting times.
⟦Far more people⟧ came than the year before.
We ⟦brought down the error rate drastically⟧.
The number of calls fell ⟦off a cliff⟧.
The move ⟦paid off hugely⟧.
Membership ⟦grew steadily and considerably⟧.
⟦Generated a great deal of new business⟧ for the branch.
⟦Brought in many new clients⟧.
⟦Secured significant funding⟧ for the hall.
The patch brought ⟦large improvements⟧ to the small kitchen.
Guests are ⟦so much happier⟧.
It was sold at a ⟦substantial profit⟧.
We ⟦cut the late stream publish times considerably⟧.
⟦Much of the noise⟧ has been smoothed out.
It was ⟦quite an improvement⟧.
The team can now bake ⟦far more⟧ often.
Complaints ⟦all but vanished⟧.
⟦The vast majority of errors⟧ disappeared.
"""

PLAIN = """
A lot of grief could have been avoided.
Strong notes benefit the night staff.
Good lighting benefits the readers.
I feel a lot safer with a second pair of eyes.
The client was very happy with the work.
It was a very busy ward.
The least significant digit was wrong.
The effect was statistically significant.
Small gestures can lead to significant improvements.
The training did not significantly improve the scores.
We wanted to greatly reduce the queue.
My task was to significantly improve the menu.
The goal was a massive reduction in waste.
I was extremely nervous.
A great colleague helped me.
The new plan would significantly reduce costs.
It will make a huge difference.
I spoke with a large number of residents.
It was a big hall with large windows.
The queue was shorter.
He is a significant figure in the trade.
Without a significant increase in rent we could stay.
Many of the guests were late.
I was much older than the others.
Did it make a huge difference?
If it had greatly improved, we would have known.
The team was really great.
She greatly admired the old master.
The manager was highly impressed.
There was no significant change.
I carefully read a lot of books.
There was much to do.
We hardly improved.
She praised my great attention to detail.
Heavy rain fell all night.
The shift was far too long.
I was tasked with substantially reducing the backlog.
We need a much bigger van.
They hoped for a major increase.
I learned that small changes make a big difference.
Asking early makes a huge difference.
My aunt says that good shoes make a huge difference.
I had a great time there.
The crowd was huge.
He plays a major role in the choir.
Two big teams and a small one met.
I was deeply grateful for the offer.
The largest savings bank in town closed.
I gained a much deeper understanding of bees.
I gained significant experience in the kitchen.
The oven uses much more gas than the others.
We won't be able to greatly improve the queue.
It saved thousands of dollars.
It saved dozens of nurse hours.
The surge in orders made us late.
None of the posters has had a noticeable effect.
Do not go too far down the road.
Keep it for rooms that strongly need it.
Guests are much more interested in tea.
A major difference between the plans is the price.
We played with Rocket (a ball).
Gained a great deal of experience.
Good tools greatly help.
A calm voice greatly helps.
Guides are far more useful when they are short.
But our situation is much more complex now.
Orders were massively growing and the phones rang all day.
We can bake far more often in summer.
"""

BACKED = """
Errors ⟪fell by 40%⟫, a massive improvement.
The queue shrank dramatically, ⟪from 20 minutes to 4⟫.
I greatly reduced the waste, ⟪by two thirds⟫.
It was a huge success and ⟪sold 300 tickets⟫.
We significantly cut the bill ⟪by €200⟫.
The impact was enormous: ⟪no falls in a year⟫.
"""


def one(text: str) -> Sentence:
    """The only sentence of `text`."""
    return next(sentences(text, 0, "en", "paragraph"))


def marked(line: str, left: str, right: str) -> tuple[str, Span]:
    """The line without its marks, and the marked range."""
    start = line.index(left)
    end = line.index(right) - 1
    return line.replace(left, "").replace(right, ""), Span(start, end)


@pytest.mark.parametrize("line", CLAIMS.strip().splitlines())
def test_a_claim_of_size(line: str) -> None:
    text, claim = marked(line, "⟦", "⟧")
    figures = [figure for figure in ("by 12%", "£90") if figure in text]
    outcomes = [Span(text.index(figure), text.index(figure) + len(figure)) for figure in figures]
    assert claim in vague.vague(one(text), outcomes)


@pytest.mark.parametrize("text", PLAIN.strip().splitlines())
def test_no_claim_of_size(text: str) -> None:
    assert vague.vague(one(text), ()) == ()


@pytest.mark.parametrize("line", BACKED.strip().splitlines())
def test_a_figure_backs_the_claim(line: str) -> None:
    text, outcome = marked(line, "⟪", "⟫")
    assert vague.vague(one(text), ())
    assert vague.vague(one(text), [outcome]) == ()


WORDS = [
    "the",
    "was",
    "greatly",
    "much",
    "faster",
    "huge",
    "improvement",
    "a",
    "lot",
    "of",
    "saved",
    ",",
    "and",
    "by",
    "no",
    "not",
    "significantly",
    "improved",
    "in",
    "record",
    "time",
]


@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join) | st.text(max_size=60))
def test_claims_lie_in_their_sentence(text: str) -> None:
    for sentence in sentences(text, 3, "en", "paragraph"):
        for span in vague.vague(sentence, ()):
            assert sentence.span.start <= span.start < span.end <= sentence.span.end
