// Written by `cargo xtask schema` from the core's declarations. Do not edit.
package com.keyperson

/** `keyperson.brief/1` */
public val Brief.schema get() = schema()

/** The instant of the question. */
public val Brief.asOf get() = asOf()

/** Name of the policy. */
public val Brief.policy get() = policy()

/** The partner. */
public val Brief.partner get() = partner()

/** Its name, where registered. */
public val Brief.partnerName get() = partnerName()

/** The person. */
public val Brief.person get() = person()

/** The person's name, where registered. */
public val Brief.name get() = name()

/** The person's title, where registered. */
public val Brief.title get() = title()

/** Names of the colleagues in a remedy, the succession or the support unit, by id, as far as they are registered. */
public val Brief.colleagues get() = colleagues()

/** How many facts of the person were seen. */
public val Brief.facts get() = facts()

/** Whether the person is ready for the role, or what somebody set it to. */
public val Brief.readiness get() = readiness()

/** The score with bounds, coverage and contributions. */
public val Brief.fit get() = fit()

/** The six traits, with their evidence. */
public val Brief.traits get() = traits()

/** Strong traits wasted by weak ones, every pattern of the policy. */
public val Brief.mismatches get() = mismatches()

/** What stands in the way, and what to change in the environment. */
public val Brief.remedies get() = remedies()

/** The gates of the selection. */
public val Brief.selection get() = selection()

/** The staged targets, with pace and odds. */
public val Brief.ladder get() = ladder()

/** Counts, conversion rates and lead time. */
public val Brief.leadTime get() = leadTime()

/** Winter or stagnation. */
public val Brief.winter get() = winter()

/** Recognition owed and given. */
public val Brief.recognition get() = recognition()

/** What was offered to the person. */
public val Brief.motivation get() = motivation()

/** How far the ladder counts in the person's own appraisal. */
public val Brief.appraisal get() = appraisal()

/** How soon each side answers the other. */
public val Brief.response get() = response()

/** What came of feedback. */
public val Brief.feedback get() = feedback()

/** In which order news was told. */
public val Brief.news get() = news()

/** Everything that needs attention, the most urgent first. */
public val Brief.findings get() = findings()

/** Facts that do not count because their dispute was upheld. */
public val Brief.withdrawn get() = withdrawn()

/** Whether a date of this brief lies past the last official year of the holiday table. */
public val Brief.provisionalCalendar get() = provisionalCalendar()

/** The regular meetings: planned, kept, next. */
public val Brief.cadence get() = cadence()

/** Peaks and valleys of the load. */
public val Brief.rhythm get() = rhythm()

/** What the next regular meetings are to talk about. */
public val Brief.agenda get() = agenda()

/** With which prospects to begin. */
public val Brief.firstOrder get() = firstOrder()

/** Which prospects to win as others were won. */
public val Brief.replication get() = replication()

/** The stories of the wins. */
public val Brief.story get() = story()

/** What changed since the last brief: since the latest regular meeting before the as-of at which the dashboard was shared, or else the latest weekly one. Absent where there was no meeting. */
public val Brief.change get() = change()

/** How often the partner's loop has turned. */
public val Brief.loopTurns get() = loopTurns()

/** Values that somebody set and that hold, or ended lately: traits in their order, the readiness last. */
public val Brief.overrides get() = overrides()

/** What follows from the evidence alone. Absent if no override holds. */
public val Brief.byEvidence get() = byEvidence()

/** How know-how and load are spread at the partner. */
public val Brief.spread get() = spread()

/** Who could follow, and what rests on the person. */
public val Brief.succession get() = succession()

/** The vendor's and the partner's wheel, and what is owed. */
public val Brief.support get() = support()

/** `keyperson.portfolio/1` */
public val Portfolio.schema get() = schema()

/** The instant of the question. */
public val Portfolio.asOf get() = asOf()

/** Name of the policy. */
public val Portfolio.policy get() = policy()

/** Everybody who has not left: by readiness, then fit, then partner and person. */
public val Portfolio.people get() = people()

/** Every partner, by id. */
public val Portfolio.partners get() = partners()

/** How many people have left. */
public val Portfolio.left get() = left()

/** Where to begin: partners without a win by the odds of an early first one, then those that may repeat theirs. */
public val Portfolio.whereToBegin get() = whereToBegin()

/** How far the order of those that may begin can be relied on. */
public val Portfolio.whereToBeginStandings get() = whereToBeginStandings()

/** The earlier instant. */
public val Change.from get() = from()

/** The later instant. */
public val Change.to get() = to()

/** The meeting at which the earlier brief was shared. Absent if the question gave an instant. */
public val Change.lastBrief get() = lastBrief()

/** Score at the earlier instant; absent where unknown. */
public val Change.before get() = before()

/** Score at the later instant; absent where unknown. */
public val Change.after get() = after()

/** What each trait contributes to the change, those that changed only. */
public val Change.points get() = points()

/** What comes from other traits being known than before. */
public val Change.reference get() = reference()

/** The rungs whose count or status is another, in the policy's order. */
public val Change.rungs get() = rungs()

/** The gates passed in between that still count, in their order. */
public val Change.gates get() = gates()

/** The findings of the later instant that rest on facts in between, in their order. */
public val Change.findings get() = findings()

/** The person's facts in between, by instant. */
public val Change.facts get() = facts()

/** Values that somebody set and that hold at one of the two instants only: begun, replaced or ended in between. */
public val Change.overrides get() = overrides()

/** `keyperson.trail/1` */
public val Trail.schema get() = schema()

/** The instant of the question. */
public val Trail.asOf get() = asOf()

/** Name of the policy. */
public val Trail.policy get() = policy()

/** The partner. */
public val Trail.partner get() = partner()

/** The person. */
public val Trail.person get() = person()

/** Every number, in the order of the brief. */
public val Trail.numbers get() = numbers()

/** What numbers rest on, by name. */
public val Trail.contexts get() = contexts()

/** Every fact of the person and of the whole partner, and those of others on which a number rests, by instant. */
public val Trail.facts get() = facts()

/** The partner. */
public val Schedule.partner get() = partner()

/** The person. */
public val Schedule.person get() = person()

/** The instant of the question. */
public val Schedule.asOf get() = asOf()

/** The zone by whose clock the meetings are. */
public val Schedule.zone get() = zone()

/** The meetings, by day, time and layer; empty without an appointment. */
public val Schedule.meetings get() = meetings()

/** The text, in Markdown. What the facts do not say is a marked blank. */
public val Draft.text get() = text()

/** Whether it is one. */
public val BusinessDay.isBusinessDay get() = isBusinessDay()

/** The first one strictly after it; absent after the last day of all. */
public val BusinessDay.nextBusinessDay get() = nextBusinessDay()

/** Whether the holidays of its year are not official yet. */
public val BusinessDay.provisional get() = provisional()

/** Business days from it to `to`, negative backwards; absent where `to` was not asked for. */
public val BusinessDay.businessDaysBetween get() = businessDaysBetween()

/** The day `days` business days after it; absent where `days` was not asked for, or beyond the last day. */
public val BusinessDay.afterDays get() = afterDays()

/** Everybody, in order. */
public val Ranking.standings get() = standings()

/** Each pair of neighbours. */
public val Ranking.comparisons get() = comparisons()

/** Whether the evidence tells at least two people apart. */
public val Ranking.separable get() = separable()

/** As it is. */
public val WhatIf.before get() = before()

/** As it would be. */
public val WhatIf.after get() = after()
