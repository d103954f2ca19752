"""Figures that a reader acts on, written down a second time from the facts: a wrong edit of the pack fails here.

CLOCKS: number of the fact, id of its rule, length and unit, how it is counted, on whose authority, how sure we are.
`limit`: a court’s limit, of which we show the day before. A date alone is one of each year.
SAID: where a figure stands in words: the kind of entry, its id, and a text that has to be in it.
"""

UNITS = {
    "CWD": "clear-working-days", "CD": "clear-days", "PCD": "parish-clear-days", "WD": "working-days",
    "D": "calendar-days", "W": "weeks", "M": "months", "Y": "years", "H": "hours", "SD": "school-days",
}  # fmt: skip

CLOCKS = """
K01 key-decision.notice 28CD clear law high
K02.first-notice private-meeting.first-notice 28CD clear law high
K02.second-notice private-meeting.second-notice 5CWD clear law high
K03 cabinet.papers 5CWD clear law high
K04 general-exception.notice 5CWD clear law high
K05 special-urgency - - law high
K06 council.papers 5CWD clear law high
K08 parish-council.notice 3PCD clear law medium
K09 cabinet-decision.record - - law high
K10.published officer-decision.record - - law high
K10.kept officer-decision.kept 6Y after law high
K10.background officer-decision.background 4Y after law high
K11.minutes minutes.open 6Y after law high
K11.background minutes.background 4Y after law high
K11.draft minutes.draft - - law high
K12 call-in.window 5WD in typical medium
K13 call-in.meeting - - typical medium
K14 scrutiny.reply 2M in law high
K15.hold combined-authority.hold 14D after law high
K15.reconsider combined-authority.look-again 10D after law high
K16 nhs.reply-to-scrutiny 28D after law medium
K17 health-scrutiny.comments - - law high
K18 minister.nhs-decision 6M in law high
K19 nhs-board.notice 3CD clear law medium
K20 healthwatch.reply 20WD after law medium
K21 foi.reply 20WD after law high
K21.longer foi.reply-longer 40WD after guidance medium
K22.ask foi-review.ask 40WD after guidance medium
K22.reply foi-review.reply 20WD after guidance medium
K22.reply-longest foi-review.reply-longest 40WD after guidance medium
K22.environment-ask environment-review.ask 40WD after law medium
K22.environment-reply environment-review.reply 40WD after law medium
K24 information-commission.complain 6W in guidance high
K25 information-tribunal.appeal 28D after law medium
K26 environment.reply 20WD after law high
K26.longer environment.reply-longer 40WD after law high
K27 my-data.reply 1M after law high
K27.longer my-data.reply-longer 3M after law high
K28 data-complaint.acknowledge 30D after law high
K29 care-complaint.make 12M after law high
K30 care-complaint.acknowledge 3WD after law high
K31 care-complaint.reply 6M in law medium
K32 care-ombudsman.complain 12M in law high
K33.acknowledge council-complaint.acknowledge 5WD after guidance high
K33.stage1-reply council-complaint.stage1-reply 10WD after guidance high
K33.stage2-acknowledge council-complaint.stage2-acknowledge 5WD after guidance high
K33.stage2-reply council-complaint.stage2-reply 20WD after guidance high
K34 ombudsman-report.council 3M in law high
K35 nhs-ombudsman.complain 1Y after law medium
K36.stage1 children-complaint.stage1 10WD after law medium
K36.stage1-longest children-complaint.stage1-longest 20WD after law medium
K36.stage2 children-complaint.stage2 25WD after law medium
K36.stage2-longest children-complaint.stage2-longest 65WD after law medium
K36.ask-panel children-complaint.ask-panel 20WD in law medium
K36.panel children-complaint.panel 30WD after law medium
K37.review care-plan.review 12M after guidance high
K37.light-check care-plan.light-check 8W after guidance high
K38.acknowledge landlord-complaint.acknowledge 5WD after law high
K38.stage1-reply landlord-complaint.stage1-reply 10WD after law high
K38.stage2-acknowledge landlord-complaint.stage2-acknowledge 5WD after law high
K38.stage2-reply landlord-complaint.stage2-reply 20WD after law high
K39 housing-ombudsman.complain 12M in guidance high
K40.request homeless-review.ask 21D in law high
K40.reply homeless-review.reply 8W after law medium
K40.court homeless-review.court 21D after law high limit
K41.decision community-asset.decision 8W after law medium
K41.owner-review community-asset.owner-review 8W in law medium
K41.listed community-asset.listed 5Y in law medium
K43 community-bid.ask 6W in law high
K44.pause community-bid.pause 6M in law high
K44.protected community-bid.protected 18M in law high
K44.longer-pause community-bid.longer-pause 12M in not-started low
K46.comments planning.comments 21D in law high
K46.newspaper planning.comments-newspaper 14D in law high
K47 planning.court 6W after law high limit
K48.decision planning.decision 8W after law high
K48.major planning.decision-major 13W after law high
K48.environment planning.decision-environment 16W after law high
K48.public-service planning.decision-public-service 10W after law medium
K49.objection traffic-order.object 21D in law medium
K49.court traffic-order.court 6W after law medium limit
K51.objection trial-traffic-order.object 6M in law medium
K51.longest trial-traffic-order.longest 18M after law high
K52.comments licence.comments 28D after law high
K52.hearing licence.hearing 20WD after law medium
K52.appeal licence.appeal 21D in law medium limit
K53 home-grant.decision 6M after law high
K54 home-grant.payment 12M after law high
K55.decision nhs-care.decision 28D after guidance high
K55.local-review nhs-care.local-review 6M in guidance high
K55.independent-review nhs-care.independent-review 6M in guidance high
K57.standard liberty.standard 21D in law medium
K57.urgent liberty.urgent 7D in law medium
K57.urgent-longer liberty.urgent-longer 14D in law medium
K58 care-assessment - - guidance high
K59 safeguarding.enquiry - - law high
K60.claim court.claim 3M after law high limit
K60.contract court.claim-contract 30D in law medium limit
K61 court.letter 14D after guidance high
K62.pause contract.pause 8WD in law high
K62.claim contract.claim 30D in law medium limit
K63.pause health-contract.pause 8WD after law high
K63.after-reply health-contract.after-reply 5WD after law high
K64 charity-grant.notice 3M after guidance medium
K65 accounts.inspect 30WD in law medium
K66.proposal police-money.proposal 02-01 in law medium
K66.panel police-money.panel 02-08 in law medium
K67.tax council-tax.set 03-11 before law high
K67.precepts council-tax.precepts 03-01 before law high
K68.draft bus-change.draft 28D after law high
K68.notice bus-change.notice 42D after law high
K68.community-bus bus-change.community 28D after law high
K69.practice gp-contract.end 6M after law medium
K69.single gp-contract.end-single 3M after law medium
K70.from-20 redundancy.from-20 30D after law medium
K70.from-100 redundancy.from-100 45D after law medium
K71.question public-question - - typical medium
K71.deputation deputation - - typical medium
K71.petition petition - - typical medium
K72 consultation.length - - typical high
K73 before-election - - typical medium
K74.emergency home-danger.emergency 24H after law medium
K74.investigate home-danger.investigate 10WD after law medium
K74.findings home-danger.findings 3WD after law medium
K74.make-safe home-danger.make-safe 5WD after law medium
K74.works home-danger.works 12W after law medium
K75 school-governors.notice 7CD clear law medium
K77.decision child-protection.decision 1WD after guidance medium
K77.assessment child-protection.assessment 45WD after guidance medium
K78.notice parish-meeting.notice 7PCD clear law medium
K78.big-votes parish-meeting.notice-big-votes 14PCD clear law medium
K79.first direct-payment.first-review 6M after law high
K79.next direct-payment.next-review 12M after law high
K80 care-ombudsman.look-again 1M in guidance medium
K81.reply paid-care-complaint.reply - - law high
K81.ombudsman paid-care-complaint.ombudsman 12M in law high
K82.fast-track nhs-care.fast-track 48H after guidance medium
K82.first-review nhs-care.first-check 3M after guidance medium
K82.yearly-review nhs-care.yearly-check 12M after guidance medium
K83.assess ehc-plan.assess 6W after law high
K83.no-plan ehc-plan.no-plan 16W after law high
K83.final ehc-plan.final 20W after law high
K84.letter send-tribunal.appeal 2M in law medium
K84.mediation send-tribunal.appeal-mediation 1M in law medium
K85.ask school-travel.ask 20WD in guidance high
K85.reply school-travel.reply 20WD after guidance high
K85.ask-panel school-travel.ask-panel 20WD in guidance high
K85.panel school-travel.panel 40WD after guidance high
K86.decision blue-badge.decision - - typical medium
K86.review blue-badge.ask-again 28D in typical medium
K87.ask benefit.ask-again 1M in law medium
K87.appeal benefit.appeal 1M in law medium
K87.latest benefit.latest 13M in law medium
K88.tribunal council-tax-help.appeal 2M in law medium
K88.no-reply council-tax-help.appeal-no-reply 4M in law medium
K89.section-2 detained.section-2 14D in law high
K89.section-3 detained.section-3 6M in law high
K89.nearest-relative detained.nearest-relative 72H after law high
K90.consultation pharmacy.consultation 60D in law medium
K90.renewed pharmacy.renewed 3Y after law medium
K91.comments neighbourhood-plan.comments 6W in law high
K91.forum neighbourhood-plan.forum 5Y after law high
K92 new-parish.review 12M after law medium
K93 liberty.challenge - - law high
K94 equality.claim 6M in law high
K95 human-rights.claim 1Y in law high
K96.prevent homeless-help.prevent 56D after law high
K96.relieve homeless-help.relieve 56D after law high
K97.working-days school-foi.reply 60WD after law high
K97.school-days school-foi.reply-in-term 20SD after law high
K98 coroner.reply 56D after law high
K99 nhs-treatment.start 18W after law medium
"""

