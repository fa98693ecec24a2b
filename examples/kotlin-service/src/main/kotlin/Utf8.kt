package service

import io.javalin.http.Context
import java.io.ByteArrayOutputStream
import java.nio.ByteBuffer
import java.nio.charset.CharacterCodingException
import java.nio.charset.CodingErrorAction
import java.nio.charset.IllegalCharsetNameException
import java.nio.charset.UnsupportedCharsetException
import java.nio.charset.Charset
import kotlinx.serialization.json.addJsonObject
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.put
import kotlinx.serialization.json.putJsonArray

/*
 * Whatever a request holds is UTF-8 or refused. The server would put U+FFFD where a byte is none, and a name that was
 * stored so is lost.
 */

/** Why something is refused, as the core tells it; `line` counts from 1, `null` where there are none. */
class NotUtf8(line: Int?, message: String) : Exception(message) {
    /** The refusal, as the core writes one. */
    val json: String = "${buildJsonObject {
        putJsonArray("errors") {
            addJsonObject {
                put("code", "not_utf8")
                put("path", "")
                put("line", line)
                put("message", message)
                put("hint", "send UTF-8; exports from Japanese Windows are often Shift_JIS, some of Excel UTF-16")
            }
        }
        put("count", 1)
    }}"
}

/** The body as text: bytes that are UTF-8, of a request that says nothing else of them. */
fun Context.utf8Body(): String {
    // The header as it was sent: the server falls over the name of a charset that it does not know.
    val declared = header("Content-Type")?.let { CHARSET.find(it) }?.groupValues?.get(1)
    if (declared != null && !isUtf8(declared)) throw NotUtf8(null, "the request says that its text is `$declared`, and not UTF-8")
    return utf8(bodyAsBytes())
}

/** Makes sure that path and query of a request are UTF-8, before the server decodes them: what it cannot, it leaves out. */
fun Context.checkUtf8Address() {
    for (part in listOfNotNull(req().requestURI, req().queryString)) {
        val bytes = percentDecoded(part)
        try {
            utf8(bytes ?: byteArrayOf(-1))
        } catch (_: NotUtf8) {
            throw NotUtf8(null, "the address is not percent-encoded UTF-8: `$part`")
        }
    }
}

private val CHARSET = Regex(""";\s*charset\s*=\s*"?\s*([^";\s]*)""", RegexOption.IGNORE_CASE)

/** ASCII is UTF-8, too. */
private fun isUtf8(name: String): Boolean = try {
    Charset.forName(name) in listOf(Charsets.UTF_8, Charsets.US_ASCII)
} catch (_: IllegalCharsetNameException) {
    false
} catch (_: UnsupportedCharsetException) {
    false
}

private fun utf8(bytes: ByteArray): String {
    val buffer = ByteBuffer.wrap(bytes)
    val decoder = Charsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
    try {
        return "${decoder.decode(buffer)}"
    } catch (_: CharacterCodingException) {
        val offset = buffer.position()
        throw NotUtf8(1 + bytes.take(offset).count { it == '\n'.code.toByte() }, "the text is not UTF-8 (first bad byte at offset $offset)")
    }
}

/**
 * The bytes that an address stands for; signs beyond ASCII, which it should not have, as they were sent. `null` where it is
 * none: a `%` without its two digits, or a sign that the server has put where a byte was none.
 */
private fun percentDecoded(text: String): ByteArray? {
    val bytes = ByteArrayOutputStream()
    var at = 0
    while (at < text.length) {
        if (text[at] == '%') {
            val digits = text.substring(at + 1, minOf(at + 3, text.length))
            if (!HEXADECIMAL.matches(digits)) return null
            bytes.write(digits.toInt(16))
            at += 3
        } else {
            if (text[at] == '\ufffd') return null
            bytes.write("${text[at]}".toByteArray())
            at += 1
        }
    }
    return bytes.toByteArray()
}

private val HEXADECIMAL = Regex("[0-9A-Fa-f]{2}")
