package com.keyperson.tests

import java.io.File
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What is closed is an error for every function, and ends no process: `Handles.kt` asks, in a process of its own. */
class HandlesTest {
    private fun child(what: String): List<String> {
        val java = "${System.getProperty("java.home")}/bin/java"
        val command = listOf(java, "-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=target/handles-$what.log", "-cp", System.getProperty("java.class.path"), "com.keyperson.tests.HandlesKt", what)
        val told = File("target/handles-$what.txt")
        val process = ProcessBuilder(command).redirectErrorStream(true).redirectOutput(told).start()
        val code = process.waitFor()
        assertEquals(0, code) { told.readText() }
        return told.readLines()
    }

    @Test
    fun `a closed handle is refused by every function`() {
        val asked = child("before").map { it.split(' ') }
        // Some of those that must be among them, and how many handles they take.
        val known = mapOf("KeypersonKt.brief" to 2, "KeypersonKt.fit" to 1, "KeypersonKt.askAbout" to 2, "Journal.merge" to 2, "Journal.facts" to 1, "JournalBuilder.finish" to 1, "Policy.document" to 1, "Brief.fit" to 1, "Brief.toHtml" to 1, "Schedule.toCalendar" to 2, "WhatIf.after" to 1)
        for ((name, handles) in known) assertEquals(listOf("$handles"), asked.filter { it[0] == name }.map { it[1] }, name)
        // With good handles most of them answer: it is the handle that is refused, and nothing else.
        assertTrue(asked.count { it[2] == "answered" } > asked.size * 3 / 4) { "$asked" }
    }

    @Test
    fun `a handle that is closed meanwhile is read to the end or refused`() {
        val (answered, refused) = Regex("(\\d+) answered, (\\d+) refused").find(child("meanwhile").last())!!.destructured
        assertTrue(answered.toInt() > 0 && refused.toInt() > 0) { "$answered, $refused" }
    }

    @Test
    fun `a refused call keeps nothing`() {
        // Each of 60 rounds has a journal of some 4 MB, thrice in a call that is refused.
        val grown = child("kept").last().substringBefore(' ').toLong()
        assertTrue(grown < 100_000) { "$grown kB" }
    }
}
