package com.keyperson

/** Where the problem is, for people: the line, the path inside of it, or both. */
public val Problem.place: String
    get() = listOfNotNull(line?.let { "line $it" }, path.ifEmpty { null }).joinToString().ifEmpty { "the input" }

/** The message of a refusal: one line per problem, with its code, its place, what is wrong and what to do. */
internal fun told(problems: List<Problem>, count: Long): String {
    val lines = problems.map { "${it.code} ${it.place}: ${it.message}; ${it.hint}" }
    val more = count - problems.size
    return (if (more > 0) lines + "and $more more" else lines).joinToString("\n")
}
