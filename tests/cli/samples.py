"""Stories for tests of the command line."""

from __future__ import annotations

GOOD = """---
title: Reopening the evening shop
questions: [general/proudest-project]
status: draft
author: sam
---
# Reopening the evening shop

## Situation

Our bakery had lost its evening trade. On most days the last guest left before five, and we threw away sixty loaves.

## Task

I ran the afternoon shift, and the owner gave me until June to win the evening back or close at four.

## Action

I asked every guest for two weeks what they would come back for. Most of them named warm bread after work. I moved the
second baking from noon to four, and I trained two bakers to run the small oven alone. Then I put a chalk board outside
that named the hour of the next batch. When the first week stayed quiet, I walked the board over to the station and
agreed with the kiosk that it could stay there.

## Result

Evening sales rose from 90 to 310 euros a day within two months. We now throw away nine loaves instead of sixty.

## Reflection

I had planned a new menu before I had asked anybody. I learned to ask first. Since then I have asked ten guests before
every change of the range.
"""

FLAWED = """---
title: Tidying the ward's stock room
questions: [general/proudest-project]
stauts: draft
author: sam
level: principal
event: May 2024
---
# Tidying the ward's stock room

## Situation

The stock room of our ward was a maze, and nurses lost time in it on every shift that I worked there.

## Action

I drew a plan of the room with two nurses. I labelled each shelf, and I moved what we use every day to the door. I asked
the porters to refill by the labels. Then I walked every new nurse through the room on her first day, and I wrote the
plan on the door so that nobody had to ask.

## Result

The log shows 4 minutes a visit instead of 11. Complaints were significantly reduced.

## Reflection

I learned to ask the people who use a room before I tidy it. Since then I have drawn every plan with them.
"""
