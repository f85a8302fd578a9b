"""Sentences with their outcome figures marked ⟦so⟧, sentences whose figures measure none, and some without one."""

OUTCOMES = """
Planning cycles for some customers dropped ⟦from months to days⟧, but the sheet also grew.
The shop finished the year with a ⟦4.8⟧ on the review site.
Delivered ⟦%100⟧ of the orders on time.
⟦Not one child⟧ went home without a reading book that term.
Overall reduction of ⟦15%⟧ in cost.
Received ⟦97%⟧ positive survey results.
⟦Thirteen villages⟧ asked for the same pump within a year.
⟦Not one pallet⟧ was refused at the gate that month.
We turned round ⟦94 per cent⟧ of the films the same day.
Waiting times have been cut in ⟦two⟧ since we moved the desk.
Complaints: ⟦31⟧ in May, ⟦4⟧ in August.
Our bank had cut its fees ⟦by 15%⟧ because we asked.
Kept a ⟦95%+⟧ pass rate.
I kept a ⟦zero-incident⟧ record for three years.
We lost ⟦only one driver that year, down from six⟧.
Since the new gate ⟦not one child⟧ has run onto the road.
We got through the whole season ⟦without a single burst⟧ tyre.
My manual was used by schools in ⟦four districts⟧.
Thanks to my colleague we ⟦doubled⟧ sales.
I cut the wait at reception ⟦by 35%⟧.
Churn dropped ⟦12 percent⟧ in the first quarter.
Our open rate climbed to ⟦41%⟧ after the rewrite.
The redesign led to a ⟦15%⟧ increase in repeat visits.
That autumn we achieved ⟦98%⟧ attendance.
The pilot delivered a ⟦7-point⟧ rise in satisfaction.
Energy use is down ⟦18%⟧ since the refit.
Stock accuracy rose ⟦nine percentage points⟧.
Call volume fell ⟦by a quarter⟧.
We now lose ⟦two thirds less⟧ paint.
Spoilage was cut in ⟦half⟧ within a season.
I ⟦halved⟧ the time needed to close the books.
The new layout ⟦tripled⟧ footfall at the back of the store.
Sign-ups ⟦doubled⟧ after the open day.
Output grew ⟦fivefold⟧ once the second line ran.
Queries run ⟦3x faster⟧ on the new index.
The nightly job is now ⟦ten times faster⟧.
The batch finished ⟦twice as fast⟧ as the old one.
Latency shrank ⟦by an order of magnitude⟧.
Build speed improved ⟦by a factor of six⟧.
Startup memory went ⟦from 2 GB to 300 MB⟧.
I took the queue ⟦from 340 tickets to 12⟧.
Handovers went ⟦from forty minutes to ten⟧.
Month-end close shrank ⟦from two weeks to three days⟧.
Deployments moved ⟦from weeks to hours⟧.
Lead time: ⟦9 days -> 2 days⟧.
Error budget burn ⟦80% → 15%⟧.
The form takes ⟦four minutes instead of twenty⟧.
Setup takes ⟦one hour rather than a day⟧.
We needed ⟦three vans where it had taken five⟧.
Open invoices stand at ⟦6, down from 45⟧.
Average pick time is ⟦40 seconds (was 75)⟧.
The store had ⟦14 returns compared with 50⟧ the year before.
The change saved the charity ⟦£40,000 a year⟧.
It saves each nurse ⟦an hour a day⟧.
We saved ⟦roughly 1,200 staff hours a year⟧.
The template frees up ⟦six hours a week⟧ for the clerks.
The renegotiation knocked ⟦€3 million⟧ off the bill.
I brought in ⟦$250k⟧ of new business that year.
The gala raised ⟦5 grand⟧ for the shelter.
We recovered ⟦₹20 lakh⟧ in unpaid fees.
The scheme earned ⟦3 crores⟧ in its first season.
Savings of ⟦EUR 3 million⟧ followed.
It led to ⟦$1.2M⟧ in extra revenue.
The store closed the year ⟦$40k under⟧ budget.
We generated ⟦400⟧ qualified leads.
I won ⟦nine new accounts⟧ in the north.
The campaign attracted ⟦2,300 visitors⟧.
The drive gained ⟦120 members⟧.
The checklist was adopted ⟦by eleven wards⟧.
The guide is now used across ⟦14 sites⟧.
⟦Six other teams⟧ adopted the format.
⟦Forty parents⟧ signed up within days.
The video passed ⟦one million views⟧.
The tutorial has had ⟦30,000 downloads⟧.
We reached ⟦5,000 households⟧.
The app hit ⟦10k users⟧ by spring.
We moved the archive with ⟦zero data loss⟧.
There has been ⟦no downtime⟧ since.
The site went a full year ⟦without a single accident⟧.
⟦Not a single complaint⟧ came in that month.
The switch caused ⟦zero outages⟧.
The audit found ⟦only one defect⟧.
We have had ⟦no escalations⟧ since March.
Payroll has been ⟦error-free⟧ since then.
The ward has stayed ⟦free of infections⟧.
We opened ⟦two weeks early⟧.
The bridge was done ⟦10 days ahead⟧ of schedule.
Guests now rate us ⟦4.7 out of 5⟧.
The course got a rating of ⟦4.8/5⟧.
Nine months later our NPS was ⟦71⟧.
The branch ⟦ranked second of 40⟧.
My region ⟦finished third⟧ in the country.
I was placed in the ⟦top 3%⟧ of the sales force.
⟦18 out of 20⟧ learners passed the exam.
All letters were answered ⟦within two days⟧.
Urgent faults are resolved in under ⟦4 hours⟧.
Uptime was ⟦99.98%⟧ for the year.
The model reached ⟦94%⟧ accuracy on unseen scans.
Renewals came in at ⟦97%⟧.
Margins widened ⟦by 150 basis points⟧.
Rent arrears fell ⟦30 bps⟧.
Turnout exceeded the target ⟦by 22%⟧.
We beat our quota ⟦by $300,000⟧.
My target was 10%, but we reached ⟦17%⟧.
I was asked to trim the budget by 5% and I trimmed it ⟦by 9%⟧.
The plan called for one clinic, and we cut waits ⟦by 40%⟧.
I expected little, yet orders rose ⟦26%⟧.
I used caching to cut page load ⟦by 60%⟧.
Built a dashboard that reduced reporting effort ⟦by 25%⟧.
Implemented lean picking, reducing errors ⟦by 45%⟧.
Automated invoicing; late payments fell ⟦33%⟧.
Improved throughput ⟦by 2.5X⟧ with one config change.
As a result, ⟦30% fewer⟧ patients came back within a month.
We see ⟦a dozen fewer faults⟧ each week.
The kitchen throws away ⟦15 kg less⟧ food a day.
This allowed us to serve ⟦40% more⟧ guests.
I managed to shorten the line ⟦by 20 minutes⟧.
The team was able to release ⟦five times a week⟧.
Checkout now takes ⟦ninety seconds⟧.
We did it at ⟦a third⟧ of the former cost.
In 2021 I reduced scrap ⟦by 8%⟧.
Q3 revenue grew ⟦11%⟧ on the back of it.
After six months, absence was down to ⟦2%⟧.
Sales rose ⟦by between 5% and 8%⟧.
The fix brought p95 latency below ⟦200 ms⟧.
Reading ages went up ⟦14 months⟧ on average.
Over the year, ⟦92%⟧ of tenants paid on time.
With the new rota, overtime decreased ⟦by half⟧.
Customer effort score improved ⟦by 0.8 points⟧.
It was a small change, but it cut our print bill ⟦by £400 a month⟧.
Sold ⟦300 tickets⟧ in two days.
She told me the leaflet had cut her calls ⟦by half⟧.
I prevented ⟦three shutdowns⟧.
Our complaint rate is ⟦5x lower⟧ now.
We went live with ⟦no incidents⟧.
Ticket backlog shrank to under ⟦30⟧.
Average handling time reduced ⟦from 11 to 7 minutes⟧.
Achieved ⟦120%⟧ of annual sales target.
Exceeded quota ⟦by 30%⟧ three years running.
Reduced TAT ⟦from 5 days to 2 days⟧.
Saved ⟦INR 5 lakhs⟧ per annum by renegotiating freight.
Increased sales ⟦20%⟧ YoY across two territories.
Maintained ⟦98%⟧ SLA compliance.
Grew the business ⟦from $0 to $5M⟧ in two years.
Generated revenue of ⟦2.5 Cr⟧ in FY15.
Cut release cycle ⟦from 3 weeks to 3 days⟧.
Costs dropped ⟦by 70 to 80 percent⟧.
That is saving us ⟦about $100,000 a year⟧.
What used to take ⟦hours now takes ten minutes⟧.
We have ⟦99.99%⟧ availability today.
This reduces code size ⟦by 20 kB⟧.
On mobile we measured a ⟦1.4x⟧ speedup.
It improves the score ⟦by 4-5%⟧.
Parsing is ⟦up to 30% faster⟧.
It cuts compile time roughly in ⟦half⟧.
The bundle shrank ⟦from 1.2 MB to 300 KB⟧.
The benchmark regressed ⟦by 3%⟧.
We saw an ⟦average of 5%⟧ improvement.
The new heap uses ⟦40–60% less⟧ memory.
Managed vendor consolidation, resulting in annual savings of ⟦$1.3 million⟧.
Improved CSAT ⟦from 72% to 91%⟧.
Brought the defect rate down to ⟦0.4%⟧.
Closed deals worth ⟦£2m⟧ in my first year.
Delivered the project ⟦2 months ahead⟧ of plan.
Successfully delivered a ⟦12%⟧ uplift in basket size.
Handled escalations with a ⟦96%⟧ resolution rate.
Led the migration with ⟦no downtime⟧ for customers.
Won ⟦3 new clients⟧ worth a combined $900K.
Reached ⟦150%⟧ of target in Q4.
Onboarding time was reduced ⟦by two weeks⟧.
The review cut rework ⟦by more than half⟧.
Test coverage is now ⟦85%⟧.
Our rating went up ⟦from 3.9 to 4.6 stars⟧.
Attendance ⟦doubled⟧.
Tickets per week fell ⟦from around 50 to fewer than 10⟧.
It was the first release with ⟦zero critical bugs⟧.
The team shipped ⟦40% faster⟧.
⟦Nearly 90%⟧ of residents joined the scheme.
As a result I saved my company ⟦$15,000⟧.
It ended up saving the department ⟦over 300 hours a year⟧.
By spring, ⟦14 of the 15⟧ trainees had qualified.
We served ⟦three times as⟧ many meals as the year before.
The queue was ⟦20 minutes shorter⟧.
The booklet was downloaded ⟦12,000 times⟧.
My post got ⟦3,000 views⟧ in a week.
Turnover went down ⟦from 35 percent to 12⟧.
The number of late trains fell to ⟦four a month⟧.
We finished ⟦10% under⟧ budget.
The donation drive brought in ⟦over $7,500⟧.
The customer renewed for another year, worth ⟦$80k⟧.
We signed a ⟦$2 million⟧ contract with them.
She scored ⟦92⟧ on the retake.
The class average rose to ⟦78⟧.
He went from failing to ⟦85%⟧ in maths.
Two months later the store was ⟦ranked number one⟧ in the district.
Response time improved to under ⟦a minute⟧.
Since then there have been ⟦no repeat incidents⟧.
We have ⟦not had a single injury⟧ since.
The patient's pain dropped ⟦from 8 to 3⟧.
Delivery was cut to ⟦48 hours⟧.
Seating capacity increased ⟦by 60 seats⟧.
Support calls went ⟦from 30 a day to 5⟧.
We processed claims in ⟦three days instead of ten⟧.
Our page now loads in ⟦1.2 seconds⟧.
Productivity up ⟦15%⟧, absenteeism down ⟦4%⟧.
We picked ⟦25% more⟧ orders with the same crew.
Each shift now makes ⟦80 more parts⟧.
The patch removed ⟦90%⟧ of the noise from our alerts.
It slashed our AWS bill ⟦by $9,000 a month⟧.
The team's velocity went up ⟦1.5 times⟧.
Response rate jumped to ⟦64 percent⟧.
I was able to negotiate the price down ⟦by 18%⟧.
Profits rose ⟦threefold⟧.
We got the cycle time under ⟦five minutes⟧.
We retained all ⟦12 clients⟧.
Thanks to the new triage, the average stay dropped ⟦1.5 days⟧.
⟦Only two residents fell that winter, against eleven⟧ the year before.
The switch to LED lamps trimmed our electricity bill ⟦by roughly a fifth⟧.
Patient falls were down ⟦60%⟧ six months later.
I handed the account over at ⟦132%⟧ of plan.
The film has been seen ⟦by 80,000 people⟧.
Our on-time score went ⟦from 71 to 94⟧.
After that we lost ⟦no more orders⟧.
Fraud losses are ⟦70% lower⟧ than a year ago.
The choir grew to ⟦45 singers⟧.
She moved up ⟦three reading levels⟧ by June.
All ⟦22 pupils⟧ passed.
The new prompt answers ⟦8 out of 10⟧ questions without a human.
Average order value rose ⟦€6⟧.
Bugs reported by customers fell ⟦threefold⟧.
That one change paid for itself in ⟦four months⟧.
Wait times are ⟦half⟧ what they were.
The index rebuild now needs ⟦20 minutes where it took a whole night⟧.
Mean time to recovery improved ⟦from hours to under ten minutes⟧.
My script processed the backlog in ⟦two hours, not two weeks⟧.
I left the team with a ⟦100%⟧ retention rate.
They extended the contract for ⟦$1.1m⟧.
It resulted in a cost avoidance of ⟦$220K⟧.
The pilot paid off: ⟦12% more⟧ bookings in May.
Revenue per head: ⟦+18%⟧.
Grew monthly active users to ⟦25K⟧.
Spearheaded a campaign that drove ⟦3,500 sign⟧-ups.
Increased conversion rate ⟦by 2.3 pp⟧.
Negotiated supplier terms, saving ⟦£12k⟧ annually.
Decreased page weight ⟦by 1.3 MB⟧.
Successfully reduced overtime spend ⟦$18,000⟧ in one quarter.
Consistently hit ⟦110%⟧ of monthly targets.
Cut customer churn almost in ⟦half⟧.
Lowered infection rates to under ⟦1%⟧.
Streamlined intake, which shortened wait times ⟦by 15 minutes⟧ per patient.
Our mean response dropped below ⟦one hour⟧.
The cluster now costs ⟦$400 less⟧ per month.
We migrated 40 services with ⟦zero customer-facing incidents⟧.
Everything was delivered ⟦a week early⟧.
The team went 90 days ⟦without an accident⟧.
The parents raised ⟦£600⟧ with the bake sale.
In the end we collected ⟦1,400 signatures⟧.
The page went viral, with ⟦2 million views⟧.
I converted ⟦30%⟧ of the trial users.
Employee engagement improved ⟦11 points⟧ in the next survey.
We closed ⟦85%⟧ of the audit findings in a month.
Staff sickness ⟦halved⟧ ⟦from 8% to 4%⟧.
It made the test suite ⟦six times quicker⟧.
Compile times went down ⟦by 45 seconds⟧ per build.
Memory usage is ⟦25%⟧ of what it was.
⟦Three⟧ of the branches copied the idea, and waste fell ⟦9%⟧.
We ended the season with ⟦no injuries⟧.
I got him to ⟦95%⟧ attendance.
Since launch it has earned ⟦$60,000⟧.
Our NPS climbed ⟦20 points⟧.
⟦More than 1,000 children⟧ were vaccinated.
The clinic saw ⟦15 more patients⟧ a day.
We turned a ⟦$30,000⟧ loss into a profit of ⟦$12,000⟧.
The average call is now ⟦90 seconds shorter⟧.
Rework went ⟦from one in five jobs to one in fifty⟧.
I had ⟦zero late submissions⟧.
It cut the number of steps ⟦from 9 to 4⟧.
⟦Over 95%⟧ of the guests said they would return.
I was promoted after growing my region ⟦38%⟧.
The first-time fix rate stands at ⟦93%⟧ today.
Trimmed ⟦$2.4M⟧ from operating expenses.
Increased membership ⟦from 1,200 to 1,950⟧.
I grew the newsletter to ⟦40,000 subscribers⟧.
Our defect escape rate fell to below ⟦1%⟧.
The clinic's no-show rate was cut ⟦by two thirds⟧.
Boosted email open rates ⟦22%⟧ through segmentation.
Customer wait time went ⟦from 12 minutes to under 4⟧.
We achieved a ⟦4.9-star⟧ rating.
The training led to ⟦35% fewer⟧ injuries on site.
The new tool handles ⟦90%⟧ of requests automatically.
In the following year absenteeism ⟦halved⟧ to ⟦3%⟧.
We came in ⟦£12,000 under⟧ budget.
The pass rate rose ⟦from 61% to 88%⟧.
My proposal won a ⟦$1.5M⟧ grant.
The story was read ⟦by 60,000 people⟧.
We reduced the average ticket age ⟦from nine days to 36 hours⟧.
Revenue went up ⟦by EUR 400,000⟧.
We were able to ⟦double⟧ output with ⟦20% less⟧ energy.
It brought the page weight down ⟦from 4 MB to 900 KB⟧.
It is ⟦6 times smaller⟧ than the old image.
The garden now feeds ⟦30 families⟧ a week.
The bug rate is ⟦one tenth⟧ of what it used to be.
The rollout finished ⟦five weeks ahead⟧ of schedule.
We got ⟦95 out of 100⟧ in the inspection.
Energy bills shrank ⟦by ₹2,00,000 a year⟧.
Our share of on-time orders hit ⟦99 per cent⟧.
I earned a ⟦98%⟧ satisfaction score from guests.
The fix eliminated ⟦85%⟧ of the false alarms.
All ⟦300 guests⟧ were served within 25 minutes.
The upgrade gave us a ⟦15-fold⟧ speed-up.
Throughput went ⟦from 120 to 310⟧ parts an hour.
We had ⟦zero injuries⟧ in 400 days.
Refund requests dropped ⟦by more than 50%⟧.
The department's error rate decreased to ⟦0.3 percent⟧.
Calls are now answered in under ⟦20 seconds⟧.
We recovered ⟦98%⟧ of the lost files.
He thanked me for saving the firm ⟦two million dollars⟧.
The store's shrinkage fell ⟦$14K⟧ in a quarter.
My changes made the job run in ⟦12 minutes instead of 3 hours⟧.
The lab cleared its backlog of ⟦400 samples⟧.
Lost-time accidents fell to ⟦zero⟧.
Student scores improved an ⟦average of 11 points⟧.
Ninety days in, churn was ⟦half⟧ of what it had been.
The tool has since been used ⟦by 200 engineers⟧.
⟦Thirty-two of the 40⟧ staff completed the course.
I cut the onboarding checklist ⟦from 70 items to 25⟧.
Resolved ⟦97%⟧ of calls at first contact.
Our team was ⟦ranked #1 out of 12⟧.
The campaign beat its target ⟦by €15,000⟧.
By the time I left, nobody waited longer ⟦than ten minutes, down from forty⟧.
The oven stays full and we bake ⟦200 loaves more⟧ each morning.
What took a clerk a whole day is done in ⟦an hour⟧ now.
Our little shop ended the year with sales ⟦14 per cent up⟧.
My mother-in-law's recipe, of all things, sold ⟦900 jars⟧ before Christmas.
We caught the fault early and spared the owner ⟦£8,000⟧.
The drill went from chaos to under ⟦three minutes⟧.
⟦Not a single child⟧ got lost: ⟦zero missing reports⟧ in two summers.
⟦Of the 48 patients on my list, 45⟧ kept their next appointment.
They gave my workshop ⟦4.6 out of 5⟧.
Within a year ⟦three in four⟧ tenants paid by direct debit.
Post now reaches the wards ⟦two hours earlier⟧.
The choir's waiting list fell to ⟦nothing⟧.
It shaved ⟦eleven seconds⟧ off every changeover.
The harvest came in ⟦a fifth heavier⟧ than the year before.
Returned parcels dropped to ⟦a third⟧.
⟦Twelve of the fifteen apprentices passed, up from six⟧.
Because of it we needed ⟦40 litres less⟧ diesel a week.
We won the tender, worth ⟦€1.8m⟧ over four years.
The guests' score for breakfast rose ⟦from 7.1 to 8.9⟧.
I talked them down ⟦by £30,000⟧.
We got the theatre lists to start ⟦15 minutes earlier⟧.
The two-page guide cut calls to my desk ⟦by more than half⟧.
There were ⟦no medication errors⟧ on my unit that quarter.
Page views were up ⟦fourfold⟧.
We came home with ⟦three tonnes⟧ of apples.
I walked away with ⟦12 orders⟧.
The stall ended up with ⟦£2,300⟧ in the tin.
Every one of the ⟦thirty boxes⟧ reached the ward.
Each of my ⟦12 apprentices⟧ passed the test.
We got through the move ⟦without losing a single file⟧.
We lost ⟦no patients⟧ that winter.
My class made the ⟦top ten⟧.
⟦Of the 48 boats on the list, 45⟧ sailed on time.
The profit was ⟦double⟧ last year's.
That week I signed ⟦12 new clients⟧.
I signed up ⟦30 people⟧ in a morning.
⟦Three of them⟧ were promoted within a year.
We got ⟦40 new members⟧ out of it.
The fair brought in ⟦twice as much⟧ as the one before.
We used ⟦half⟧ as much paper.
It is the first of our sites with ⟦zero lost days⟧.
The line runs at ⟦98%⟧ now.
Waiting fell ⟦from a month to a week⟧.
They now turn a truck around in ⟦25 minutes⟧.
The same round takes me ⟦two hours less⟧.
Absences were ⟦a third⟧ of what they had been.
The queue at noon is ⟦eight people, where it was thirty⟧.
We baked ⟦900 loaves, up from 600⟧.
By summer ⟦seven villages⟧ had copied it.
Since then the pump has run 400 days ⟦without a failure⟧.
My version cut the parts list ⟦from ninety to sixty-one⟧.
I cut the number of KPIs ⟦from 64 to 9⟧.
Recall rose ⟦from .71 to .88⟧.
We brought ⟦four other teams⟧ onto our template.
The poster brought ⟦fifty people⟧ in for a flu jab.
We ended up signing ⟦1,140⟧.
⟦97%⟧ of the orders went out on time.
Attrition ended the year at ⟦6%⟧.
My patch keeps ⟦about 300 orders⟧ a day from failing.
By June, ⟦twenty-six teams⟧ had moved onto it.
⟦Five other wards⟧ have switched to it.
Since then we've had ⟦not a single mix-up⟧.
Downtime was ⟦26 hours a month⟧, now it is ⟦3⟧.
The report that took ⟦two days takes 20 minutes⟧.
⟦Two thirds⟧ of the trainees passed first time.
I freed up ⟦a day a week⟧ for each clerk.
The team gets ⟦40 minutes a day⟧ back.
The branch went ⟦from 14th to 3rd⟧ in the region.
We went ⟦from bottom of the table to second⟧.
Donations came to ⟦£18,400⟧, the most the club has ever raised.
⟦Five departments⟧ have since copied the template.
We closed the quarter ⟦112%⟧ to plan.
Over a year the change was worth ⟦$2.4 million⟧ to the business.
It paid for itself ⟦within five months⟧.
⟦None of the 30 machines⟧ failed during the trial.
⟦Only two of 50⟧ parents complained.
Churn: ⟦6.2%⟧ before, ⟦3.9%⟧ after.
As a result the company kept a ⟦$900K⟧ account.
Enrolment went up ⟦by 75 students⟧.
We were losing two kegs a week to the bad line, and after I swapped the coupler we ⟦lost none⟧.
The council adopted it for all ⟦six libraries⟧.
My numbers went ⟦from worst in the region to third⟧.
In the end ⟦27 of the 30⟧ families came back the next year.
Our Trustpilot went ⟦from 2.9 to 4.4⟧.
Productivity is up ⟦fifteen percent⟧ year on year.
The article has been cited ⟦130 times⟧.
I came in ⟦$12,000 under⟧ budget.
Each driver now saves ⟦about 40 minutes a shift⟧.
By week three, ⟦nine out of every ten⟧ tickets were closed the same day.
Absenteeism in my section fell ⟦from 8% to 3.5%⟧ over the following six months.
Our unit went ⟦from the lowest-ranked to second of nine⟧.
I resolved ⟦97%⟧ of complaints at first contact.
The blog now gets ⟦about 3,000 readers⟧ a month.
My group finished the exercise ⟦first out of twelve⟧.
We recovered all but ⟦two⟧ of the missing files.
Feedback was positive, with ⟦48 of 50⟧ attendees saying they would come again.
In my first six months I onboarded ⟦14 new clients⟧.
⟦Two thirds⟧ of the lapsed members came back.
We brought the complaint backlog down to ⟦single figures⟧.
The scheme paid back its cost in under ⟦a year⟧.
My PR took that endpoint from, I want to say, ⟦800 milliseconds down to about 90⟧.
Out ⟦of the 30 people in the pilot, 26⟧ asked to keep it.
It went ⟦from three rollbacks a month to none⟧ since August.
The revised form has been taken up ⟦by 17 other local⟧ authorities.
Smashed my quarterly number (⟦134%⟧) and bagged the biggest single deal of the year.
Took a dead territory to ⟦#2⟧ in the region in nine months.
Best NPS in the company two quarters running: ⟦77⟧.
I tutored six first-years and ⟦five of them⟧ passed the resit.
Under my leadership the division returned to profit, posting ⟦$4.2m against a loss of $1.1m⟧ the prior year.
I rewired the lot in two days and it passed first time, ⟦no snags⟧.
The boiler's been running fourteen months now ⟦without a single callout⟧.
I got the job done for ⟦£600 under⟧ the quote.
The lads can turn a van round in ⟦20 minutes⟧ these days; it used to be the best part of an hour.
I've trained 60-odd new starters with it so far, and ⟦57⟧ are still with us.
The intervention group made, on average, ⟦six months' more⟧ progress than their peers.
I kept all ⟦four clients⟧ through the restructure.
The pull request queue, which had sat at ⟦around 70, was down in the teens⟧ by May.
We took ⟦third⟧ in the nationals.
The stall turned ⟦over £1,260⟧ on the first Saturday.
The new menu brought food cost down ⟦four points⟧.
We got through 300 more orders that December with ⟦two fewer people⟧.
I placed in the ⟦top tenth⟧ of the class.
The campaign paid for itself ⟦four times⟧ over.
We discharged ⟦nine patients before noon that day, where two or three⟧ was normal.
Our branch opened ⟦214 new accounts⟧ that quarter.
I moved the desks, resulting in portfolio growth ⟦up to 27%⟧.
The merger resulted in a decrease in cost of ⟦$3 million⟧.
It resulted in a decrease in cost ⟦$90,000 a year⟧.
My team cut expenses ⟦in excess of $250,000⟧.
I came ⟦No. 3⟧ among my peers.
I balanced the till with a ⟦zero error rate⟧.
I grew assigned sales territory ⟦75%⟧.
I got ⟦92%⟧ in the audit.
We drew up a plan for the summer fair, raising takings by a record-breaking ⟦16%⟧.
Complaints about heating and lighting were reduced ⟦by 50%⟧.
Recommended two lenders, leading to a ⟦100%⟧ approval rate.
The rewrite reduced processing time ⟦from 4 hours to 15 minutes⟧.
Revenue grew ⟦from $400,000 to $25 million⟧.
The night fitters held a ⟦96%⟧ success rate.
We expanded our small-to-medium client base ⟦35%⟧.
Sold ⟦2.5 million litres⟧ that year.
The checks meant that ⟦94%⟧ of parcels left on time.
There has ⟦not been one accident⟧ at the quarry since.
They marked us ⟦96⟧ in the kitchen audit.
The survey got me ⟦88⟧ for safety.
The council gave us the ⟦full thirty thousand pounds⟧.
All the seats were gone in ⟦two hours⟧.
The second run sold out in ⟦four days⟧.
They renewed our lease for ⟦three more years⟧.
The new shifts gave the drivers ⟦two more evenings⟧ at home.
⟦Only two cooks⟧ have left since.
Our turnaround is ⟦six hours⟧ these days.
Waste is now under ⟦three percent⟧.
That saved for the company ⟦20 hours a week⟧.
It pays us back ⟦$90 a month⟧.
We went ⟦from losing four crates a week to losing one⟧.
What was ⟦three days of paperwork became maybe forty minutes⟧.
The move ended up costing ⟦2k and not the 9k⟧ of before.
Our stall serves ⟦45 where it served 20⟧.
The parents' trust is at ⟦88⟧, it was ⟦61⟧.
The press makes now ⟦300⟧ lids per shift, it was ⟦only 190⟧.
The walk cost us ⟦a fifth⟧ of the first quote.
Sorting lasts five minutes, which is ⟦a quarter⟧ of before.
All but ⟦one⟧ of the claims had been paid by Friday.
⟦Only one of the 90⟧ seams failed.
⟦Three⟧ of the apprentices I taught are now foremen.
I brought ⟦eight new members⟧ into the union.
We turned a loss of ⟦20k into a profit of 35k⟧.
My mural was chosen from ⟦over 150⟧.
The group scored ⟦on average 83⟧.
My depot had the lowest absence of the county, ⟦1.9 percent⟧.
The lift used to stick, and we have had ⟦none⟧ in ten months.
A count that took all day takes me ⟦half an hour⟧.
The invoices took two of us all morning, now ⟦half an hour⟧.
I cut ⟦nine steps⟧ out of the sign-up.
We have served ⟦upwards of 900 guests⟧ since.
I've placed ⟦14 apprentices⟧ so far.
The parish has ordered from me ⟦five times⟧ since.
My form is now live in ⟦nine ports⟧.
Her essay was awarded ⟦84⟧.
I got a ⟦79⟧ for it.
Our float got the highest mark of the show, ⟦91⟧.
The class rose ⟦a full grade⟧.
The queue is ⟦a quarter⟧ of the length.
The hall was fully booked for ⟦ten weeks⟧.
The tractor ran again in ⟦two hours⟧ instead of the usual day.
Waste never went ⟦over three percent⟧.
Her pace went up to ⟦70 letters⟧ a day.
The spill rate is ⟦practically zero⟧ now.
The parish signed for another ⟦two years⟧.
The backlog: ⟦540⟧ in March, ⟦75⟧ in July.
Our guests gave the soup ⟦9.4⟧.
We have kept every one of our ⟦12 carers⟧.
The profit was ⟦double⟧ of last year.
⟦Not one of the crates was⟧ lost.
I brought home ⟦14 orders⟧ from the fair.
"""

