package service

import com.keyperson.Journal
import java.sql.Connection
import javax.sql.DataSource

/** Facts in PostgreSQL: each as its line of JSON under its id. Facts are only ever added. */
class Store(private val database: DataSource) {
    @Volatile private var known = Journal.fromFacts(emptyList())

    init {
        database.connection.use { it.createStatement().execute("CREATE TABLE IF NOT EXISTS fact (id text PRIMARY KEY, line text NOT NULL)") }
    }

    /** All facts; read again where another service, or `add`, has added some. */
    fun journal(): Journal = database.connection.use { connection ->
        val count = connection.createStatement().executeQuery("SELECT count(*) FROM fact").use { it.next(); it.getLong(1) }
        val before = known
        if (before.size() == count) before else Journal.fromJsonLines(connection.lines("SELECT line FROM fact")).also { known = it }
    }

    /**
     * Adds the facts whose ids are new, all or none of them.
     *
     * `check` sees the lines of `facts` with what is stored under their ids; where it gives something back, they
     * contradict each other, nothing is added, and that is returned.
     */
    fun add(facts: Journal, check: (lines: String) -> String?): String? = database.connection.use { connection ->
        connection.autoCommit = false
        // In one order, so that two requests never wait for each other in a ring.
        val lines = facts.facts().associate { fact -> fact.id to Journal.fromFacts(listOf(fact)).use { it.toJsonLines() } }.toSortedMap()
        connection.prepareStatement("INSERT INTO fact (id, line) VALUES (?, ?) ON CONFLICT (id) DO NOTHING").use { insert ->
            for ((id, line) in lines) {
                insert.setString(1, id)
                insert.setString(2, line.trim())
                insert.addBatch()
            }
            insert.executeBatch()
        }
        val stored = connection.lines("SELECT line FROM fact WHERE id = ANY (?)", connection.createArrayOf("text", lines.keys.toTypedArray()))
        val problem = check(stored + lines.values.joinToString(""))
        if (problem == null) connection.commit() else connection.rollback()
        problem
    }

    private fun Connection.lines(query: String, parameter: java.sql.Array? = null): String = prepareStatement(query).use { statement ->
        parameter?.let { statement.setArray(1, it) }
        val rows = statement.executeQuery()
        buildString { while (rows.next()) append(rows.getString(1)).append('\n') }
    }
}
