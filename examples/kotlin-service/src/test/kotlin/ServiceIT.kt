package service

import com.keyperson.*
import java.io.File
import java.net.URI
import java.net.URLEncoder
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse
import java.net.http.HttpResponse.BodyHandlers
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.*
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test

/** The service as it is started, with a database of its own. */
class ServiceIT {
    private val client = HttpClient.newHttpClient()
    private lateinit var service: Process
    private lateinit var address: String

    @BeforeEach
    fun start() {
        val command = listOf("${System.getProperty("java.home")}/bin/java", "-jar", "target/keyperson-service.jar", postgres.url, "0")
        service = ProcessBuilder(command).redirectError(File("target/service.log")).start()
        address = service.inputReader().readLine() ?: fail(File("target/service.log").readText())
    }

    @AfterEach
    fun stop() {
        service.destroyForcibly().waitFor()
    }

    private fun post(facts: String) = client.send(HttpRequest.newBuilder(URI("$address/facts")).POST(BodyPublishers.ofString(facts)).build(), BodyHandlers.ofString())

    private fun get(path: String): HttpResponse<String> = client.send(HttpRequest.newBuilder(URI("$address$path")).build(), BodyHandlers.ofString())

    private fun HttpResponse<String>.expect(status: Int): String = body().also { assertEquals(status, statusCode()) { it } }

    private fun path(text: String) = URLEncoder.encode(text, Charsets.UTF_8).replace("+", "%20")

    private fun rating(id: String, person: String, value: Double) =
        """{"id":"$id","at":"2026-01-06T09:00:00+09:00","partner":"acme","person":"$person","type":"rating","trait":"drive","value":$value,"by":"佐藤"}""" + "\n"

    private fun registered(id: String, person: String, name: String) =
        """{"id":"$id","at":"2026-01-05T09:00:00+09:00","partner":"acme","person":"$person","type":"person_registered","name":"$name"}""" + "\n"

    @Test
    fun `facts may be sent twice, and a restart loses nothing`() {
        val facts = registered("a-0", "佐藤 健", "佐藤 <健>") + rating("a-1", "佐藤 健", 0.9) + rating("a-2", "佐藤 健", 0.25)
        repeat(2) { assertEquals("""{"answer":{"facts":3,"people":1,"partners":1}}""", post(facts).expect(200)) }
        // The same in other words.
        post(rating("a-2", "佐藤 健", 0.25).replace("0.25", "25e-2").replace(",", ", ")).expect(200)

        val brief = get("/people/${path("佐藤 健")}/brief?as_of=2026-01-31")
        assertEquals("application/json", brief.headers().firstValue("content-type").get().substringBefore(';'))
        val journal = Journal.fromJsonLines(facts)
        assertEquals("""{"answer":${briefToJson(brief(journal, Policy.default(), "佐藤 健", "2026-01-31"))}}""", brief.expect(200))
        val pages = listOf("ja", "en").map { get("/people/${path("佐藤 健")}/brief.html?as_of=2026-01-31&language=$it").expect(200) }
        for ((page, language) in pages zip listOf("ja", "en")) {
            assertTrue("""lang="$language"""" in page && "佐藤 &#60;健&#62;" in page && "佐藤 <健>" !in page) { page.take(500) }
        }

        stop()
        start()
        assertEquals(brief.body(), get("/people/${path("佐藤 健")}/brief?as_of=2026-01-31").expect(200))
        assertEquals(pages[1], get("/people/${path("佐藤 健")}/brief.html?as_of=2026-01-31&language=en").expect(200))
    }

    @Test
    fun `other content under an old id is refused with all that came with it`() {
        post(rating("b-1", "b", 0.5)).expect(200)
        val refused = post(rating("b-0", "new", 0.5) + rating("b-1", "b", 0.6)).expect(409)
        assertTrue(refused.startsWith("""{"errors":[{"code":"fact_conflict",""")) { refused }
        get("/people/new/brief?as_of=2026-01-31").expect(404)
        post(rating("b-1", "b", 0.5)).expect(200)
    }

    @Test
    fun `of many who write one id at once one is heard`() {
        val threads = Executors.newFixedThreadPool(8)
        val told = threads.invokeAll(List(8) { Callable { post(rating("c-1", "c", it / 10.0) + rating("c-2", "c", it / 10.0)).statusCode() } }).map { it.get() }
        threads.shutdown()
        assertEquals(listOf(200) + List(7) { 409 }, told.sorted())
        assertTrue(""""facts":2,""" in get("/people/c/brief?as_of=2026-01-31").expect(200))
    }

    @Test
    fun `what cannot be used is told as JSON`() {
        val broken = post(rating("d-1", "d", 0.5) + "{\n").expect(400)
        assertTrue("""{"errors":[{"code":"not_json",""" in broken && """"line":2""" in broken) { broken }
        assertTrue("out_of_range" in post(rating("d-1", "d", 1.5)).expect(400))
        assertTrue("unknown_person" in get("/people/d/brief?as_of=2026-01-31").expect(404))
        assertTrue("unknown_person" in get("/people/d/brief.html?as_of=2026-01-31").expect(404))
        post(rating("d-1", "d", 0.5)).expect(200)
        assertTrue("bad_instant" in get("/people/d/brief?as_of=soon").expect(400))
        get("/people/d/brief.html?language=fr").expect(400)
        // Without an as-of it is now.
        get("/people/d/brief").expect(200)
        get("/").expect(404)
    }

    companion object {
        private val postgres = Postgres()

        @AfterAll
        @JvmStatic
        fun end() = postgres.close()
    }
}
