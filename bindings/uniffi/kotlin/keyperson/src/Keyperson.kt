package com.keyperson

import java.io.IOException
import java.nio.file.Path
import java.time.OffsetDateTime

/**
 * Everything for Java: journals, policies, facts and questions as static methods, with as few arguments as there are.
 *
 * An answer has its fields and pages as methods: `Keyperson.brief(journal, policy, "p-001", "2026-04-30").toHtml(Language.JAPANESE)`.
 * The events of facts are in [Events]. Where a function of this object leaves out the language, it is Japanese. An `asOf` is a day, which means its end in the policy's zone, or an instant with
 * its offset. In Kotlin, call the functions of this package, and `Journal.read`, `Policy.default` and so on.
 */
public object Keyperson {
    /** Reads a file of JSON Lines, one fact per line, of at most 64 MiB. */
    @JvmStatic
    @Throws(IOException::class, KeypersonException::class)
    public fun readJournal(file: Path): Journal = Journal.read(file)

    /** Reads facts from a text of JSON Lines. */
    @JvmStatic
    @Throws(KeypersonException::class)
    public fun journal(lines: String): Journal = Journal.fromJsonLines(lines)

    /** Reads facts from the bytes of a file of JSON Lines. */
    @JvmStatic
    @Throws(KeypersonException::class)
    public fun journal(bytes: ByteArray): Journal = Journal.fromJsonLinesBytes(bytes)

    /** A journal of facts that a program made. */
    @JvmStatic
    @Throws(KeypersonException::class)
    public fun journal(facts: List<Fact>): Journal = Journal.fromFacts(facts)

    /** An empty journal that is read piece by piece. */
    @JvmStatic
    @Throws(KeypersonException::class)
    public fun journalBuilder(): JournalBuilder = JournalBuilder.begin()

    /** Reads a policy from a TOML file, or from a JSON file where its name ends in `.json`. */
    @JvmStatic
    @Throws(IOException::class, KeypersonException::class)
    public fun readPolicy(file: Path): Policy = Policy.read(file)

    /** The default policy. */
    @JvmStatic
    @Throws(KeypersonException::class)
    public fun policy(): Policy = Policy.default()

    /** Reads a policy from JSON; what it does not say is the default policy's. */
    @JvmStatic
    @Throws(KeypersonException::class)
    public fun policyFromJson(text: String): Policy = Policy.fromJson(text)

    /** Reads a policy from TOML; what it does not say is the default policy's. */
    @JvmStatic
    @Throws(KeypersonException::class)
    public fun policyFromToml(text: String): Policy = Policy.fromToml(text)

    /** Reads a policy from a document that a program changed. */
    @JvmStatic
    @Throws(KeypersonException::class)
    public fun policyFromDocument(document: PolicyDocument): Policy = Policy.fromDocument(document)

    /** A fact about a person. */
    @JvmStatic
    @JvmOverloads
    public fun fact(id: String, at: OffsetDateTime, partner: String, person: String?, event: Event, source: String? = null): Fact =
        Fact(id, at, partner, person, source, event)

    /** A fact about a whole partner. */
    @JvmStatic
    public fun fact(id: String, at: OffsetDateTime, partner: String, event: Event): Fact = Fact(id, at, partner, event = event)

    /** Everything about one person, with what changed since `since`, or since the last brief on record. */
    @JvmStatic
    @JvmOverloads
    @Throws(KeypersonException::class)
    public fun brief(journal: Journal, policy: Policy, person: String, asOf: String, since: String? = null): Brief =
        com.keyperson.brief(journal, policy, person, asOf, since)

    /** The briefs of several people, in the order in which they are named. */
    @JvmStatic
    @Throws(KeypersonException::class)
    public fun briefs(journal: Journal, policy: Policy, people: List<String>, asOf: String): List<Brief> =
        com.keyperson.briefs(journal, policy, people, asOf)

    /** Everybody at every partner, each partner's people ranked among themselves. */
    @JvmStatic
    @Throws(KeypersonException::class)
    public fun portfolio(journal: Journal, policy: Policy, asOf: String): Portfolio = com.keyperson.portfolio(journal, policy, asOf)

    /** The people of one partner in their order, as far as the evidence tells them apart. */
    @JvmStatic
    @Throws(KeypersonException::class)
    public fun rank(journal: Journal, policy: Policy, partner: String, asOf: String): Ranking =
        com.keyperson.rank(journal, policy, partner, asOf)

