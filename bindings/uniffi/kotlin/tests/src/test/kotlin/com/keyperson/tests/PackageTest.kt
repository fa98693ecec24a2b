package com.keyperson.tests

import com.keyperson.*
import java.io.File
import java.nio.ByteBuffer
import java.nio.file.Path
import java.time.LocalDate
import java.time.OffsetDateTime
import java.time.ZoneOffset
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import kotlinx.serialization.json.jsonObject
import org.junit.jupiter.api.Assertions.*
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir

/** The jar as a program meets it. */
class PackageTest {
    private val at = OffsetDateTime.parse("2026-01-06T09:00:00+09:00")

    private fun rating(id: String, person: String, name: String = "Sato") = Fact(id, at, "acme", person, event = Event.Rating(Trait.DRIVE, 0.9, by = name))

    @Test
    fun `tests run against the jar, which carries the library`() {
        val place = File(Journal::class.java.protectionDomain.codeSource.location.toURI())
        assertTrue(place.isFile && place.extension == "jar") { "$place" }
        val loader = Journal::class.java.classLoader
        assertNotNull(loader.getResource("${com.sun.jna.Platform.RESOURCE_PREFIX}/libkeyperson_uniffi.so"))
        for (name in listOf("LICENSE-MIT", "LICENSE-APACHE", "README.md")) {
            val here = root.resolve(if (name == "README.md") "bindings/uniffi/README.md" else name)
            val packed = loader.getResources("META-INF/$name").toList().filter { place.path in it.path }
            assertEquals(listOf(here.readText()), packed.map { it.readText() }, name)
        }
        // The one that was loaded is the jar's, which JNA writes into a file of its own, and no other build's.
        val loaded = com.sun.jna.NativeLibrary.getInstance("keyperson_uniffi").file
        assertTrue(loaded.name.startsWith("jna")) { "$loaded" }
    }

    @Test
    fun `the example of the README does what it says`() {
        val journal = Journal.fromFacts(listOf(
            Fact("f-1", OffsetDateTime.parse("2026-01-06T09:00:00+09:00"), "acme", "p-001", event = Event.Rating(Trait.DRIVE, 0.9, by = "Sato")),
            Fact("f-2", OffsetDateTime.parse("2026-01-07T09:00:00+09:00"), "acme", "p-001", event = Event.Allocation(hoursPerWeek = 1.0)),
        ))
        val policy = Policy.fromJson("""{"name":"ours","fit":{"bar":0.6}}""")
        val brief = brief(journal, policy, "p-001", asOf = "2026-01-31")

        assertEquals("drive_without_time", brief.mismatches.first { it.state == MismatchState.PRESENT }.pattern)
        brief.findingTexts(Language.JAPANESE).forEach { println("${it.title}: ${it.change}") }
        File("target/brief.ja.html").writeText(brief.toHtml(Language.JAPANESE))
        assertEquals(brief.toHtml(Language.JAPANESE), brief.toHtml())
    }

    @Test
    fun `the examples of the README are passages of these tests`() {
        val section = root.resolve("README.md").readText().substringAfter("\n## Kotlin and Java\n").substringBefore("\n## ")
        val blocks = Regex("```(kotlin|java)\n(.*?)```", RegexOption.DOT_MATCHES_ALL).findAll(section).map { it.destructured }.toList()
        assertEquals(listOf("kotlin", "java"), blocks.map { it.component1() })
        for ((language, block) in blocks) {
            val file = if (language == "kotlin") "kotlin/com/keyperson/tests/PackageTest.kt" else "java/com/keyperson/tests/JavaTest.java"
            fun lines(text: String) = text.lines().map { it.trim() }.filter { it.isNotEmpty() }.joinToString("\n")
            assertTrue(lines(block) in lines(File("src/test/$file").readText())) { block }
        }
    }