OTHERS = """
Two parents asked for it to be moved.
I cut the rope in two.
The order came to $1,240 before tax.
Our supplier had cut its prices by 15% in the spring.
Bring over twenty years of expertise in baking into the shop.
We have a zero-defect target.
My colleague doubled the sales of his own shop.
The road is used by cars in two directions.
I joined in 2018.
In March 2020 the office closed.
I led a team of nine.
I managed 14 people in two offices.
We had a budget of $2 million.
I was given a $50k budget.
I interviewed 30 customers.
I wrote a 12-page proposal.
I ran 6 workshops over three weeks.
I trained 40 volunteers in a weekend.
It took me three months.
The project lasted 18 months.
I had five days to find a venue.
The deadline was 4 p.m. on Friday.
I promised to reply within 24 hours.
The goal was to cut waits by 20%.
Our target was 95% on-time delivery.
We aimed for a 30% drop.
I was asked to reduce costs by 15%.
She wanted us to save $10,000.
The new line should lift output by 12%.
It would have cost us $80,000.
If we do this, churn could fall by 5%.
I expect it to save two hours a week.
We will double capacity next year.
The vendor promised 99.9% uptime.
The plan is to cut travel by half.
I hope to reach 500 members by June.
They estimated it would save 300 hours.
The board forecast a 10% rise in demand.
The industry average is 22%.
Studies show that 60% of mergers fail.
A competitor had grown 25% that year.
According to the sector body, turnover runs at 30%.
My customer, a €3m bakery chain, paid late.
The company has 4,000 employees in 12 countries.
The bank serves 3 million customers.
Before I joined, waiting times had fallen by 20%.
When I joined, the error rate was 12%.
Sales had dropped by 15%.
Our costs doubled that winter.
Complaints rose by 40% after the move.
We were losing 20% of our callers.
The outage cost us $40,000.
I spent 60% of my time on calls.
I gave it 110%.
I was 100% sure of the plan.
We were 100% committed to it.
I offered her a 10% discount.
I got a 5% raise.
I graduated with 82% from college.
I have 12 years of experience.
I was 24 at the time.
He was one of my two mentors.
I upgraded the cluster from 1.21 to 1.24.
We moved from version 4 to version 5.
I migrated the site to PHP 8.1.
We used ISO 9001 as a guide.
I was hired as an L5.
We sat in room 12.
I filed ticket #991.
See section 3.2.
Call me on 020 7946 0123.
We offer support 24/7.
The split was 50/50.
We met three times a week.
The shop opens at 9:30.
It happened in Q2.
I won 3 awards that year.
I have two children.
The box weighs 12 kg.
We tested the pump at 80 degrees.
The clinic treats patients aged from 5 to 12.
Group sizes ranged from 4 to 20.
The price was £25.
The contract ran for two years.
I paid $300 for the course.
I asked for 3 more weeks.
I reviewed 200 pull requests.
The report had 45 pages.
There were eight of us in the kitchen.
We had four options on the table.
I gave three reasons.
I split it into two phases.
The venue holds 400 guests.
About 70% of the staff were new.
Only 40% of forms came back.
We failed to reach 20%.
I did not cut it by 20%.
The hotel has 120 rooms.
The plant produces 500 tonnes a day.
We sell through 2,000 shops.
I supported 300 users.
I was on a 2-year contract.
He had waited 45 minutes.
The shipment was three weeks late.
We had two weeks left.
I worked 60 hours a week.
The budget was cut by 20% before we began.
To cut waste by 10%, I needed help.
I proposed a plan to save $2M.
We thought it might take 3 days.
I drove 200 miles that night.
The family of five moved in.
Handled a portfolio of 50 Cr.
Processed 5000 invoices per month.
We run 500 pods on 30 nodes.
Our platform handles 1.5 million requests per second.
The benchmark consists of 17 line items.
Chrome 58 shipped the change.
A pointer takes 4 bytes on 32-bit machines.
Supported ES2015 and HTML5.
Awarded employee of the month 3 times.
Managed a budget of $1.2M.
Responsible for 25 stores in 4 states.
Served as captain for 2 seasons.
Designed 4 microservices with 12 endpoints.
Participated in 3 hackathons.
Currently supporting 8 applications.
Conducted 150+ training sessions.
Prepared 20 reports a week.
The company employs 30,000 people worldwide.
Our office had 60 employees.
I was responsible for a $4M account.
Created 30 dashboards in Tableau.
Interacted with 40 clients daily.
Led a cross-functional team of 5 engineers and 2 designers.
The store made $3 million a year.
The customer wanted a refund of $500.
The order was worth $20,000.
He was 20 minutes late.
There were 200 people waiting.
We only had 2 hours before the launch.
The patient was 80 years old.
I had to cover three shifts.
Two of my teammates quit.
Five hundred guests were expected.
The wedding was in 3 weeks.
We had been behind by two weeks.
I proposed that we give each guest a 20% voucher.
I needed to raise $2,000.
The director asked for a 25% cut.
We had lost 30% of our budget.
It was taking four hours a day.
About a third of our patients missed their appointments.
Half of the team was remote.
The system was down for 6 hours.
I stayed until 2 am.
We set a goal of 1,000 sign-ups.
I should finish in two days.
It will save us 4 hours a week.
In the next two years I want to grow sales by 50%.
The average across the industry is 3.5 out of 5.
Our competitor was 15% cheaper.
He had scored 40% on the first test.
The tool had 3 users when I took it over.
We had three outages in one month.
I read 12 books on the subject.
I applied to 40 jobs.
My GPA was 3.9.
I got 85% in my final exams at university.
Lunch cost $12.
The flight was delayed by 3 hours.
We had six weeks to cut costs by 10%.
Could we reduce waste by 20%?
The consultant suggested a 5% price increase.
The brief was to get 100 people to attend.
I have two younger brothers.
The meeting lasted an hour and a half.
We were 3 people short.
They had a 10-year-old system.
The deal would be worth $2m.
The old process took 14 steps.
I found 12 errors in the sheet.
She gave me 3 options.
The shop had been losing $5,000 a month.
I spent two weeks on the plan.
The hospital has 600 beds.
We were given 48 hours.
He asked for a 15% raise.
There were 12 people on the waiting list.
I led the project with a team of 4.
The client had a budget of €80,000.
I worked there for 3 years.
It was a 10-hour shift.
The store employs 25 people.
I called 50 leads a day.
We planned to finish by June 30.
The contract was for $400k.
Revenue had fallen by 30% the year before.
My manager thought it would take six months.
I estimated we could cut 10%.
It is a company with $4 billion in sales.
The national average is 65%.
I had three deadlines on the same day.
We had 4 engineers for 9 services.
The truck broke down 40 miles from the depot.
The customer had waited 3 weeks for her order.
Only 1 in 3 callers got through.
The team missed its target by 12%.
There was a 30% gap in the budget.
We were over budget by $20,000.
Costs had gone up 18%.
I read chapter 7 twice.
Flight 212 was cancelled.
The 2019 reorganisation hit us hard.
I live 20 minutes from the office.
The document was 80 pages long.
I created a plan with 5 steps.
I made 60 calls.
We meet every 2 weeks.
My shift started at 6.
I was one of three finalists.
I asked the two of them to talk.
I shadowed 5 colleagues for a week.
It was the biggest of our 4 sites.
Level 2 support was closed at 8 pm.
I was the first of 200 to volunteer.
She was 15 minutes early for the interview.
The survey went to 500 people.
The previous vendor charged $90 an hour.
At peak we had 300 orders an hour.
The next morning, 20 of us met.
A 3% error rate was normal at the time.
The server had 64 GB of memory.
Two thirds of the crew were new.
I'd like to reach level 6 in 2 years.
I told her it might cost 20% more.
Nobody had updated it for 5 years.
We had to save 20% or close.
I led 12 nurses on a night shift.
The ward has 30 beds and 2 doctors.
We had 90 minutes to evacuate.
The grant ran for 18 months.
A customer ordered 300 units.
The order arrived 2 days late.
We lost 3 customers.
I was paid $15 an hour.
I want to improve my score by 10 points.
The manager set a target of 90%.
The school has 1,200 pupils.
In 2015, the firm had sales of $3 billion.
The budget for the event was £5,000.
I met with 6 department heads.
It is a 3-hour drive.
The case took 14 months.
Her cholesterol was 240.
I prepared for 2 weeks.
The software costs $300 a year.
Two customers were shouting at each other.
I was the only one of 12 who stayed.
The landlord wanted to raise the rent by 8%.
I ordered 40 chairs and 10 tables.
Six of us worked through the night.
I had 3 days' notice.
Our competitors had cut prices by 20%.
Research shows that 1 in 4 people struggle with this.
Staff were working 12-hour days.
I explained the 3 options and their costs.
The bill had come to $1,400.
Our landlord gave us 30 days.
We were short by $4,000.
The system crashed 4 times that week.
I had been in the job for 2 months.
The 5 of us met on day 1.
I took a 2-day course in first aid.
The pipeline processes 20 GB a day.
He asked if we could cut the price by 10%.
Version 2.0 was due in 6 weeks.
If we had waited, we would have lost $50,000.
I learned 3 things.
They were about to lose a $1M account.
The team had missed 3 deadlines in a row.
My boss wanted a 50% cut in returns.
I was 30% of the way through.
I had a 15-minute slot.
Our line had a 9% scrap rate.
The project was worth $3M.
It had taken 6 hours every week.
There were nineteen of us on the ferry.
He owed us £2,600 and two months' rent.
The kiln holds 300 pots.
My father ran the farm for 40 years.
It was minus 12 degrees and the van would not start.
She had been on hold for 50 minutes.
By then we were six days behind.
A third of the seats stood empty.
I rang 23 families in one evening.
We were open 7 days a week.
The queue was 40 people long.
Two of the five drivers had quit.
I carried 20 kilos up 4 floors.
The old machine broke a needle every 20 minutes.
I bought two second-hand freezers for £400.
The auditors wanted ten years of records.
The concert was three hours away.
Nearly half of the pupils spoke no English when I came.
We would have needed 5 more people.
Every night 30 or 40 people slept in the hall.
I came back with two questions.
I ended the day with 40 emails unread.
We had three new starters that month.
The top 5 reasons were on the board.
Each of the 12 rooms has a sink.
Of the 30 people invited, 12 were nurses.
All three trials failed.
She left with two suitcases.
There were no trains that night, so 50 of us slept there.
We got two new vans.
Sales rose within ⟦two months⟧.
We slipped from ⟦3rd⟧ to ⟦14th⟧.
⟦Two thirds⟧ of the seats stayed empty.
We were a group of nine, spread over three time zones.
The deadline was in two weeks.
My manager gave me £3,000 to spend.
If we had waited, we would have lost 20% of the crop.
Nearly half of all start-ups fail within five years.
I took a 20% pay cut to move there.
The building has six floors and 220 flats.
The client wanted it done in half the time.
We split the list into four parts and took one each.
The supplier raised its prices by 12%.
I ordered 600 leaflets and 12 banners.
He told me that 90% of people give up at this point.
It could save the company up to $1M a year.
I grew up in a town of 3,000 people.
At 17 I was already running the Saturday stall.
The company employs 9,000 people in 40 countries.
The tender listed 17 requirements.
The patient was 82 and had two broken ribs.
Ten minutes later the phone rang again.
The storm took out 70% of the power lines.
The school is one of the largest in the county, with 1,900 pupils.
Our landlord wanted £2,000 more a month.
The goal we were given was to double revenue in three years.
My first job was at a 12-table restaurant.
He kept his phone on 24/7.
I could see that two of the five sensors were dead.
The regulator expects firms to answer 80% of calls within a minute.
We had lost 40 hours to it before anyone noticed.
If we got it wrong we stood to lose $2m.
On day one I counted 31 broken lights.
I studied for it four nights a week.
I split the class into five groups of six.
I sent out 500 questionnaires.
The tank holds 900 litres.
I asked 20 of our regulars what they wanted.
There were 16 of us, and one kettle.
The store had a shrinkage problem of about 4%.
I drafted three options and costed each of them.
The shop floor was 12,000 square feet.
The client threatened to withdraw a £2m contract.
The team consisted of eight people from four countries.
I phoned all 40 parents that evening.
The project was worth $1.5 million to the client.
In week two the server failed twice.
The first batch of 500 units was already on the lorry.
About half of the respondents said they had never used it.
The lab answered 404 errors all morning.
Firms with sales of $500 million were my patch.
I reviewed every loan exceeding £50,000.
I found that 60% of the leaks came from one valve.
The yard was growing 15% a month.
I ensured 100% of the forms were signed.
My case was helped by six years of nights.
I won best stall of the fair in 2016.
Unless it saved us 20 lines, we let it be.
Nearly 40% of them needed a hand.
She visited us twice and paid for 30 seats.
I filed it as form R 1187 and left.
Those parts account for 70% of the weight.
The logo takes up half of the page.
I had misjudged the bill by $7,000.
I found crashes for feed sizes over 100 MB.
Applied for best campaign in 2001.
Best overall campaign in 2001, said the plate.
Loans exceeding $1 million went to head office.
Products totaling $4.5 million were mine to plan.
The town had sales of $1.65 million.
I met customers with 40 complaints between them.
I worked with a team responsible for 30% of the paperwork.
She asked for a plan for 20% cuts.
Those who took part were 12% of all.
I was praised for the grade 7 work.
The client threatened to leave within 30 days.
We had lost three of our six vans.
My boss gave me 97 pages to read.
Only two cooks had left by then.
I am now forty years in the trade.
They need two signatures for a loan.
The pump had gone down six times by then.
I grew tired after twelve days without a break.
Half of the job was paint.
I was given 40 for the taxi.
My code was running on 12 machines then.
The permit takes two weeks.
I have had two meetings since.
The supplier raised his price by nine cents.
I never had 40 percent of the key.
"""

NONE = """
I called the supplier twice.
I met them twice a week.
The first half of the year was slow.
This was my third attempt.
On the second day I saw the fault.
The machine broke down twice a week.
I had a week to learn it.
The boss reckoned it would take a month.
I was on call every third weekend.
The rent had gone up by a quarter.
One of the nurses told me.
The van, on the one hand, was new.
First of all I called her.
No one came.
We worked one on one.
One day I saw it.
It was second to none.
I double-checked the list.
We doubled down on quality.
Nobody had any idea of the price.
There was no error handling in the code.
The mood was much better.
I saved a lot of time.
We raised more money than ever.
It was a great success.
Hours were lost every week.
I halfway agreed.
It went on for days.
An hour later I called back.
The boss was free of course.
"""
