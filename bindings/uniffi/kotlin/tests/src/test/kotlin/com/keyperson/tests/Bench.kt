package com.keyperson.tests

import com.keyperson.*
import java.io.File
import java.util.concurrent.atomic.AtomicLong
import kotlin.concurrent.thread
import kotlinx.serialization.json.*

/**
 * Measures a brief from 500 facts through the jar, in turn with the core: the first argument is the path of
 * `one-person` of the benches, which measures the core whenever it is asked. With `load`, four threads for two minutes
 * and the memory that they take.
 */
fun main(arguments: Array<String>) {
    val core = ProcessBuilder(arguments[0]).redirectError(ProcessBuilder.Redirect.INHERIT).start()
    val (asks, tells) = core.outputWriter() to core.inputReader()
    val told = Json.parseToJsonElement(tells.readLine()).jsonObject
    val journal = Journal.fromJsonLines(told.getValue("facts").jsonPrimitive.content)
    val (person, asOf) = listOf("person", "as_of").map { told.getValue(it).jsonPrimitive.content }
    val policy = Policy.default()
    val question = """{"do":"brief","person":"$person","as_of":"$asOf"}"""
    if ("load" in arguments) return asks.close().also { load(journal, policy, question, person, asOf) }

    val fields = Class.forName("com.keyperson.AnswersKt").declaredMethods.filter { it.parameterTypes.toList() == listOf(Brief::class.java) }
    val works = listOf<() -> Any?>(
        { askAbout(journal, policy, question) },
        { brief(journal, policy, person, asOf).close() },
        { brief(journal, policy, person, asOf).use { listOf(it.name, it.readiness, it.fit.score) } },
        { brief(journal, policy, person, asOf).use { one -> fields.map { it.invoke(null, one) } } },
        { brief(journal, policy, person, asOf).use { it.toHtml(Language.JAPANESE) } },
    )
    // So much that the JIT has nothing left to do.
    for (work in works) repeat(5000) { work() }
    val names = listOf("core: brief", "core: brief as JSON text", "Kotlin: JSON (askAbout)", "Kotlin: typed (brief)", "Kotlin: typed, a few fields", "Kotlin: typed, every field", "Kotlin: brief and its page")
    val times = names.map { mutableListOf<Double>() }
    repeat(TURNS) {
        asks.run { newLine(); flush() }
        val turn = Json.parseToJsonElement(tells.readLine()).jsonObject
        listOf("brief", "json").zip(times).forEach { (what, all) -> turn.getValue(what).jsonArray.forEach { all += it.jsonPrimitive.double / 1e3 } }
        works.zip(times.drop(2)).forEach { (work, all) -> all += timed(work) }
    }
    asks.close()

    val (brief, json) = times
    println("A brief from ${journal.size()} facts (${askAbout(journal, policy, question).length} characters of JSON), $TURNS turns with the core:")
    println("  %-30s %9s %9s %18s %18s".format("", "least", "median", "× core's brief", "× core's JSON"))
    for ((name, all) in names.zip(times)) {
        val ratios = listOf(brief, json).map { "%.2f (%.2f)".format(all.min() / it.min(), median(all) / median(it)) }
        println("  %-30s %6.0f µs %6.0f µs %18s %18s".format(name, all.min(), median(all), ratios[0], ratios[1]))
    }
    println("Ratios are of the least times, in brackets of the medians. At most $LIMIT × the core making the same:")
    for ((name, all, of) in listOf(Triple("JSON", times[2], json), Triple("typed", times[3], brief))) {
        val ratio = all.min() / of.min()
        println("  %-6s %.2f %s".format(name, ratio, if (ratio <= LIMIT) "holds" else "MISSED"))
    }
}

/** What a brief through the jar may cost, in times of the core's own. */
private const val LIMIT = 1.3
private const val TURNS = 40

/** The times of one turn, in microseconds. */
private fun timed(work: () -> Any?): List<Double> =
    List(40) { System.nanoTime().let { started -> work(); (System.nanoTime() - started) / 1e3 } }

private fun median(times: List<Double>): Double = times.sorted()[times.size / 2]

private fun load(journal: Journal, policy: Policy, question: String, person: String, asOf: String) {
    val (calls, end) = AtomicLong() to System.nanoTime() + SECONDS * 1_000_000_000
    val facts = journal.toJsonLines()
    val threads = List(4) {
        thread {
            while (System.nanoTime() < end) {
                askAbout(journal, policy, question)
                brief(journal, policy, person, asOf).toJson()
                runCatching { brief(journal, policy, "nobody", asOf) }
                // A journal that nobody closes is given back when it is collected.
                Journal.fromJsonLines(facts).size()
                calls.addAndGet(5)
            }
        }
    }
    // What the process takes grows while code is compiled and arenas fill; a leak goes on growing after that.
    println("four threads for $SECONDS s:  seconds  calls    memory of the process  heap in use")
    val resident = mutableListOf<Long>()
    while (threads.any { it.isAlive }) {
        Thread.sleep(5000)
        System.gc()
        resident += File("/proc/self/status").readLines().first { it.startsWith("VmRSS:") }.filter(Char::isDigit).toLong() / 1024
        val heap = Runtime.getRuntime().run { totalMemory() - freeMemory() } / (1024 * 1024)
        println("  %28d %8d %19d MiB %8d MiB".format(SECONDS - (end - System.nanoTime()) / 1_000_000_000, calls.get(), resident.last(), heap))
    }
    val thirds = resident.chunked((resident.size + 2) / 3).map { it.average() }
    println("memory of the process on average: " + listOf("first", "second", "last").zip(thirds).joinToString { (name, mean) -> "$name third %.0f MiB".format(mean) })
}

/** How long the load lasts. */
private const val SECONDS = 120L