    @Test
    fun `the examples read facts, print a brief and save the page`(@TempDir folder: Path) {
        for (example in listOf("examples.BriefKt", "examples.Brief")) {
            val page = folder.resolve("brief.ja.html").toFile()
            fun run(vararg arguments: String): Pair<Int, String> {
                val path = System.getProperty("surefire.test.class.path") ?: System.getProperty("java.class.path")
                val command = listOf("${System.getProperty("java.home")}/bin/java", "-cp", path, example, *arguments)
                val process = ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start()
                val said = process.inputStream.bufferedReader().readText()
                return process.waitFor() to said
            }
            val (code, said) = run()
            assertEquals(0, code) { said }
            assertTrue("p-001: fit" in said && "the page is in" in said) { said }
            assertTrue(page.readText().startsWith("<!DOCTYPE html>", ignoreCase = true))
            assertTrue(page.delete())
            val facts = folder.resolve("facts.jsonl").toFile()
            facts.writeText(Journal.fromFacts(listOf(rating("f", "p-9"))).toJsonLines())
            assertEquals(0, run(facts.path, "p-9", "2026-04-30").first)
            val (refused, why) = run(facts.path, "nobody", "2026-04-30")
            assertEquals(1, refused)
            assertTrue(why.startsWith("unknown_person ")) { why }
        }
    }

    @Test
    fun `a planted panic is an ordinary error, and the next call works`() {
        val error = assertThrows<KeypersonException.Internal> { plantedPanic() }
        assertEquals("planted" to "internal: planted", error.reason to error.message)
        assertEquals("""{"answer":{"facts":0,"people":0,"partners":0}}""", ask("""{"do":"facts"}"""))
    }

    @Test
    fun `what is refused says code, place, problem and remedy`() {
        val journal = Journal.fromFacts(listOf(rating("f", "p")))
        val policy = Policy.default()
        fun refused(code: String, work: () -> Any) {
            val error = assertThrows<KeypersonException.Refused> { work() }
            val problem = error.problems.first()
            assertEquals(problem.message to problem.hint, problem.text(Language.ENGLISH) to problem.hintIn(Language.ENGLISH))
            assertEquals(Language.entries.toSet(), problem.texts.keys)
            assertEquals(problem.texts[Language.JAPANESE], ProblemText(problem.text(), problem.hintIn()))
            assertEquals(code, problem.code)
            assertEquals(error.problems.size.toLong(), error.count)
            assertEquals("$code ${problem.place}: ${problem.message}; ${problem.hint}", error.message.lines().first())
        }
        refused("unknown_person") { brief(journal, policy, "q", "2026-01-31") }
        refused("bad_instant") { brief(journal, policy, "p", "yesterday") }
        refused("unknown_partner") { rank(journal, policy, "q", "2026-01-31") }
        refused("out_of_range") { fit(policy, mapOf(Trait.DRIVE to 1.5)) }
        refused("not_finite") { fit(policy, mapOf(Trait.DRIVE to Double.NaN)) }
        refused("out_of_range") { Journal.fromFacts(listOf(rating("f", "p").copy(event = Event.Rating(Trait.DRIVE, 2.0, by = "S")))) }
        refused("fact_conflict") { journal.merge(Journal.fromFacts(listOf(rating("f", "other")))) }
        refused("out_of_range") { Policy.fromJson("""{"fit":{"bar":7}}""") }
        refused("not_utf8") { Journal.fromJsonLinesBytes(byteArrayOf(-1, -2)) }
        refused("unknown_calendar") { businessDay(policy, "2026-01-31", calendar = "mars") }

        val lines = assertThrows<KeypersonException.Refused> { Journal.fromJsonLines("x\n".repeat(1001)) }
        assertEquals(Triple(1000, 1001L, 7L), Triple(lines.problems.size, lines.count, lines.problems[6].line))
        assertEquals("line 7" to "and 1 more", lines.problems[6].place to lines.message.lines().last())
        val typed = assertThrows<KeypersonException.Refused> { Journal.fromJsonLines("""{"id":5}""") }
        assertTrue("line 1, /id" in typed.problems.map { it.place }) { "${typed.message}" }
    }

