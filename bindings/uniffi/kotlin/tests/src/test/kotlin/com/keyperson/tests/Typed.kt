package com.keyperson.tests

import com.keyperson.*
import java.lang.reflect.Modifier
import java.time.LocalDate
import java.time.OffsetDateTime
import kotlinx.serialization.json.*

/** Classes whose fields the generated properties hand out. */
private val PROPERTIES = Class.forName("com.keyperson.AnswersKt").declaredMethods.filter { Modifier.isStatic(it.modifiers) && it.parameterCount == 1 }.groupBy { it.parameterTypes[0] }

/** Where a typed answer and its JSON differ, down to the last field; empty where they say the same. */
internal fun differences(value: Any?, json: JsonElement?, path: String = ""): List<String> = when {
    value == null || json == null || json is JsonNull -> listOfNotNull("$path: $value and $json".takeUnless { value == null && (json == null || json is JsonNull) })
    value is List<*> -> {
        val items = json as? JsonArray ?: JsonArray(emptyList())
        if (items.size != value.size) listOf("$path: ${value.size} and $json") else value.flatMapIndexed { index, item -> differences(item, items[index], "$path/$index") }
    }
    value is Map<*, *> -> fields(value.entries.associate { "${it.key}".lowercase() to it.value }, json, path)
    value.javaClass in PROPERTIES -> fields(PROPERTIES.getValue(value.javaClass).associate { it.name.removePrefix("get") to it.invoke(null, value) }, json, path)
    value is String || value is Number || value is Boolean || value is Enum<*> || value is LocalDate || value is OffsetDateTime ->
        listOfNotNull("$path: $value and $json".takeUnless { json is JsonPrimitive && plain(value, json) })
    // A variant with one field is that field, or named by its variant.
    value.javaClass.enclosingClass != null -> {
        val inner = members(value).values.singleOrNull()
        minOf(differences(inner, json, path), differences(inner, (json as? JsonObject)?.values?.lastOrNull(), path), compareBy { it.size })
    }
    else -> fields(members(value), json, path)
}

private fun members(of: Any): Map<String, Any?> = of.javaClass.declaredFields.filterNot { Modifier.isStatic(it.modifiers) }
    .associate { it.isAccessible = true; it.name to it.get(of) }

private fun plain(value: Any, json: JsonPrimitive): Boolean = when (value) {
    is String -> json.isString && json.content == value
    is Enum<*> -> json.isString && json.content == value.name.lowercase()
    is Boolean -> !json.isString && json.booleanOrNull == value
    is Number -> !json.isString && json.doubleOrNull == value.toDouble()
    is LocalDate -> json.isString && LocalDate.parse(json.content) == value
    else -> json.isString && OffsetDateTime.parse(json.content) == value
}

/** Names are compared without how words are joined; what is absent is written as null or not at all. */
private fun fields(fields: Map<String, Any?>, json: JsonElement, path: String): List<String> {
    fun bare(name: String) = name.replace("_", "").lowercase()
    val members = (json as? JsonObject ?: return listOf("$path: $json")).mapKeys { bare(it.key) }
    val own = fields.mapKeys { (name, _) -> if (name == "last" && "final" in members) "final" else bare(name) }
    val unknown = (members.keys - own.keys).map { "$path: no field for $it" }
    return unknown + own.flatMap { (name, value) -> differences(value, members[name], "$path/$name") }
}
