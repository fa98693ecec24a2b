package com.keyperson.tests

import java.io.File
import kotlin.math.abs
import kotlinx.serialization.json.*

/** The folder of the project. */
internal val root = File(System.getProperty("keyperson.root"))

internal fun json(text: String): JsonElement = Json.parseToJsonElement(text)

internal fun JsonObject.text(name: String): String? = (this[name] as? JsonPrimitive)?.takeIf { it.isString }?.content

/** What stands at a JSON pointer. */
internal fun at(document: JsonElement, pointer: String): JsonElement? =
    pointer.split("/").drop(1).map { it.replace("~1", "/").replace("~0", "~") }.fold(document as JsonElement?) { value, step ->
        when (value) {
            is JsonObject -> value[step]
            is JsonArray -> step.toIntOrNull()?.let(value::getOrNull)
            else -> null
        }
    }

/** Whether `found` is the value that is wanted, or what its matcher holds for, as `tests/conformance/README.md` says. */
internal fun matches(found: JsonElement?, wanted: JsonElement): Boolean {
    val matcher = wanted as? JsonObject ?: JsonObject(emptyMap())
    fun number(of: JsonElement?) = (of as? JsonPrimitive)?.takeUnless { it.isString }?.doubleOrNull ?: Double.NaN
    return when (matcher.keys) {
        setOf("absent") -> found == null
        setOf("near", "atol") -> abs(number(found) - number(matcher["near"])) <= number(matcher["atol"])
        setOf("length") -> length(found) == number(matcher["length"]).toInt()
        setOf("contains") -> contains(found, matcher.getValue("contains"))
        setOf("lacks") -> found != null && !contains(found, matcher.getValue("lacks"))
        else -> found != null && same(found, wanted)
    }
}

private fun length(of: JsonElement?): Int = when (of) {
    is JsonArray -> of.size
    is JsonObject -> of.size
    is JsonPrimitive -> if (of.isString) of.content.codePointCount(0, of.content.length) else -1
    null -> -1
}

private fun contains(found: JsonElement?, part: JsonElement): Boolean {
    fun has(item: JsonElement?) = item is JsonObject && part is JsonObject && part.all { (name, value) -> matches(item[name], value) }
    return when (found) {
        is JsonArray -> found.any { if (part is JsonObject) has(it) else same(it, part) }
        is JsonPrimitive -> found.isString && part is JsonPrimitive && part.content in found.content
        else -> has(found)
    }
}

/** Numbers are compared by their value. */
private fun same(one: JsonElement, other: JsonElement): Boolean = when {
    one is JsonObject && other is JsonObject -> one.keys == other.keys && one.all { (name, value) -> same(value, other.getValue(name)) }
    one is JsonArray && other is JsonArray -> one.size == other.size && one.indices.all { same(one[it], other[it]) }
    one is JsonPrimitive && other is JsonPrimitive ->
        one == other || (!one.isString && !other.isString && one.doubleOrNull != null && one.doubleOrNull == other.doubleOrNull)
    else -> false
}