    /** What moved a person between two dates. */
    @JvmStatic
    @Throws(KeypersonException::class)
    public fun change(journal: Journal, policy: Policy, person: String, since: String, asOf: String): Change =
        com.keyperson.change(journal, policy, person, since, asOf)

    /** The facts behind the numbers of a brief, and back: all, those of a `pointer` into it, or what came of one `fact`. */
    @JvmStatic
    @JvmOverloads
    @Throws(KeypersonException::class)
    public fun trail(journal: Journal, policy: Policy, person: String, asOf: String, pointer: String? = null, fact: String? = null): Trail =
        com.keyperson.trail(journal, policy, person, asOf, pointer, fact)

    /** The coming regular meetings of a person. */
    @JvmStatic
    @Throws(KeypersonException::class)
    public fun schedule(journal: Journal, policy: Policy, person: String, asOf: String): Schedule =
        com.keyperson.schedule(journal, policy, person, asOf)

    /** The brief as it is, and as it would be with other values of traits (0 to 1) and remedies of the policy. */
    @JvmStatic
    @JvmOverloads
    @Throws(KeypersonException::class)
    public fun whatIf(journal: Journal, policy: Policy, person: String, asOf: String, traits: Map<Trait, Double>, remedies: List<String> = emptyList()): WhatIf =
        com.keyperson.whatIf(journal, policy, person, asOf, traits, remedies)

    /** The fit of values of traits (0 to 1) that are given, not estimated; a trait that is left out is unknown. */
    @JvmStatic
    @Throws(KeypersonException::class)
    public fun fit(policy: Policy, traits: Map<Trait, Double>): Fit = com.keyperson.fit(policy, traits)

    /** The fits of many people at once, in their order. */
    @JvmStatic
    @Throws(KeypersonException::class)
    public fun fits(policy: Policy, people: List<Map<Trait, Double>>): List<Fit> = com.keyperson.fits(policy, people)

    /** A day in a business calendar: `to` counts the business days up to it, `days` finds the day so many later. */
    @JvmStatic
    @JvmOverloads
    @Throws(KeypersonException::class)
    public fun businessDay(policy: Policy, day: String, to: String? = null, days: Long? = null, calendar: String? = null): BusinessDay =
        com.keyperson.businessDay(policy, day, to, days, calendar)

    /** The draft, in Markdown, of the message by which executives tell the company who leads. */
    @JvmStatic
    @JvmOverloads
    @Throws(KeypersonException::class)
    public fun announcementDraft(journal: Journal, policy: Policy, person: String, asOf: String, language: Language = Language.JAPANESE): Draft =
        com.keyperson.announcementDraft(journal, policy, person, asOf, language)

    /** The draft, in Markdown, of the case study of a won deal; `partner` where several have a deal of that id. */
    @JvmStatic
    @JvmOverloads
    @Throws(KeypersonException::class)
    public fun caseStudyDraft(journal: Journal, policy: Policy, deal: String, asOf: String, language: Language = Language.JAPANESE, partner: String? = null): Draft =
        com.keyperson.caseStudyDraft(journal, policy, deal, asOf, language, partner)

    /** What a finding says, in sentences. */
    @JvmStatic
    @JvmOverloads
    @Throws(KeypersonException::class)
    public fun text(finding: Finding, language: Language = Language.JAPANESE): FindingText = findingText(finding, language)

    /** What is wrong, in one sentence. */
    @JvmStatic
    @JvmOverloads
    public fun text(problem: Problem, language: Language = Language.JAPANESE): String = problem.text(language)

    /** What to do about a problem, in one sentence. */
    @JvmStatic
    @JvmOverloads
    public fun hintIn(problem: Problem, language: Language = Language.JAPANESE): String = problem.hintIn(language)

    /** The JSON form: a question as text in, the answer as text out, the same bytes in every language. */
    @JvmStatic
    @Throws(KeypersonException::class)
    public fun ask(question: String): String = com.keyperson.ask(question)

    /** The JSON form of a question about facts and a policy that were read before. */
    @JvmStatic
    @Throws(KeypersonException::class)
    public fun askAbout(journal: Journal, policy: Policy, question: String): String = com.keyperson.askAbout(journal, policy, question)
}