    @Test
    fun `names in all scripts`() {
        val names = listOf("佐藤 健太郎", "𠮷野家", "김민준", "Ælfgifu Þórsdóttir", "محمد بن سلمان", "יוסף כהן", "สมชาย ใจดี", "नेहा शर्मा", "Олександр", "Γιώργος", "Nguyễn Thị Hồng", "👩🏽‍💻 Zoë", "ｻﾄｳ")
        val facts = names.mapIndexed { index, name -> Fact("f-$index", at, "社-$index", "p-$name", source = name, event = Event.PersonRegistered(name = name)) }
        val journal = Journal.fromFacts(facts)
        assertEquals(facts.toSet(), journal.facts().toSet())
        for (name in names) {
            val brief = brief(journal, Policy.default(), "p-$name", "2026-01-31")
            assertEquals(name, brief.name)
            assertTrue(name in brief.toText(Language.JAPANESE))
        }
        // Half a character is none.
        assertThrows<java.nio.charset.CharacterCodingException> { ask("\ud800") }
        assertEquals("""{"answer":{"facts":0,"people":0,"partners":0}}""", ask("""{"do":"facts"}"""))
    }

    @Test
    fun `dates at both ends`() {
        val (first, last) = LocalDate.of(1900, 1, 1) to LocalDate.of(2200, 12, 31)
        val facts = listOf(first, last).mapIndexed { index, day ->
            Fact("f-$index", day.atTime(12, 0).atOffset(ZoneOffset.ofHours(9)), "acme", "p", event = Event.Rating(Trait.TIME, 0.5, by = "S", expires = last))
        }
        val journal = Journal.fromFacts(facts)
        assertEquals(facts, journal.facts())
        for (day in listOf(first, last)) {
            val brief = brief(journal, Policy.default(), "p", day.toString())
            assertEquals(day, brief.asOf.toLocalDate())
            assertEquals(brief.toJson(), ask("""{"do":"brief","facts":${journal.toJsonLines().lines().filter { it.isNotEmpty() }},"person":"p","as_of":"$day"}""").removeSurrounding("""{"answer":""", "}"))
        }
        assertEquals(first, businessDay(Policy.default(), "$first", days = 0).afterDays)
        assertEquals(last, businessDay(Policy.default(), "$last", days = 0).afterDays)
        for (beyond in listOf(first.minusDays(1), last.plusDays(1), LocalDate.of(10_000, 1, 1), LocalDate.MIN)) {
            assertThrows<KeypersonException.Refused> { brief(journal, Policy.default(), "p", "$beyond") }
            assertThrows<KeypersonException.Refused> { Journal.fromFacts(listOf(facts[0].copy(at = OffsetDateTime.of(beyond.atTime(12, 0), ZoneOffset.UTC)))) }
        }
    }

    @Test
    fun `100,000 facts`() {
        val traits = Trait.entries
        val facts = List(100_000) { index ->
            Fact("f-$index", at.plusDays(index % 90L), "社-${index / 1000}", "p-${index / 100}", event = Event.Rating(traits[index % traits.size], index % 10 / 10.0, by = "r-${index % 7}"))
        }
        val journal = Journal.fromFacts(facts)
        assertEquals(100_000, journal.size())
        val everybody = portfolio(journal, Policy.default(), "2026-04-30")
        assertEquals(1000 to 100, everybody.people.size to everybody.partners.size)
        assertEquals(100, brief(journal, Policy.default(), "p-500", "2026-04-30").facts)
        assertEquals(facts.toSet(), journal.facts().toSet())
        val builder = JournalBuilder.begin()
        journal.toJsonLines().lineSequence().chunked(7000).forEach { builder.pushJsonLines(it.joinToString("\n", postfix = "\n")) }
        assertEquals(100_000, builder.finish().size())
    }

