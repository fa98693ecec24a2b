package com.keyperson.tests

import com.keyperson.*
import java.lang.reflect.ParameterizedType
import java.lang.reflect.Type
import java.nio.charset.CharacterCodingException
import java.time.OffsetDateTime
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Half a character is no text for any function, and never becomes another. */
class TextsTest {
    private val halves = listOf("\ud800", "\udfff", "a\ud800b", "\udfb7\ud842", "佐藤\ud83d")

    private fun isTexts(type: Type) = type is ParameterizedType && type.rawType == List::class.java && type.actualTypeArguments[0] == String::class.java

    @Test
    fun `every function that takes a text refuses half a character`() {
        val asked = functions().filter { function -> function.types.any { it == String::class.java || isTexts(it) } }
        assertTrue(asked.map { "$it" }.containsAll(listOf("KeypersonKt.brief", "KeypersonKt.briefs", "KeypersonKt.ask", "Companion.fromJsonLines", "Companion.fromToml", "JournalBuilder.pushJsonLines")), "$asked")
        for (function in asked) for ((index, type) in function.types.withIndex()) for (half in halves) {
            val bad = if (type == String::class.java) half else if (isTexts(type)) listOf("p", half) else continue
            val given = function.types.mapIndexed { at, of -> if (at == index) bad else make(of) }
            val error = function.ask(given).exceptionOrNull()
            assertTrue(error is CharacterCodingException) { "$function, argument $index: $error" }
            given.forEach { (it as? AutoCloseable)?.close() }
        }
    }

    @Test
    fun `facts, policies and findings hold no half character`() {
        val fact = Fact("f", OffsetDateTime.parse("2026-01-06T09:00:00+09:00"), "a", "p", event = Event.PersonRegistered(name = "佐藤"))
        val policy = Policy.default()
        val finding = Journal.fromFacts(listOf(fact)).use { brief(it, policy, "p", "2026-01-31") }.findings.first()
        for (half in halves) {
            val facts = listOf(fact.copy(id = half), fact.copy(partner = half), fact.copy(person = half), fact.copy(source = half), fact.copy(event = Event.PersonRegistered(name = half)))
            for (bad in facts) assertThrows<CharacterCodingException> { Journal.fromFacts(listOf(fact, bad)) }
            assertThrows<CharacterCodingException> { Policy.fromDocument(policy.document().copy(name = half)) }
            assertThrows<CharacterCodingException> { finding.copy(about = half).text(Language.JAPANESE) }
            val escaped = """{"id":"f","at":"2026-01-06T09:00:00+09:00","partner":"a","person":"p","type":"person_registered","name":"${half.map { "\\u%04x".format(it.code) }.joinToString("")}"}"""
            assertEquals("not_json", assertThrows<KeypersonException.Refused> { Journal.fromJsonLines(escaped) }.problems.single().code)
        }
        assertEquals("𠮷", Journal.fromFacts(listOf(fact.copy(person = "\ud842\udfb7"))).use { it.people().single() })
    }
}
