"""What the facts say of each clock, written down a second time: number, length, unit, mode, whose, and in which way.

The modes and whose they are: where the facts name none, your own deadline counts the first day, a body's does not.
"""

UNITS = {
    "CWD": "clear-working-days", "CD": "clear-days", "PCD": "parish-clear-days", "WD": "working-days",
    "D": "calendar-days", "W": "weeks", "M": "months", "Y": "years", "H": "hours", "SD": "school-days",
}  # fmt: skip

# number, length and unit, mode, whose; "back": a notice before an event; "uk": any part of the United Kingdom
CLOCKS = """
K01 28CD clear them back
K02.first-notice 28CD clear them back
K02.second-notice 5CWD clear them back
K03 5CWD clear them back
K04 5CWD clear them back
K06 5CWD clear them back
K08 3PCD clear them back
K10.kept 6Y after them
K10.background 4Y after them
K11.minutes 6Y after them
K11.background 4Y after them
K12 5WD in you
K14 2M in them
K15.hold 14D after them
K15.reconsider 10D after them
K16 28D after them
K18 6M in them
K19 3CD clear them back
K20 20WD after them
K21 20WD after them uk
K21.longer 40WD after them uk
K22.ask 40WD after you uk
K22.reply 20WD after them uk
K22.reply-longest 40WD after them uk
K22.environment-ask 40WD after you uk
K22.environment-reply 40WD after them uk
K24 6W in you
K25 28D after you
K26 20WD after them uk
K26.longer 40WD after them uk
K27 1M after them
K27.longer 3M after them
K28 30D after them
K29 12M after you
K30 3WD after them
K31 6M in them
K32 12M in you
K33.acknowledge 5WD after them
K33.stage1-reply 10WD after them
K33.stage2-acknowledge 5WD after them
K33.stage2-reply 20WD after them
K34 3M in them
K35 1Y after you
K36.stage1 10WD after them
K36.stage1-longest 20WD after them
K36.stage2 25WD after them
K36.stage2-longest 65WD after them
K36.ask-panel 20WD in you
K36.panel 30WD after them
K37.review 12M after them
K37.light-check 8W after them
K38.acknowledge 5WD after them
K38.stage1-reply 10WD after them
K38.stage2-acknowledge 5WD after them
K38.stage2-reply 20WD after them
K39 12M in you
K40.request 21D in you
K40.reply 8W after them
K40.court 21D after you
K41.decision 8W after them
K41.owner-review 8W in owner
K41.listed 5Y in anyone
K43 6W in you
K44.pause 6M in anyone
K44.protected 18M in anyone
K44.longer-pause 12M in anyone
K46.comments 21D in you
K46.newspaper 14D in you
K47 6W after you
K48.decision 8W after them
K48.major 13W after them
K48.environment 16W after them
K48.public-service 10W after them
K49.objection 21D in you
K49.court 6W after you
K51.objection 6M in you
K51.longest 18M after them
K52.comments 28D after you
K52.hearing 20WD after them
K52.appeal 21D in you
K53 6M after them
K54 12M after them
K55.decision 28D after them
K55.local-review 6M in you
K55.independent-review 6M in you
K57.standard 21D in them
K57.urgent 7D in them
K57.urgent-longer 14D in them
K60.claim 3M after you
K60.contract 30D in you
K61 14D after them
K62.pause 8WD in them back
K62.claim 30D in anyone
K63.pause 8WD after them
K63.after-reply 5WD after them
K64 3M after them back
K65 30WD in you
K68.draft 28D after them back
K68.notice 42D after them back
K68.community-bus 28D after them back
K69.practice 6M after them back
K69.single 3M after them back
K70.from-20 30D after them back
K70.from-100 45D after them back
K74.emergency 24H after them
K74.investigate 10WD after them
K74.findings 3WD after them
K74.make-safe 5WD after them
K74.works 12W after them
K75 7CD clear them back
K77.decision 1WD after them
K77.assessment 45WD after them
K78.notice 7PCD clear them back
K78.big-votes 14PCD clear them back
K79.first 6M after them
K79.next 12M after them
K80 1M in you
K81.ombudsman 12M in you
K82.fast-track 48H after them
K82.first-review 3M after them
K82.yearly-review 12M after them
K83.assess 6W after them
K83.no-plan 16W after them
K83.final 20W after them
K84.letter 2M in you
K84.mediation 1M in you
K85.ask 20WD in you
K85.reply 20WD after them
K85.ask-panel 20WD in you
K85.panel 40WD after them
K86.review 28D in you
K87.ask 1M in you
K87.appeal 1M in you
K87.latest 13M in you
K88.tribunal 2M in you
K88.no-reply 4M in you
K89.section-2 14D in you
K89.section-3 6M in you
K89.nearest-relative 72H after them
K90.consultation 60D in you
K90.renewed 3Y after them
K91.comments 6W in you
K91.forum 5Y after anyone
K92 12M after them
K94 6M in you
K95 1Y in you
K96.prevent 56D after them
K96.relieve 56D after them
K97.working-days 60WD after them uk
K97.school-days 20SD after them uk
K98 56D after them
K99 18W after them
"""

# A number that has its own clock first: what the bare number means.
GENERAL = """
K02 K02.first-notice, K10 K10.published, K11 K11.minutes, K15 K15.hold, K22 K22.ask, K33 K33.acknowledge,
K36 K36.stage1, K37 K37.review, K38 K38.acknowledge, K40 K40.request, K41 K41.decision, K44 K44.pause,
K46 K46.comments, K48 K48.decision, K49 K49.objection, K51 K51.objection, K52 K52.comments, K55 K55.decision,
K57 K57.standard, K60 K60.claim, K62 K62.pause, K63 K63.pause, K66 K66.proposal, K67 K67.tax, K68 K68.draft,
K69 K69.practice, K70 K70.from-20, K71 K71.question, K74 K74.emergency, K77 K77.decision, K78 K78.notice,
K79 K79.first, K81 K81.reply, K82 K82.fast-track, K83 K83.assess, K84 K84.letter, K85 K85.ask, K86 K86.decision,
K87 K87.ask, K88 K88.tribunal, K89 K89.section-2, K90 K90.consultation, K91 K91.comments, K96 K96.prevent,
K97 K97.working-days
"""

NO_NUMBER = """
K05 K09 K10.published K11.draft K13 K17 K58 K59 K71.question K71.deputation K71.petition K72 K73 K81.reply
K86.decision K93
""".split()  # noqa: SIM905
YEARLY = ["K66.proposal", "K66.panel", "K67.tax", "K67.precepts"]

# How sure the facts are of the mode (part 3.3).
SURE = """
K14 H, K18 H, K31 M, K32 H, K34 H, K40.request H, K41.owner-review M, K43 H, K44.pause H, K44.protected H,
K46.comments H, K49.objection M, K51.objection M, K52.appeal M, K57.standard M, K62.pause H, K16 M, K21 H, K22.ask M,
K22.reply M, K25 M, K26 H, K27 H, K28 H, K29 H, K30 H, K35 M, K40.court H, K41.decision M, K47 H, K48.decision H,
K49.court M, K52.comments H, K53 H, K60.claim H, K63.pause H, K74.emergency M, K77.decision M
"""
NUMBERS = [f"K{number:02}" for number in range(1, 100) if number not in (7, 23, 42, 45, 50, 56, 76)]