SAID = """
pathway close-day-centre | 28 clear days before
pathway close-day-centre | 5 clear working days before
pathway close-day-centre | at least 3 months’ notice. It is not law
pathway close-day-centre | at least 30 days before the first job ends. For 100 jobs or more it is 45 days
pathway close-day-centre | 5 working days to ask, then 5 to 15 working days to meet
pathway close-day-centre | often between £100,000 and £1 million
pathway close-day-centre | 12 months from when you found out
pathway close-day-centre | 3 months at most, often less
pathway community-transport-grant | 3 months’ notice before a charity’s money is cut. It is not law
pathway community-transport-grant | 28 clear days before
pathway pedestrian-crossing | 21 to 28 days
pathway pedestrian-crossing | within 21 days. The letter must give reasons. The day of the notice is day 1
pathway pedestrian-crossing | within 20 working days
pathway gp-surgery-closing | usually give 6 months’ notice. A GP who works alone gives 3 months
pathway gp-surgery-closing | must then wait 8 working days
pathway gp-surgery-closing | 6 months to decide
pathway gp-surgery-closing | within a year
pathway building-to-community | up to £2 million less
pathway right-to-bid | 21 or more local voters
pathway right-to-bid | 8 weeks to decide
pathway right-to-bid | on the list for 5 years
pathway right-to-bid | within the 6 weeks
pathway right-to-bid | a pause of 6 months
pathway right-to-bid | until 18 months after the notice
pathway small-grant | £20 million over 10 years
pathway care-charges | by 10 March at the latest
pathway care-charges | free for 6 weeks
pathway move-hospital-service | 3 working days before
pathway carers-support-contract | The limit for a claim is 30 days
pathway care-assessment-complaint | within 3 working days
pathway care-assessment-complaint | takes over 6 months
pathway care-assessment-complaint | within 12 months of the day you first knew
pathway safeguarding | no number of days for an adult. For a child, the next step should be decided within 1 working day
pathway home-adaptation | within 6 months of the full form
pathway home-adaptation | more than £30,000
pathway home-adaptation | up to £1,000 are free
pathway home-adaptation | a child under 19
pathway planning-hall | 21 days from the letter or the sign at the site. If only a newspaper says so, it is 14 days
pathway planning-hall | within 8 weeks. A big case has 13 weeks, or 16
pathway planning-hall | The limit is 6 weeks
pathway planning-hall | Since 31 October 2026
pathway continuing-healthcare | within 28 days of the first check
pathway continuing-healthcare | You have 6 months to ask again
pathway continuing-healthcare | within 48 hours
pathway carers-assessment | one week a year off work to care, without pay
pathway school-travel | 20 working days to ask, 20 to answer
pathway school-travel | 20 working days to ask, 40 to be heard
pathway ehc-plan | 6 weeks to say if it will look, and 20 weeks in all
pathway ehc-plan | you must hear within 16 weeks
pathway ehc-plan | You have 15 days
pathway ehc-plan | within 2 months of the letter. Or do it within 1 month of the mediation certificate, if that is later
pathway dols | for 7 days, and 7 more at most
pathway ask-for-information | 20 school days or 60 working days, whichever comes first
pathway ask-for-information | within 40 working days
pathway ask-for-information | Tenants can ask it for more from 1 April 2027
pathway my-records | within 30 days
pathway council-complaint | within 5 working days
pathway council-complaint | within 10 working days after that
pathway landlord-complaint | within 12 months of the last answer
pathway landlord-complaint | the landlord has 24 hours
pathway homelessness-review | You have 21 days, and the day you are told is day 1
pathway homelessness-review | within 56 days
pathway benefit-decision | up to 13 months
pathway benefit-decision | within 2 months of its reply. If there is no reply, appeal within 4 months
pathway bus-route | 28 days before it asks
pathway bus-route | at least 42 days later
pathway licence | Three councillors hear both sides
pathway mental-health-detention | within 14 days. Day 1 is the day it began
pathway parking-and-speed | 18 months at most. You can write in during its first 6 months
body cabinet | two to nine other councillors
body planning | Up to 13 councillors
body licensing | 10 to 15 councillors
body nforum | At least 21 people
body parish | between 1 March and 1 June
body hosc | Since 31 January 2024 it has no formal power
banner police-commissioners | in May 2028
banner mental-health-act | on 18 February 2026
banner visiting-rules | Since 6 April 2024
"""
