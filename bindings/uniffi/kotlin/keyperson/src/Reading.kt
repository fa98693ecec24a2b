package com.keyperson

import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path

/**
 * Reads a file of JSON Lines, one fact per line, of at most 64 MiB; a larger one is read in pieces by a [JournalBuilder].
 */
@Throws(IOException::class, KeypersonException::class)
public fun Journal.Companion.read(file: Path): Journal = fromJsonLinesBytes(Files.readAllBytes(file))

/** Reads a policy from a TOML file, or from a JSON file where its name ends in `.json`. */
@Throws(IOException::class, KeypersonException::class)
public fun Policy.Companion.read(file: Path): Policy {
    val text = Files.readString(file)
    return if ("$file".lowercase().endsWith(".json")) fromJson(text) else fromToml(text)
}
