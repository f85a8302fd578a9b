"""Who acts in an English sentence: the main act, every act, and the ownership of a section."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint.language.agent import acts, agent
from bqlint.language.ownership import ownership
from bqlint.prose import Sentence, sentences

I_ACTS = """
I was extremely tired by then.
The first thing I did was call the two suppliers.
Wrote service guides adopted company-wide.
I was prepared to leave.
I rewired the pump room alarm.
When the freezer failed, I moved the vaccines to the pharmacy.
After the handover I checked every chart again.
Before anyone noticed, I had already called the plumber.
In my second week on the ward, I found an expired kit.
That winter I drove the night bus.
Because the old plan was too slow, I drew a new one.
i asked the driver to wait
Then I sat down with the two of them.
So I've kept a list ever since.
I'd already booked the hall when the letter came.
I'm responsible for the night stock.
I was able to calm the guest.
I had to close the kitchen.
I made sure the new hires were trained before the season began.
I persuaded the finance lead to fund a pilot.
I delegated the seating plan to our intern.
If the parcel was late, I told the customer at once.
To win them over, I cooked the dish myself.
Working with two nurses, I rewrote the discharge letter.
Tasked with fixing the rota, I called every driver.
With the help of our caretaker, I mended the stage.
The night before the exam, I tutored four pupils.
First, I spoke to the apprentice.
Honestly, I was afraid of the audit.
The plan was simple, but I explained it twice.
Reopened the canteen within a week.
Quietly rebuilt the seating plan and told nobody.
Led a crew of nine through the refit.
Cut the queue at the till by opening a second counter.
Negotiated a lower rent with the landlord, which saved the club.
Coordinating three charities for the winter shelter.
Currently studying for the inspector's exam.
Also trained the weekend staff.
Wrote and tested the evacuation plan; nobody was hurt.
Attend the weekly safety round.
Prepared lunches for 200 children.
Answer calls from worried parents.
In 2021 opened a second workshop.
As a trainee, I shadowed the surgeon.
Step 2: I called the wholesaler.
Plan the route → I drew three maps and asked the drivers.
While the crew unloaded the van, I counted the boxes.
By the time the inspector arrived, I had labelled every shelf.
What the client wanted was unclear, so I visited her shop.
I never blamed anyone.
Cost reduction by renegotiating two leases.
Won the regional baking prize.
Unfortunately I misread the dose.
I got the landlord to sign.
Once the paint had dried, I hung the signs.
Given the weather, I cancelled the trip.
Instead of arguing, I asked what she needed.
Not only did I miss the bus, I also lost the key.
The more he shouted, the quieter I spoke.
Having lost the key, I broke the window.
I half-jokingly offered my own van.
I cold-called nine shops.
What I did was call the coast guard.
As a trusted adviser to the board, was instrumental in opening four branches.
Recruit, train, and mentor the night crew.
Merging two reports kept in a drawer and checked by hand, I drew up one list.
Recruited, trained and coached four new cooks a year.
Interact with the payroll team to settle disputes.
Monitored the ward budget to ensure targets were met.
Estimated jobs with cost sheets created in a spreadsheet.
Compile and send reports that provide insight into the stock.
Reviews leave requests for accuracy.
Works with the head chef to plan the menus.
Assists clients with choosing kitchens.
Partner with the clinic to book the rooms.
Stock and clean the vans.
Journalize the day's takings.
As site planner I was heavily involved in the audit.
Responsible for hiring, meeting and exceeded goals set.
Solely responsible for the till.
Handle all office duties related to pensions.
Upgraded poster sized panels in the lobby.
Serve as a guide to ensure open questions are answered.
Keeps the ledger by making sure all years are balanced.
Rota planning: writing the monthly plan for three wards.
Keeping order through training, established house rules and patience.
Proven record of calm night shifts.
Been on the fire crew since 2016.
Recognising that pulling the plug without a look at the board could stop the pumps, I called first.
I was particularly gratified that they came.
I was honoured to take part.
Led the farm's cost plan by selling two barns, saving the owner a year.
Managing reminder calls, photocopied all letters.
Sending the lists to the agent, obtain the short list and book the talks.
Replacing the old corroded and weak pipes.
Computed taxes owed and prepared returns.
Serves as recording secretary for bid meetings.
Combined lesson plans with weekly tests.
Sorts, opens, and scans the mail.
Format and post weekly sheets.
Co-managed travel and expense budgets.
Asked: who has the keys?
Applied Menu Design: drew, tested and printed weekly menus.
Doubles as cook and driver, checked the vans.
Single-handedly overhauled a store of old records.
Oversees daily work, managing a team of nine.
I had previously been employed as head waiter at the inn.
Stock keeping, counted the jars every night.
"""

WE_ACTS = """
Mark and I kept the kiln running.
We moved the library in a weekend.
Together we planned the whole route.
When the power went out, we lit candles and served cold soup.
My brother and I painted the hall.
The head nurse and I agreed on a new round.
We're using the second gate now.
Our team rebuilt the booth overnight.
In the end we've kept the old name.
We were out of flour by noon.
After two hours of talks, we signed.
So we asked the neighbours.
We had to sell the van.
Because nobody answered, we drove there.
Within a month we had a working shop.
"We lost two tenants that spring," she said.
Me and Tom carried the stage.
Thanks to the plan I drew, we were able to open early.
Let's first try a smaller oven.
Thanks to Falcon, an open, distributed, hybrid store for rows, we cut our bills by half.
Using this idea we drew a new map.
Since we last shipped the menu in May, we kept on adding dishes.
Due to the way this project was organised, we allotted two days.
We open-source our recipes.
Fix: we closed the valve.
Approach: we asked each tenant.
"""

PASSIVE = """
Since the new lamps do not require permits, the repairs were done right away.
The rota was rewritten by the deputy.
I was promoted in the spring.
I was asked to lead the choir.
The old boiler has been replaced.
Two shelves were moved to the front.
In March the branch was closed.
It was decided that the shop would move.
Mistakes were made.
The plan I wrote was adopted by the district.
The nurse we hired was trained in a week.
The invoices had been sent to the wrong address.
We were given two days.
Promoted to shift lead after a year.
Selected for the national squad.
Nominated by the parents for a teaching prize.
I got promoted to foreman.
The children were then driven home.
Have been elected treasurer twice.
When the storm came, the market was moved indoors.
Waste reduced to two bins a day.
All open orders delivered on the same day.
The apprentice who broke it was not blamed.
A new till was quickly installed.
She was offered a contract.
Nobody was told.
Compared with the old lift, the energy bill was halved.
Awarded two medals for service at sea.
Hired as a cook, later moved to the bar.
Additionally, support for the old card has been added.
Staff meetings were held weekly.
Sixty tickets were auto-generated within two months.
It turned out that the kiln was repaired badly.
Security clearance obtained in October.
"""

OTHER = """
The landlord lowered the rent.
My manager asked me to stay.
She signed the contract the same day.
The new scanner cut the queue in half.
Three schools copied our timetable.
The council approved the plan.
Their lawyer wrote a long letter.
The letter that I wrote moved the board.
Redesigned labels saved the packers an hour a day.
He called the wholesaler.
The change saved the kitchen two hours a week.
They thanked us.
Everyone on the crew wore a helmet.
One of the parents offered her garden.
The system sends a text to the patient.
Testing the pump early saved the harvest.
The team built a ramp.
This helped the new drivers.
After I left, the deputy kept the list.
The committee finally chose our design.
The short briefing I wrote spared the clerks a call.
The two ramps I asked for drew the crowd.
The wall I built in 2020 keeps the wind out.
Asking the kids I coached helped the club.
Redesigned forms cut errors.
In May the crew left.
Asking early paid off.
Moving the desks made room.
The new card halved I/O on the old disks.
The crew, tired and wet, left.
"""

NONE = """
She was very set in her ways.
Complaints fell by a third.
There were no accidents that year.
The menu was cheap and quick.
Sales rose all summer.
The waiting list shrank from forty names to six.
Our occupancy doubled.
It was a cold night.
The strike lasted nine days.
The hall was empty.
No injuries since the new rule.
Ten years of experience in catering.
Attendance has improved since then.
A calm week at last.
Thereby avoiding a second visit.
The training was in May.
The mood on the ward had changed.
Nothing happened for a week.
The kitchen is on the second floor.
Spoilage dropped to almost nothing.
The queue at the till grew again.
Things got much better.
Reviews of the stock, weekly.
Direct access to the ward.
Combined with the new lamp, the lens was brighter.
"""

CASES = [
    (line, who)
    for who, block in (("I", I_ACTS), ("we", WE_ACTS), ("passive", PASSIVE), ("other", OTHER), ("none", NONE))
    for line in block.strip().splitlines()
]


def one(text: str) -> Sentence:
    """The only sentence of `text`."""
    return next(sentences(text, 0, "en", "paragraph"))


@pytest.mark.parametrize(("text", "who"), CASES, ids=[text for text, _ in CASES])
def test_main_act(text: str, who: str) -> None:
    assert agent(one(text)) == who


EVERY_ACT = (
    ("I asked her, then the list was rewritten and we left.", ["I", "passive", "we"]),
    ("I called the vet and held the dog.", ["I", "I"]),
    ("When the pump failed, I shut the valve and the guests were moved.", ["other", "I", "passive"]),
    ("I built a tool that saved the packers an hour.", ["I", "other"]),
    ("Called the bank; the card was blocked.", ["I", "passive"]),
    ("Call the bank at once.", ["none"]),
    ("The briefing I wrote spared the guides a walk.", ["I", "other"]),
    ("The two ramps I asked for opened the yard.", ["I", "other"]),
    ("What I did was wake the caretaker.", ["I", "I"]),
)


@pytest.mark.parametrize(("text", "agents"), EVERY_ACT)
def test_every_act(text: str, agents: list[str]) -> None:
    found = acts(one(text))
    assert [act.agent for act in found] == agents


SECTIONS: tuple[tuple[str, list[str]], ...] = (
    # strong: one's own acts, a few of the team's, a few passives
    ("- Rebuilt the rota\n- Trained six stewards\n- Wrote the handover\n- We met twice", []),
    ("I mapped the stock. We met twice. I persuaded the owner to wait, and I retrained two clerks.", []),
    ("- Rebuilt the rota\n- Trained six stewards\n- Wrote the handover", []),
    ("I asked each nurse. Two of them wrote a draft. I merged the drafts. It was approved.", []),
    ("I delegated the till to Ana. She counted it. I checked the sums.", []),
    ("I was given two days. I was also handed the keys. I called the firm, and I opened the gate.", []),
    ("- Listed what we could still deliver\n- Asked why we were late", []),
    ("My first step was a call. I told the tenants and arranged a plumber.", []),
    # nothing of oneself
    ("We planned the route. We packed the vans.", ["first", "we"]),
    ("Check the valves. Call the foreman.", ["first"]),
    ("The rota was rewritten. The stewards were trained.", ["first", "agents"]),
    ("We mapped the stock. Trained the clerks.", ["we"]),
    # we outweighs I
    ("I had an idea. We met the owner, we drew a plan and we built it.", ["we"]),
    ("We painted the hall. My part was the ceiling. We finished early.", ["we"]),
    # nobody acts
    ("My plan was adopted. The desks were moved. The doors were painted. The sign was hung.", ["agents"]),
    ("I wrote a plan. It was approved. The desks were moved. The doors were painted. The sign was hung.", ["agents"]),
    ("My manager asked the team. The team rewrote the form.", ["agents"]),
)


@pytest.mark.parametrize(("text", "weak"), SECTIONS)
def test_ownership(text: str, weak: list[str]) -> None:
    whole = [found for line in text.split("\n") for found in sentences(line, 0, "en", "item")]
    owned = ownership(whole)
    verdicts = {"first": owned.lacks_first_person(), "we": owned.leans_on_we(), "agents": owned.lacks_agents()}
    assert [name for name, verdict in verdicts.items() if verdict] == weak


WORDS = [
    "I",
    "we",
    "the",
    "a",
    "plan",
    "was",
    "were",
    "had",
    "been",
    "by",
    "to",
    "and",
    ",",
    ".",
    ";",
    "that",
    "who",
    "when",
    "reduced",
    "cut",
    "saved",
    "asked",
    "call",
    "-",
    '"',
    "no",
    "longer",
]


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text(max_size=80))
def test_any_text_has_an_answer(text: str) -> None:
    found = [sentence for sentence in sentences(text, 0, "en", "item") if sentence.lang == "en"]
    ownership(found)
    for sentence in found:
        assert agent(sentence) in {"I", "we", "other", "passive", "none"}
        for act in acts(sentence):
            assert act.agent == "I" or not act.elided
