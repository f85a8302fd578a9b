"""Notebooks as different people keep them."""

from __future__ import annotations

LABELLED = """# Interview prep

Remember: breathe.

## Q1. Tell me about a time you failed. (Ownership)

**S:** In 2022 I ran the night kitchen of a hospital. We threw away 40 meals a night.
**T:** My task was to halve that before the audit in May.
**A:** I cut the trays by guesswork and told nobody. Then two wards ran out.
**R:** We were down to 12 meals, but I had to say sorry to nine patients.
**L:** I learned to ask the wards first. Since then I have rung them every evening.

## Q2. Describe a conflict with a colleague.

### Situation
A driver and I disagreed about the loading plan.
### Action
I drew both plans on the floor of the depot and we walked them together.
### Result
We load in 35 minutes instead of 50.

## Tips
Smile.
"""

NUMBERED = """1. Tell me about a time you had to meet a tight deadline.

It was the week before the school play and the lights had failed.

My job was to have the stage lit by Friday.

I rang four theatres. Then I borrowed twelve lamps and drove them over myself.
I also asked two parents to help with the cables.

As a result the play went on in time, and 240 people came.

I learned to test the lamps a month before. Now I keep a list.

2. Describe how you dealt with a difficult customer.

memo: the man with the dog

3. "Have you ever disagreed with your manager?"

Situation: My manager wanted to close the desk at four.
Task: I had to say why that was wrong.
Action: I counted the people who came after four for two weeks and showed her the list.
Result: The desk stays open until six, and 31 people a day use it.
"""

CHINESE = """## 讲一次你失败的经历

情境：去年我在一家药店做店长。
任务：我要在三个月里把过期药减少一半。
行动：我自己定了订货量，没有问店员。
结果：过期药少了四成，但是有两次断货。
反思：我学到要先问店员。从那以后我每周都问一次。

## Describe a project you are proud of.

`想想那个报表的例子`

In my last job I was the only analyst of a bakery chain. The weekly report took two days.

My responsibility was to bring it down to half a day.

I wrote down every step and dropped the ones that nobody read. Then I automated the rest.

The report now takes three hours, and the owner reads it on Monday.

This taught me to ask who reads what I write. Since then I ask that first.
"""

TWO_EXAMPLES = """### ??? Question 7: "Tell me about a time you sang on a ferry."

Example 1:

I was a lifeguard in a small town. A boy was afraid of the deep end.

My goal was to get him across before the summer ended.

I swam beside him every Tuesday, one metre further each time.

In the end he crossed it alone, and his sister joined the course.

I learned that one metre is enough.

Another example:

I was new in the choir and the woman beside me could not read the notes.

I sang her line into her phone and she learned it on the bus.

She sang the whole concert, and she has brought two friends since.

### *** Question 8: What would you do if two people wanted your help at once? (Bias for Action)

https://example.org/tips

`I would ask both how long they can wait`
"""

NO_MARKS = """Tell me about a mistake you made.

I was a gardener at a palace. I watered the wrong bed for a week.
My task was the new roses, and nobody had labelled the beds.
I told the head gardener the same day and dug up what could be saved. I bought 30 plants with my own money.
In the end 52 of 60 roses lived.
I learned to put labels in before the plants. I do that at my own house now.

Tell me about a time you learned something quickly.

I had to learn to drive a tractor in two days, because the driver was ill.
I asked his son and practised at night. We brought the hay in before the rain.
"""

ALL = {
    "labelled": LABELLED, "numbered": NUMBERED, "chinese": CHINESE, "two-examples": TWO_EXAMPLES, "no-marks": NO_MARKS,
}  # fmt: skip
