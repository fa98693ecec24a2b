package com.keyperson.tests

import com.keyperson.*
import java.io.File
import java.util.concurrent.atomic.AtomicLong
import kotlin.concurrent.thread
import kotlinx.serialization.json.*

/**
 * Measures a brief from 500 facts through the jar beside the core's own time, which is told in a file written by
 * `one-person` of the benches; with `load`, four threads for a minute and the memory that they take.
 */
fun main(arguments: Array<String>) {
    val told = Json.parseToJsonElement(File(arguments[0]).readText()).jsonObject
    val journal = Journal.fromJsonLines(told.getValue("facts").jsonPrimitive.content)
    val (person, asOf) = listOf("person", "as_of").map { told.getValue(it).jsonPrimitive.content }
    val policy = Policy.default()
    val question = """{"do":"brief","person":"$person","as_of":"$asOf"}"""
    if ("load" in arguments) return load(journal, policy, question, person, asOf)

    val core = told.getValue("brief_microseconds").jsonPrimitive.double
    val rows = listOf(
        "core: brief" to core,
        "core: brief as JSON text" to told.getValue("json_microseconds").jsonPrimitive.double,
        "Kotlin: askAbout" to least { askAbout(journal, policy, question) },
        "Kotlin: brief" to least { brief(journal, policy, person, asOf) },
        "Kotlin: brief and briefToHtml" to least { briefToHtml(brief(journal, policy, person, asOf), Language.JAPANESE) },
    )
    println("A brief from ${journal.size()} facts (${askAbout(journal, policy, question).length} characters of JSON):")
    for ((what, time) in rows) println("  %-30s %7.0f µs  %6.2f × the core's brief".format(what, time, time / core))
}

/** The least time of many rounds, in microseconds, after some to warm up. */
private fun least(work: () -> Any): Double {
    repeat(3000) { work() }
    return (1..1000).minOf { System.nanoTime().let { started -> work(); System.nanoTime() - started } } / 1e3
}

private fun load(journal: Journal, policy: Policy, question: String, person: String, asOf: String) {
    val (calls, end) = AtomicLong() to System.nanoTime() + 60_000_000_000
    val facts = journal.toJsonLines()
    val threads = List(4) {
        thread {
            while (System.nanoTime() < end) {
                askAbout(journal, policy, question)
                briefToJson(brief(journal, policy, person, asOf))
                runCatching { brief(journal, policy, "nobody", asOf) }
                // A journal that nobody closes is given back when it is collected.
                Journal.fromJsonLines(facts).size()
                calls.addAndGet(5)
            }
        }
    }
    println("four threads for 60 s:  seconds  calls    memory of the process  heap in use")
    while (threads.any { it.isAlive }) {
        Thread.sleep(5000)
        System.gc()
        val resident = File("/proc/self/status").readLines().first { it.startsWith("VmRSS:") }.filter(Char::isDigit).toLong() / 1024
        val heap = Runtime.getRuntime().run { totalMemory() - freeMemory() } / (1024 * 1024)
        println("  %28d %8d %19d MiB %8d MiB".format(60 - (end - System.nanoTime()) / 1_000_000_000, calls.get(), resident, heap))
    }
}
