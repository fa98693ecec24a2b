package service

import java.io.File
import java.net.ServerSocket
import java.nio.file.Files

/** A PostgreSQL of its own: a free port, a temporary folder, a user who is not root; gone when it is closed. */
class Postgres : AutoCloseable {
    private val programs = File("/usr/lib/postgresql").listFiles().orEmpty().map { it.resolve("bin") }.filter { it.resolve("initdb").isFile }.max()
    private val folder = Files.createTempDirectory("keyperson-postgres").toFile()
    private val data = folder.resolve("data").path

    /** PostgreSQL does not run as root; Debian's package has a user for it. */
    private val user = if (System.getProperty("user.name") == "root") listOf("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups") else emptyList()
    private val end = Thread { stop() }

    /** Its address. */
    val url: String

    init {
        if (user.isNotEmpty()) run("chown", "postgres:postgres", folder.path)
        program("initdb", "--pgdata=$data", "--username=keyperson", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        val port = ServerSocket(0).use { it.localPort }
        Runtime.getRuntime().addShutdownHook(end)
        program("pg_ctl", "start", "--wait", "--pgdata=$data", "--log=$folder/log", "--options=-h 127.0.0.1 -p $port -k $folder -F")
        url = "jdbc:postgresql://127.0.0.1:$port/postgres?user=keyperson"
    }

    override fun close() {
        Runtime.getRuntime().removeShutdownHook(end)
        stop()
    }

    private fun stop() {
        program("pg_ctl", "stop", "--wait", "--mode=fast", "--pgdata=$data")
        folder.deleteRecursively()
    }

    private fun program(name: String, vararg arguments: String) = run(*user.toTypedArray(), "$programs/$name", *arguments)

    private fun run(vararg command: String) {
        val output = Files.createTempFile("keyperson-said", "").toFile()
        val process = ProcessBuilder(*command).directory(File("/")).redirectErrorStream(true).redirectOutput(output).start()
        val code = process.waitFor()
        val said = output.readText()
        output.delete()
        check(code == 0) { "${command.joinToString(" ")}: $said ${folder.resolve("log").takeIf { it.canRead() }?.readText().orEmpty()}" }
    }
}
