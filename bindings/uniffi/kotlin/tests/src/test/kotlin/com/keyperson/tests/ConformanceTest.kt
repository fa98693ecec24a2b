package com.keyperson.tests

import com.keyperson.*
import java.security.MessageDigest
import java.util.HexFormat
import kotlinx.serialization.json.*
import org.junit.jupiter.api.Assertions.*
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory

/** Runs every case of `tests/conformance`, in the JSON form and in the typed form. */
class ConformanceTest {
    private val cases = root.resolve("tests/conformance/cases").listFiles().orEmpty().sorted()
        .flatMap { json(it.readText()).jsonObject.getValue("cases").jsonArray }.map { it.jsonObject }

    @TestFactory
    fun `the JSON form`(): List<DynamicTest> = counted("JSON", cases.size) { case ->
        val answer = ask(question(case))
        val document = json(answer)
        for ((pointer, wanted) in case["expect"]?.jsonObject.orEmpty())
            assertTrue(matches(at(document, pointer), wanted)) { "${case.text("says")} $pointer: ${answer.take(1500)}" }
        case["errors"]?.let { assertEquals(problems(it), problems(document.jsonObject.getValue("errors"))) }
        assertEquals(case.text("sha256"), sha256(part(case, answer))) { answer.take(1500) }
        true
    }

    @TestFactory
    fun `the typed form`(): List<DynamicTest> = counted("typed", cases.size * 9 / 10) { case ->
        val question = case["ask"] as? JsonObject ?: return@counted false
        val refused = json(ask(question(case))).jsonObject["errors"]?.jsonArray?.map { it.jsonObject.text("code") }
        try {
            val answer = typed(question) ?: return@counted false
            assertEquals(case.text("sha256"), sha256(part(case, """{"answer":$answer}"""))) { answer.take(1500) }
        } catch (error: KeypersonException.Refused) {
            val told = error.problems.map { it.code }
            // Policy and facts are read one after the other here, so not all problems may be told at once.
            assertTrue(refused != null && refused.containsAll(told)) { "${case.text("id")}: $told of $refused" }
        }
        true
    }

    /** One test a case, and one that there were enough of them. */
    private fun counted(form: String, enough: Int, test: (JsonObject) -> Boolean): List<DynamicTest> {
        val (run, untyped) = mutableListOf<String>() to mutableListOf<String>()
        val tests = cases.map { case -> case.text("id")!!.let { id -> dynamicTest(id) { (if (test(case)) run else untyped) += id } } }
        return tests + dynamicTest("enough") {
            println("conformance: ${run.size} of ${cases.size} cases in the $form form; without types: $untyped")
            assertTrue(cases.size > 900 && run.size >= enough) { "${run.size} of ${cases.size}" }
        }
    }

    private fun question(case: JsonObject): String = case["ask"]?.toString() ?: case.text("ask_text")
        ?: case.getValue("ask_repeat").jsonObject.let { it.text("prefix") + it.text("unit")!!.repeat(it.getValue("times").jsonPrimitive.int) + it.text("suffix") }

    /** The answer by types, as JSON; null for what types rule out. */
    private fun typed(ask: JsonObject): String? {
        if (ask.keys.any { it !in MEMBERS } || ask["policy"] is JsonPrimitive || ask["facts"] is JsonObject) return null
        val policy = ask["policy"]?.let { Policy.fromJson("$it") } ?: Policy.default()
        val facts = ask["facts"].let { if (it is JsonArray) it.joinToString("\n") else ask.text("facts").orEmpty() }
        // Through the typed facts and back.
        val journal = Journal.fromFacts(Journal.fromJsonLines(facts).facts())
        val (person, day, since) = listOf("person", "day", "since").map { ask.text(it) }
        val asOf = ask.text("as_of") ?: if (ask.text("do") in setOf("facts", "policy", "business_day", "fit")) "" else return null
        val language = if (ask.text("language") == "en") Language.ENGLISH else Language.JAPANESE
        return when (ask.text("do")) {
            "facts" -> """{"facts":${journal.size()},"people":${journal.people().size},"partners":${journal.partners().size}}"""
            "policy" -> Policy.fromDocument(policy.document()).toJson()
            "brief" -> brief(journal, policy, person ?: return null, asOf, since).told(Brief::toJson)
            "portfolio" -> portfolio(journal, policy, asOf).told(Portfolio::toJson)
            "change" -> change(journal, policy, person ?: return null, since ?: return null, asOf).told(Change::toJson)
            "rank" -> rank(journal, policy, ask.text("partner") ?: return null, asOf).told(Ranking::toJson)
            "schedule" -> schedule(journal, policy, person ?: return null, asOf).told(Schedule::toJson)
            "what_if" -> whatIf(journal, policy, person ?: return null, asOf, traits(ask), ask["remedies"]?.jsonArray.orEmpty().map { it.jsonPrimitive.content }).told(WhatIf::toJson)
            "trail" -> trail(journal, policy, person ?: return null, asOf, ask.text("pointer"), ask.text("fact")).told(Trail::toJson)
            "draft" -> (
                if (ask.text("draft") == "announcement") announcementDraft(journal, policy, person ?: return null, asOf, language)
                else caseStudyDraft(journal, policy, ask.text("deal") ?: return null, asOf, language, ask.text("partner"))
            ).told(Draft::toJson)
            "business_day" -> businessDay(policy, day ?: return null, ask.text("to"), ask["days"]?.jsonPrimitive?.long, ask.text("calendar")).told(BusinessDay::toJson)
            else -> null
        }
    }

    /** Values of traits; a name that is none has no type. */
    private fun traits(ask: JsonObject): Map<Trait, Double> = ask["traits"]?.jsonObject.orEmpty()
        .filterValues { it !is JsonNull }.map { (name, value) -> Trait.valueOf(name.uppercase()) to value.jsonPrimitive.double }.toMap()

    /** The answer as JSON, which says what its typed fields say. */
    private fun <T : AutoCloseable> T.told(write: (T) -> String): String = use { answer ->
        write(answer).also { assertEquals(emptyList<String>(), differences(answer, json(it))) }
    }

    /** The part of an answer that a case is about, as the README of the corpus describes it. */
    private fun part(case: JsonObject, answer: String): String {
        val names = case["expect"]?.jsonObject?.keys.orEmpty().map { it.split("/") }.filter { it.size > 2 && it[1] == "answer" }.map { it[2] }
        if (case["whole"] != null || names.isEmpty() || !answer.startsWith(OPENING)) return answer
        val named = mutableListOf<String>()
        var (start, depth) = OPENING.length to 0
        for (token in TOKENS.findAll(answer, start)) when (token.value) {
            "{", "[" -> depth += 1
            ",", "}", "]" -> if (depth == 0) {
                val member = answer.substring(start, token.range.first)
                if (member.split('"')[1] in names) named += member
                if (token.value == "}") return named.joinToString("\n")
                start = token.range.first + 1
            } else if (token.value != ",") depth -= 1
        }
        error("no JSON object: $answer")
    }

    private fun problems(of: JsonElement) = of.jsonArray.map { it.jsonObject }.map { Triple(it.text("code"), it.text("path"), it["line"]?.jsonPrimitive?.intOrNull) }

    private fun sha256(text: String): String = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.toByteArray()))

    private companion object {
        const val OPENING = """{"answer":{"""
        // Possessive, so that a long text takes no depth of the stack.
        val TOKENS = Regex(""""(?:[^"\\]++|\\.)*+"|[{}\[\],]""")
        val MEMBERS = "do facts policy person as_of since pointer fact calendar day to days draft deal partner language traits remedies".split(" ")
    }
}
