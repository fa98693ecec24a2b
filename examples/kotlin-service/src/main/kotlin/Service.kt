package service

import com.keyperson.*
import io.javalin.Javalin
import io.javalin.http.Context
import java.time.Instant
import java.time.temporal.ChronoUnit
import kotlin.system.exitProcess
import kotlinx.serialization.json.*
import org.eclipse.jetty.http.UriCompliance
import org.eclipse.jetty.http.UriCompliance.Violation.BAD_UTF8_ENCODING
import org.eclipse.jetty.http.UriCompliance.Violation.TRUNCATED_UTF8_ENCODING
import org.postgresql.ds.PGSimpleDataSource

/** The most that a request may hold, in bytes: as much as the core reads. */
private const val MOST = 64L * 1024 * 1024

/** Facts come in, are kept in PostgreSQL, and briefs go out: `java -jar keyperson-service.jar JDBC-URL [port]`. */
fun main(arguments: Array<String>) {
    val url = arguments.firstOrNull() ?: run {
        System.err.println("usage: java -jar keyperson-service.jar jdbc:postgresql://HOST:PORT/DATABASE?user=USER [port]")
        exitProcess(2)
    }
    val store = Store(PGSimpleDataSource().apply { setUrl(url) })
    val policy = Policy.default()
    val service = Javalin.create { config ->
        config.http.maxRequestSize = MOST
        config.startup.showJavalinBanner = false
        // Otherwise the server says it itself, in words of its own.
        config.jetty.modifyHttpConfiguration { it.uriCompliance = UriCompliance.DEFAULT.with("not UTF-8", BAD_UTF8_ENCODING, TRUNCATED_UTF8_ENCODING) }
        config.routes.before { it.checkUtf8Address() }
        config.routes.exception(NotUtf8::class.java) { problem, context -> context.told(400, problem.json) }
        config.routes.post("/facts") { it.addFacts(store) }
        config.routes.get("/people/{person}/brief") { it.briefAsJson(store.journal(), policy) }
        config.routes.get("/people/{person}/brief.html") { it.briefAsPage(store.journal(), policy) }
    }
    // Whoever reaches it may read and write: what stands before it must ask who they are.
    service.start("127.0.0.1", arguments.getOrNull(1)?.toInt() ?: 7070)
    println("http://127.0.0.1:${service.port()}")
}

/** Facts as JSON Lines. Facts that are there already are fine; other content under an old id is refused, with all that came with it. */
private fun Context.addFacts(store: Store) {
    val lines = utf8Body()
    val answer = checked(lines)
    if ("errors" in parsed(answer)) return told(400, answer)
    val conflict = Journal.fromJsonLines(lines).use { facts -> store.add(facts) { all -> checked(all).takeIf { "errors" in parsed(it) } } }
    told(if (conflict == null) 200 else 409, conflict ?: answer)
}

/** What the core says of facts: how many there are, or what is wrong, as JSON. */
private fun checked(lines: String): String = ask("${buildJsonObject { put("do", "facts"); put("facts", lines) }}")

private fun Context.briefAsJson(journal: Journal, policy: Policy) {
    val question = buildJsonObject { put("do", "brief"); put("person", pathParam("person")); put("as_of", asOf()) }
    val answer = askAbout(journal, policy, "$question")
    val problem = parsed(answer)["errors"]?.jsonArray?.first()?.jsonObject?.get("code")?.jsonPrimitive?.content
    told(status(problem), answer)
}

private fun Context.briefAsPage(journal: Journal, policy: Policy) {
    val language = when (queryParam("language") ?: "ja") {
        "ja" -> Language.JAPANESE
        "en" -> Language.ENGLISH
        else -> { status(400).result("language is ja or en"); return }
    }
    try {
        html(brief(journal, policy, pathParam("person"), asOf()).use { it.toHtml(language) })
    } catch (error: KeypersonException.Refused) {
        status(status(error.problems.first().code)).result(error.message.orEmpty())
    }
}

/** The as-of that is asked for: a day or an instant; now where there is none. */
private fun Context.asOf(): String = queryParam("as_of") ?: "${Instant.now().truncatedTo(ChronoUnit.SECONDS)}"

/** The status of an answer, by the code of its first problem. */
private fun status(problem: String?): Int = when (problem) {
    null -> 200
    "unknown_person" -> 404
    else -> 400
}

private fun parsed(text: String): JsonObject = Json.parseToJsonElement(text).jsonObject

private fun Context.told(status: Int, json: String) {
    status(status).contentType("application/json").result(json)
}
