package com.keyperson

import java.time.DateTimeException
import java.time.LocalDateTime
import java.time.OffsetDateTime
import java.time.ZoneOffset

/**
 * What [OffsetDateTime.parse] gives. An answer holds hundreds of instants, over which the general parser takes longer
 * than reading everything else; the one form that the core writes, `2026-04-30T09:00:00[.123456789]+09:00` or `…Z`, is
 * read here, anything else there.
 */
internal fun instantOf(text: String): OffsetDateTime =
    try {
        inOneForm(text)
    } catch (_: DateTimeException) {
        null
    } ?: OffsetDateTime.parse(text)

/** The instant, where the text has the core's form. */
private fun inOneForm(text: String): OffsetDateTime? {
    if (text.length < 20) return null
    if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':') return null
    var (nanoseconds, at) = 0 to 19
    if (text[19] == '.') {
        at = 20
        while (at < text.length && text[at] in '0'..'9') at += 1
        if (at == 20 || at > 29) return null
        nanoseconds = number(text, 20, at)
        repeat(29 - at) { nanoseconds *= 10 }
    }
    val offset = when {
        text.length == at + 1 && text[at] == 'Z' -> ZoneOffset.UTC
        text.length != at + 6 || text[at + 3] != ':' || text[at] !in "+-" -> return null
        else -> {
            val (hours, minutes) = number(text, at + 1, at + 3) to number(text, at + 4, at + 6)
            if (hours < 0 || minutes !in 0..59) return null
            ZoneOffset.ofTotalSeconds((hours * 60 + minutes) * if (text[at] == '-') -60 else 60)
        }
    }
    // A part that is no number is negative, which no date or time has.
    val local = LocalDateTime.of(
        number(text, 0, 4).also { if (it < 0) return null }, number(text, 5, 7), number(text, 8, 10),
        number(text, 11, 13), number(text, 14, 16), number(text, 17, 19), nanoseconds,
    )
    return OffsetDateTime.of(local, offset)
}

/** The number that the digits from one place to another make, or -1. */
private fun number(text: String, from: Int, to: Int): Int {
    var number = 0
    for (at in from until to) {
        val digit = text[at] - '0'
        if (digit !in 0..9) return -1
        number = number * 10 + digit
    }
    return number
}
