// Reads facts, prints a brief, saves the page: [facts.jsonl [person [day]]]
package examples

import com.keyperson.*
import java.io.File
import java.time.OffsetDateTime
import kotlin.io.path.Path
import kotlin.system.exitProcess

// Drive is strong, and there is one hour a week for it.
private val made = listOf(
    Fact("f-1", OffsetDateTime.parse("2026-01-06T09:00:00+09:00"), "acme", "p-001", event = Event.Rating(Trait.DRIVE, 0.9, by = "Sato")),
    Fact("f-2", OffsetDateTime.parse("2026-01-07T09:00:00+09:00"), "acme", "p-001", event = Event.Allocation(1.0)),
)

fun main(arguments: Array<String>) {
    val file = arguments.getOrNull(0)
    val person = arguments.getOrElse(1) { "p-001" }
    val asOf = arguments.getOrElse(2) { "2026-01-31" }
    try {
        val journal = if (file == null) Journal.fromFacts(made) else Journal.read(Path(file))
        val brief = brief(journal, Policy.default(), person, asOf)

        println("$person: fit ${brief.fit.score ?: "unknown"}, unknown traits: ${brief.fit.unknown.joinToString()}")
        for (mismatch in brief.mismatches.filter { it.state == MismatchState.PRESENT || it.state == MismatchState.LIKELY })
            println("${mismatch.state}: ${mismatch.pattern}")
        for (text in brief.findingTexts(Language.ENGLISH).take(3))
            println("- ${text.title}: ${text.change}")

        File("brief.ja.html").writeText(brief.toHtml(Language.JAPANESE))
        println("the page is in brief.ja.html")
    } catch (error: KeypersonException) {
        System.err.println(error.message)
        exitProcess(1)
    }
}