    @Test
    fun `threads share a journal and a policy`() {
        val journal = Journal.fromFacts(List(500) { rating("f-$it", "p-${it % 5}", "S-$it") })
        val policy = Policy.default()
        val wanted = List(5) { brief(journal, policy, "p-$it", "2026-04-30").toJson() }
        val threads = Executors.newFixedThreadPool(8)
        try {
            val tasks = List(400) { index -> Callable { brief(journal, policy, "p-${index % 5}", "2026-04-30").toJson() } }
            threads.invokeAll(tasks).forEachIndexed { index, told -> assertEquals(wanted[index % 5], told.get()) }
            // A builder that many threads fill loses nothing.
            val builder = JournalBuilder.begin()
            threads.invokeAll(List(8) { part -> Callable { repeat(100) { builder.pushJsonLines(Journal.fromFacts(listOf(rating("t-$part-$it", "p"))).toJsonLines()) } } }).forEach { it.get() }
            assertEquals(800, builder.finish().size())
        } finally {
            threads.shutdownNow()
        }
    }

    @Test
    fun `what was closed is not used`() {
        val journal = Journal.fromFacts(listOf(rating("f", "p")))
        journal.close()
        journal.close()
        assertThrows<IllegalStateException> { journal.size() }
    }

    @Test
    fun `answers move with what is supposed`() {
        val journal = Journal.fromFacts(listOf(rating("f", "p")))
        val told = whatIf(journal, Policy.default(), "p", "2026-01-31", mapOf(Trait.TIME to 1.0), emptyList())
        assertEquals(told.before, brief(journal, Policy.default(), "p", "2026-01-31"))
        assertNotEquals(told.before.fit, told.after.fit)
        assertEquals("p", json(told.after.toJson()).jsonObject.text("person"))
    }

    /** As an instant comes out of the library, or what was thrown. */
    private fun lifted(text: String): Any {
        val bytes = text.encodeToByteArray()
        val buffer = ByteBuffer.allocate(4 + bytes.size).putInt(bytes.size).put(bytes).flip()
        return runCatching { FfiConverterTypeInstant.read(buffer) }.getOrElse { it.javaClass }
    }

    @Test
    fun `instants are read as OffsetDateTime reads them`() {
        val days = listOf("1900-01-01", "2200-12-31", "2026-02-28", "2024-02-29", "2023-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01", "9999-12-31", "2026-4-30", "20260430", "+2026-04-30", "-026-04-30", "２026-04-30")
        val times = listOf("00:00:00", "23:59:59", "09:30:15", "24:00:00", "23:60:00", "23:59:60", "-9:00:00", "09:00", "9:00:00", "09.00.00")
        val fractions = listOf("", ".", ".0", ".5", ".123", ".123456", ".123456789", ".000000001", ".999999999", ".1234567890", ".12x", ",5", ".-1")
        val offsets = listOf("Z", "z", "+00:00", "-00:00", "+09:00", "-09:30", "+05:45", "+18:00", "-18:00", "+18:01", "+17:60", "+9:00", "+0900", "+09", "+09:00:30", "+-9:00", "09:00", "", "+09:00 ")
        var read = 0
        for (day in days) for (time in times) for (fraction in fractions) for (offset in offsets) {
            for (between in listOf("T", "t", " ")) {
                val text = day + between + time + fraction + offset
                val expected = runCatching { OffsetDateTime.parse(text) }.getOrElse { it.javaClass }
                assertEquals(expected, lifted(text), text)
                if (expected is OffsetDateTime) read += 1
            }
        }
        assertTrue(read > 1000) { "$read" }
        for (text in listOf("", "Z", "2026-04-30T09:00:00", "2026-04-30")) assertTrue(lifted(text) is Class<*>) { text }
    }
}
