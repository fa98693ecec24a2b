package service

import com.keyperson.*
import java.io.File
import java.net.Socket
import java.net.URI
import java.net.URLEncoder
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse
import java.net.http.HttpResponse.BodyHandlers
import java.sql.DriverManager
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

    private fun post(facts: ByteArray, type: String? = null) = client.send(
        HttpRequest.newBuilder(URI("$address/facts")).apply { type?.let { header("Content-Type", it) } }.POST(BodyPublishers.ofByteArray(facts)).build(), BodyHandlers.ofString())

    /** What is answered to a request of just these bytes: clients would not send some. */
    private fun raw(request: String): String = URI(address).run { Socket(host, port) }.use { socket ->
        socket.getOutputStream().write("$request HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".toByteArray(Charsets.ISO_8859_1))
        socket.getInputStream().readBytes().toString(Charsets.UTF_8)
    }

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
        assertEquals("""{"answer":${brief(journal, Policy.default(), "佐藤 健", "2026-01-31").toJson()}}""", brief.expect(200))
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

    /** How many facts are stored. */
    private fun stored(): Long = DriverManager.getConnection(postgres.url).use { connection ->
        connection.createStatement().executeQuery("SELECT count(*) FROM fact").use { it.next(); it.getLong(1) }
    }

    @Test
    fun `a body that is not UTF-8 is refused, and nothing of it stored`() {
        val before = stored()
        val (first, second) = registered("u-0", "u", "good") to registered("u-1", "u", "佐藤")
        val name = second.indexOf("佐藤")
        fun named(vararg bytes: Int) = (first + second.take(name)).toByteArray() + bytes.map(Int::toByte).toByteArray() + second.drop(name + 2).toByteArray()
        val bodies = mapOf(
            "Shift_JIS" to named(0x8d, 0xb2, 0x93, 0xa1),
            "Shift_JIS whole" to (first + second).toByteArray(charset("Shift_JIS")),
            "EUC-JP" to (first + second).toByteArray(charset("EUC-JP")),
            "one bad byte" to named(0xff),
            "a character cut off" to named(0xe4, 0xbd),
            "half a character" to named(0xed, 0xa0, 0x80),
            "two halves" to named(0xed, 0xa1, 0x82, 0xed, 0xbe, 0xb7),
            "more bytes than it needs" to named(0xc0, 0xaf),
            "beyond the last character" to named(0xf4, 0x90, 0x80, 0x80),
            "a bad byte at the end" to (first + second).toByteArray() + 0x80.toByte(),
            "UTF-16" to (first + second).toByteArray(Charsets.UTF_16),
            "UTF-16LE" to (first + second).toByteArray(Charsets.UTF_16LE) + byteArrayOf(0, -40),
        )
        for ((what, body) in bodies) {
            for (type in listOf(null, "application/json", "application/x-ndjson; charset=utf-8", "text/plain; charset=Shift_JIS", "text/plain; charset=ISO-8859-1")) {
                val told = post(body, type).expect(400)
                assertTrue(told.startsWith("""{"errors":[{"code":"not_utf8",""")) { "$what, $type: $told" }
            }
        }
        val told = post(named(0xff)).expect(400)
        assertEquals("""{"errors":[{"code":"not_utf8","path":"","line":2,"message":"the text is not UTF-8 (first bad byte at offset ${first.length + name})",""", told.substringBefore(""""hint""""))
        assertEquals(before, stored())
        get("/people/u/brief").expect(404)
    }

    @Test
    fun `a request is not read as what it says that it is not`() {
        val before = stored()
        val facts = registered("v-0", "v", "佐藤 ソ")
        // These bytes of Shift_JIS are UTF-8, too, and another name.
        val both = registered("v-1", "v", "ﾃ｡").toByteArray(charset("Shift_JIS"))
        for (name in listOf("Shift_JIS", "\"shift_jis\"", "windows-31j", "ISO-8859-1", "UTF-16", "EUC-JP", "nothing-known", "%")) {
            for (type in listOf("application/json; charset=$name", "application/x-ndjson;CHARSET=$name", "text/plain; x=y; charset=$name")) {
                for (body in listOf(facts.toByteArray(), both, ByteArray(0))) assertTrue("not_utf8" in post(body, type).expect(400)) { type }
            }
        }
        assertEquals(before, stored())
        for (name in listOf("utf-8", "UTF-8", "\"utf-8\"", "utf8", "us-ascii")) post(facts.toByteArray(), "application/json; charset=$name").expect(200)
        assertTrue(""""name":"佐藤 ソ"""" in get("/people/v/brief?as_of=2026-01-31").expect(200))
    }

    @Test
    fun `a byte order mark is no part of the facts, and an escape of half a character is none`() {
        val mark = byteArrayOf(-17, -69, -65)
        post(mark + registered("w-0", "w", "佐藤").toByteArray()).expect(200)
        get("/people/w/brief?as_of=2026-01-31").expect(200)
        val before = stored()
        for (half in listOf("\\ud800", "\\udc00", "\\ud800x", "\\udc00\\ud800")) {
            assertTrue("not_json" in post(registered("w-1", "w", "a$half")).expect(400)) { half }
        }
        assertEquals(before, stored())
        post(registered("w-2", "w", "\\ud842\\udfb7")).expect(200)
        assertTrue(""""name":"𠮷"""" in get("/people/w/brief?as_of=2026-01-31").expect(200))
    }

    @Test
    fun `an address that is not UTF-8 is refused`() {
        post(registered("x-0", "\ufffd", "nobody's")).expect(200)
        // Its id stands for itself.
        get("/people/%EF%BF%BD/brief?as_of=2026-01-31").expect(200)
        for (bad in listOf("%FF", "a%8d%b2b", "%ED%A0%80", "%C0%AF", "%E4%BD", "%F4%90%80%80")) {
            for (address in listOf("/people/$bad/brief", "/people/$bad/brief.html?as_of=2026-01-31", "/people/x/brief?as_of=$bad", "/people/%EF%BF%BD/brief.html?as_of=2026-01-31&language=$bad", "/people/%EF%BF%BD/brief?$bad=1", "/$bad")) {
                val told = raw("GET $address")
                assertTrue(told.startsWith("HTTP/1.1 400 ")) { "$address: $told" }
                assertTrue("""{"code":"not_utf8",""" in told) { "$address: $told" }
            }
        }
        for (bad in listOf("/people/\u00ff/brief", "/people/%EF%BF%BD/brief?as_of=\u00ff", "/people/%zz/brief", "/people/%u4f50/brief", "/people/%EF%BF%BD/brief?as_of=%zz", "/people/%EF%BF%BD/brief?as_of=%u4f50", "/people/%EF%BF%BD/brief?as_of=%")) {
            assertTrue(raw("GET $bad").startsWith("HTTP/1.1 400 ")) { bad + raw("GET $bad") }
        }
    }

    companion object {
        private val postgres = Postgres()

        @AfterAll
        @JvmStatic
        fun end() = postgres.close()
    }
}
