package com.keyperson

import java.nio.ByteBuffer
import java.time.DateTimeException
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import java.time.OffsetDateTime
import java.time.ZoneOffset

/*
 * An answer holds hundreds of dates, over which texts and java.time's general parsers take longer than reading
 * everything else. The one form that the core writes is read where it lies; anything else as a text.
 */

/** The day at the buffer's position. */
internal fun readDay(buffer: ByteBuffer): LocalDate = read(buffer, ::day, LocalDate::parse)

/** The instant at the buffer's position. */
internal fun readInstant(buffer: ByteBuffer): OffsetDateTime = read(buffer, ::instant, OffsetDateTime::parse)

private inline fun <T> read(buffer: ByteBuffer, inOneForm: (ByteArray, Int, Int) -> T?, parse: (String) -> T): T {
    val length = buffer.getInt()
    val start = buffer.position()
    buffer.position(start + length)
    val bytes = buffer.array()
    return try {
        inOneForm(bytes, start, start + length)
    } catch (_: DateTimeException) {
        null
    } ?: parse(String(bytes, start, length, Charsets.UTF_8))
}

/** `2026-04-30`. */
private fun day(text: ByteArray, from: Int, to: Int): LocalDate? {
    if (to - from != 10 || !stands('-', text, from + 4) || !stands('-', text, from + 7)) return null
    val (century, year) = pair(text, from) to pair(text, from + 2)
    // A part that is no number is negative, which no month, day or time has.
    return if (century < 0 || year < 0) null else LocalDate.of(century * 100 + year, pair(text, from + 5), pair(text, from + 8))
}

/** `2026-04-30T09:00:00[.123456789]+09:00` or `…Z`. */
private fun instant(text: ByteArray, from: Int, to: Int): OffsetDateTime? {
    if (to - from < 20 || !stands('T', text, from + 10)) return null
    if (!stands(':', text, from + 13) || !stands(':', text, from + 16)) return null
    var (nanoseconds, at) = 0 to from + 19
    if (stands('.', text, at)) {
        val first = at + 1
        at = first
        while (at < to && text[at] - ZERO in 0..9) at += 1
        if (at == first || at - first > 9) return null
        nanoseconds = number(text, first, at)
        repeat(9 - (at - first)) { nanoseconds *= 10 }
    }
    val offset = when {
        to == at + 1 && stands('Z', text, at) -> ZoneOffset.UTC
        to != at + 6 || !stands(':', text, at + 3) -> return null
        else -> {
            val sign = if (stands('+', text, at)) 60 else if (stands('-', text, at)) -60 else return null
            val (hours, minutes) = pair(text, at + 1) to pair(text, at + 4)
            if (hours < 0 || minutes !in 0..59) return null
            offset((hours * 60 + minutes) * sign)
        }
    }
    val day = day(text, from, from + 10) ?: return null
    val time = LocalTime.of(pair(text, from + 11), pair(text, from + 14), pair(text, from + 17), nanoseconds)
    return OffsetDateTime.of(LocalDateTime.of(day, time), offset)
}

/** The offset met last: those of an answer are mostly one. Threads that overwrite it lose nothing, as it never changes. */
private var latest: ZoneOffset = ZoneOffset.UTC

private fun offset(seconds: Int): ZoneOffset {
    val known = latest
    return if (known.totalSeconds == seconds) known else ZoneOffset.ofTotalSeconds(seconds).also { latest = it }
}

private fun stands(sign: Char, text: ByteArray, at: Int): Boolean = text[at] == sign.code.toByte()

/** The number that two digits make, or -1. */
private fun pair(text: ByteArray, at: Int): Int {
    val (tens, ones) = text[at] - ZERO to text[at + 1] - ZERO
    return if (tens in 0..9 && ones in 0..9) tens * 10 + ones else -1
}

/** The number that the digits from one place to another make, or -1. */
private fun number(text: ByteArray, from: Int, to: Int): Int {
    var number = 0
    for (at in from until to) {
        val digit = text[at] - ZERO
        if (digit !in 0..9) return -1
        number = number * 10 + digit
    }
    return number
}

private const val ZERO = '0'.code.toByte()
