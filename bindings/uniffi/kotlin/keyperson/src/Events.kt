// Written by `cargo xtask schema` from the core's declarations. Do not edit.
package com.keyperson

import java.time.LocalDate

/** What happened, made for Java: `Events.rating(Trait.DRIVE, 0.9, "Sato")`. In Kotlin, write `Event.Rating(…)`. */
public object Events {

    /** What is known of a partner company. */
    @JvmStatic
    @JvmOverloads
    public fun `partnerRegistered`(`name`: String? = null, `zone`: String? = null, `calendar`: String? = null): Event = Event.PartnerRegistered(`name` = `name`, `zone` = `zone`, `calendar` = `calendar`)

    /** A person at a partner is known. */
    @JvmStatic
    @JvmOverloads
    public fun `personRegistered`(`name`: String? = null, `title`: String? = null, `department`: String? = null, `level`: Long? = null, `technical`: Boolean? = null): Event = Event.PersonRegistered(`name` = `name`, `title` = `title`, `department` = `department`, `level` = `level`, `technical` = `technical`)

    /** A person left the company. */
    @JvmStatic
    @JvmOverloads
    public fun `personLeft`(`reason`: String? = null): Event = Event.PersonLeft(`reason` = `reason`)

    /** Somebody's judgement of one trait. */
    @JvmStatic
    @JvmOverloads
    public fun `rating`(`trait`: Trait, `value`: Double, `by`: String, `reason`: String? = null, `expires`: LocalDate? = null): Event = Event.Rating(`trait` = `trait`, `value` = `value`, `by` = `by`, `reason` = `reason`, `expires` = `expires`)

    /** Something observed that says something about a trait. */
    @JvmStatic
    public fun `signal`(`signal`: String, `value`: Double): Event = Event.Signal(`signal` = `signal`, `value` = `value`)

    /** A step of the selection was taken. */
    @JvmStatic
    @JvmOverloads
    public fun `gate`(`gate`: GateStep, `by`: String? = null, `effective`: LocalDate? = null): Event = Event.Gate(`gate` = `gate`, `by` = `by`, `effective` = `effective`)

    /** Something was offered to the person for taking the role. */
    @JvmStatic
    @JvmOverloads
    public fun `offer`(`kind`: OfferKind, `what`: String? = null): Event = Event.Offer(`kind` = `kind`, `what` = `what`)

    /** One of the criteria by which the person's employer appraises the person. */
    @JvmStatic
    @JvmOverloads
    public fun `appraisal`(`criterion`: String, `metric`: String? = null, `weight`: Double? = null): Event = Event.Appraisal(`criterion` = `criterion`, `metric` = `metric`, `weight` = `weight`)

    /** Things of one metric were done. */
    @JvmStatic
    @JvmOverloads
    public fun `activity`(`metric`: String, `count`: Long, `deal`: String? = null): Event = Event.Activity(`metric` = `metric`, `count` = `count`, `deal` = `deal`)

    /** A deal reached a stage. */
    @JvmStatic
    @JvmOverloads
    public fun `deal`(`deal`: String, `stage`: Stage, `amount`: Double? = null, `currency`: String? = null, `name`: String? = null, `industry`: String? = null, `region`: String? = null, `product`: String? = null, `employees`: Double? = null, `like`: String? = null): Event = Event.Deal(`deal` = `deal`, `stage` = `stage`, `amount` = `amount`, `currency` = `currency`, `name` = `name`, `industry` = `industry`, `region` = `region`, `product` = `product`, `employees` = `employees`, `like` = `like`)

    /** A regular meeting. */
    @JvmStatic
    @JvmOverloads
    public fun `touchpoint`(`layer`: Layer, `minutes`: Long? = null, `executives`: Boolean? = null, `dashboard`: Boolean? = null, `kept`: Boolean? = null): Event = Event.Touchpoint(`layer` = `layer`, `minutes` = `minutes`, `executives` = `executives`, `dashboard` = `dashboard`, `kept` = `kept`)

    /** A message between the vendor and the person. */
    @JvmStatic
    @JvmOverloads
    public fun `message`(`from`: Side, `thread`: String? = null, `replyTo`: String? = null): Event = Event.Message(`from` = `from`, `thread` = `thread`, `replyTo` = `replyTo`)

    /** News was given to the partner. */
    @JvmStatic
    public fun `news`(`topic`: String, `manner`: Openness): Event = Event.News(`topic` = `topic`, `manner` = `manner`)

    /** A step in answering feedback from the partner. */
    @JvmStatic
    @JvmOverloads
    public fun `feedback`(`feedback`: String, `step`: FeedbackStep, `reason`: String? = null, `by`: String? = null): Event = Event.Feedback(`feedback` = `feedback`, `step` = `step`, `reason` = `reason`, `by` = `by`)

    /** An achievement or effort was recognised. */
    @JvmStatic
    @JvmOverloads
    public fun `recognition`(`audience`: Audience, `of`: String? = null, `what`: String? = null, `effort`: Boolean? = null): Event = Event.Recognition(`of` = `of`, `audience` = `audience`, `what` = `what`, `effort` = `effort`)

    /** Hours of work, as they fell. */
    @JvmStatic
    public fun `load`(`hours`: Double, `kind`: LoadKind): Event = Event.Load(`hours` = `hours`, `kind` = `kind`)

    /** Support was given. */
    @JvmStatic
    @JvmOverloads
    public fun `support`(`kind`: SupportKind, `member`: String? = null, `topic`: String? = null, `deal`: String? = null): Event = Event.Support(`kind` = `kind`, `member` = `member`, `topic` = `topic`, `deal` = `deal`)

    /** The person's authority was made known. */
    @JvmStatic
    public fun `notice`(`authority`: String, `audience`: Audience): Event = Event.Notice(`authority` = `authority`, `audience` = `audience`)

    /** Working time was agreed for the role. */
    @JvmStatic
    public fun `allocation`(`hoursPerWeek`: Double): Event = Event.Allocation(`hoursPerWeek` = `hoursPerWeek`)

    /** A success was written down and handed out. */
    @JvmStatic
    @JvmOverloads
    public fun `story`(`deal`: String, `audience`: Audience, `title`: String? = null): Event = Event.Story(`deal` = `deal`, `audience` = `audience`, `title` = `title`)

    /** The person asked a colleague for advice. */
    @JvmStatic
    public fun `consulted`(`whom`: String): Event = Event.Consulted(`whom` = `whom`)

    /** The person worked together with a colleague. */
    @JvmStatic
    public fun `workedWith`(`whom`: String): Event = Event.WorkedWith(`whom` = `whom`)

    /** The person answers or disputes a fact. */
    @JvmStatic
    @JvmOverloads
    public fun `contest`(`fact`: String, `step`: ContestStep, `reason`: String? = null, `by`: String? = null): Event = Event.Contest(`fact` = `fact`, `step` = `step`, `reason` = `reason`, `by` = `by`)

    /** Somebody sets a trait or the readiness by judgement, whatever the evidence says. It ends after a given day. */
    @JvmStatic
    @JvmOverloads
    public fun `override`(`by`: String, `reason`: String, `expires`: LocalDate, `trait`: Trait? = null, `value`: Double? = null, `readiness`: Readiness? = null): Event = Event.Override(`trait` = `trait`, `value` = `value`, `readiness` = `readiness`, `by` = `by`, `reason` = `reason`, `expires` = `expires`)
}
