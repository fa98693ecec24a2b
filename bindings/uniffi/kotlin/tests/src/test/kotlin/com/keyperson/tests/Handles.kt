package com.keyperson.tests

import com.keyperson.*
import java.io.File
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Method
import java.lang.reflect.Modifier
import java.lang.reflect.ParameterizedType
import java.lang.reflect.Type
import java.lang.reflect.WildcardType
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import java.util.jar.JarFile

/*
 * Asks every function of the jar with every handle that is no good. What is wrong with one may end the whole process, so
 * this is a program of its own, which `HandlesTest` starts. Functions and their arguments are found in the jar's classes:
 * one that is added is asked, too.
 */

/** A day, and as well the id of a person, a partner and a deal: any text of a question. */
private const val WORD = "2026-01-31"

private val FACTS = listOf(
    """{"id":"f-1","at":"2026-01-06T09:00:00+09:00","partner":"$WORD","person":"$WORD","type":"person_registered","name":"佐藤"}""",
    """{"id":"f-2","at":"2026-01-06T09:00:00+09:00","partner":"$WORD","person":"$WORD","type":"rating","trait":"drive","value":0.9,"by":"Sato"}""",
    """{"id":"f-3","at":"2026-01-07T09:00:00+09:00","partner":"$WORD","person":"$WORD","type":"deal","deal":"$WORD","stage":"won"}""",
).joinToString("\n", postfix = "\n")

private val JAR = File(Journal::class.java.protectionDomain.codeSource.location.toURI())

/** The jar's own classes that everybody may use; what UniFFI needs itself is not for users. */
private val CLASSES: List<Class<*>> = JarFile(JAR).use { jar -> jar.entries().toList().map { it.name } }
    .filter { it.startsWith("com/keyperson/") && it.endsWith(".class") }
    .map { Class.forName(it.removeSuffix(".class").replace('/', '.'), false, Journal::class.java.classLoader) }
    .filter { Modifier.isPublic(it.modifiers) && !it.simpleName.startsWith("FfiConverter") }

/** The classes of what lives in the library. */
private val HANDLES: List<Class<*>> = CLASSES.filter { Disposable::class.java.isAssignableFrom(it) && AutoCloseable::class.java.isAssignableFrom(it) && !it.isInterface }

/** A function, and what it takes; of a handle's own functions the handle first. */
internal class Asked(val method: Method, private val on: Class<*>?) {
    val types: List<Type> = listOfNotNull(on) + method.genericParameterTypes
    val handles: List<Int> = types.indices.filter { types[it] in HANDLES }

    init {
        // A handle in a list, or behind an interface of its own, would not be asked with.
        for (type in types - HANDLES.toSet()) check(HANDLES.none { Regex("\\b${Regex.escape(it.name)}(Interface)?\\b") in type.typeName }) { "$method hides a handle" }
    }

    override fun toString() = "${method.declaringClass.simpleName}.${method.name}"

    /** Asks; the answer, or what was thrown. */
    fun ask(arguments: List<Any?>): Result<Any?> = try {
        val (of, rest) = when {
            on != null -> arguments[0] to arguments.drop(1)
            Modifier.isStatic(method.modifiers) -> null to arguments
            else -> method.declaringClass.enclosingClass.getField(method.declaringClass.simpleName).get(null) to arguments
        }
        val answer = method.invoke(of, *rest.toTypedArray())
        // A number that is another with each call.
        Result.success(if (method.name == "uniffiCloneHandle") "a handle" else read(answer))
    } catch (error: InvocationTargetException) {
        Result.failure(error.targetException)
    }
}

/** An answer as it can be compared. */
private fun read(answer: Any?): Any? = when (answer) {
    is Journal -> answer.use { it.toJsonLines() }
    is JournalBuilder -> answer.use { "${it.size()}" }
    is AutoCloseable -> answer.use { it.javaClass.getMethod("toJson").invoke(it) }
    is List<*> -> answer.map(::read)
    else -> answer
}

/** Every function that takes something. */
internal fun functions(): List<Asked> {
    // Equal are things of one class, so anything may be compared with a handle.
    val own = HANDLES.flatMap { of -> of.declaredMethods.filter { it.name != "equals" }.map { Asked(it, of) } }
    // A property of an answer is the answer's own function, and what Java calls is the package's. Others make values or read files.
    val others = (CLASSES - HANDLES.toSet()).filter { !it.isEnum && it.simpleName !in setOf("AnswersKt", "Keyperson", "Events", "ReadingKt") }.flatMap { of -> of.declaredMethods.filter { '$' !in it.name }.map { Asked(it, null) } }
    // To close is what may be done to a closed one, and to ask whether it is.
    val harmless = setOf("close", "destroy", "getUniffiIsDestroyed")
    return (own + others.filter { Modifier.isStatic(it.method.modifiers) || it.method.declaringClass.simpleName == "Companion" })
        .filter { Modifier.isPublic(it.method.modifiers) && !it.method.isSynthetic && it.types.isNotEmpty() && it.method.name !in harmless }
        .filter { '$' !in it.method.name }
        .sortedBy { "$it" }
}

private fun asked(): List<Asked> = functions().filter { it.handles.isNotEmpty() }

internal fun make(type: Type): Any = when {
    type == Journal::class.java -> Journal.fromJsonLines(FACTS)
    type == JournalBuilder::class.java -> JournalBuilder.begin().apply { pushJsonLines(FACTS) }
    type == Policy::class.java -> Policy.fromJson("{}")
    type in HANDLES -> answer(type as Class<*>)
    type == Finding::class.java -> answer(Brief::class.java).let { it as Brief }.use { it.findings.first() }
    type == String::class.java -> WORD
    type == Long::class.java || type == Long::class.javaObjectType -> 1L
    type == Double::class.java || type == Double::class.javaObjectType -> 0.5
    type == Boolean::class.java || type == Boolean::class.javaObjectType -> true
    type is WildcardType -> make(type.upperBounds.single())
    type is Class<*> && type.isEnum -> type.enumConstants[0]
    type is ParameterizedType && type.rawType == List::class.java -> listOf(make(type.actualTypeArguments[0]))
    type is ParameterizedType && type.rawType == Map::class.java -> mapOf(make(type.actualTypeArguments[0]) to make(type.actualTypeArguments[1]))
    else -> error("say in `make` what a $type is, so that functions that take one are asked, too")
}

/** An answer of a class. */
private fun answer(of: Class<*>): AutoCloseable = Journal.fromJsonLines(FACTS).use { journal ->
    Policy.default().use { policy ->
        when (of) {
            Brief::class.java -> brief(journal, policy, WORD, WORD)
            Portfolio::class.java -> portfolio(journal, policy, WORD)
            Change::class.java -> change(journal, policy, WORD, WORD, WORD)
            Trail::class.java -> trail(journal, policy, WORD, WORD)
            Ranking::class.java -> rank(journal, policy, WORD, WORD)
            Schedule::class.java -> schedule(journal, policy, WORD, WORD)
            WhatIf::class.java -> whatIf(journal, policy, WORD, WORD, emptyMap(), emptyList())
            Draft::class.java -> announcementDraft(journal, policy, WORD, WORD, Language.ENGLISH)
            BusinessDay::class.java -> businessDay(policy, WORD)
            else -> error("say in `answer` how a $of is asked for")
        }
    }
}

private fun closed(type: Type): Any = make(type).also { (it as AutoCloseable).close() }

/** One that never lived in the library: what UniFFI offers as a fake. */
private fun fake(type: Type): Any = (type as Class<*>).getConstructor(NoHandle::class.java).newInstance(NoHandle)

private fun closeAll(arguments: List<Any?>) = arguments.forEach { (it as? AutoCloseable)?.close() }

/** Each handle of each function is closed before the call, or was never alive. */
private fun before() = asked().forEach { function ->
    val good = function.types.map(::make)
    val answer = function.ask(good)
    check(answer.isSuccess || answer.exceptionOrNull() is KeypersonException) { "$function: $answer".take(2000) }
    closeAll(good)
    for (handle in function.handles) {
        for (bad in listOf(::closed, ::fake)) repeat(20) {
            val arguments = function.types.mapIndexed { index, type -> if (index == handle) bad(type) else make(type) }
            val error = function.ask(arguments).exceptionOrNull()
            check(if (bad == ::closed) error is IllegalStateException && "is closed" in "${error.message}" else error is InternalException) {
                "$function, argument $handle ${bad.name}: ${error?.stackTraceToString()}"
            }
            closeAll(arguments)
        }
    }
    println("$function ${function.handles.size} ${if (answer.isSuccess) "answered" else "refused"}")
}

/** Each handle of each function is closed by another thread about when it is called. */
private fun meanwhile(rounds: Int) {
    val other = Executors.newSingleThreadExecutor { Thread(it).apply { isDaemon = true } }
    val (answered, late) = intArrayOf(0, 0).let { counts ->
        for (function in asked()) for (handle in function.handles) {
            val good = function.types.map(::make)
            val answer = function.ask(good)
            closeAll(good)
            repeat(rounds) { round ->
                val arguments = function.types.map(::make)
                val together = CyclicBarrier(2)
                val done = other.submit {
                    together.await()
                    repeat(round % 20 * 300) { Thread.onSpinWait() }
                    (arguments[handle] as AutoCloseable).close()
                }
                together.await()
                val told = function.ask(arguments)
                done.get()
                closeAll(arguments)
                val error = told.exceptionOrNull()
                if (error is IllegalStateException) counts[1] += 1 else counts[0] += 1
                val same = told == answer || error != null && error.toString() == answer.exceptionOrNull()?.toString()
                check(error is IllegalStateException || same) { "$function, argument $handle: $told instead of $answer".take(2000) }
            }
        }
        counts[0] to counts[1]
    }
    println("$answered answered, $late refused")
}

/** What calls cannot use is not kept by the library: memory, in kB, that grew by as many refused calls. */
private fun kept(refused: Int): Long {
    val text = List(10_000) { FACTS.lines().first().replace("f-1", "f-$it") }.joinToString("\n")
    fun resident() = File("/proc/self/status").readLines().first { it.startsWith("VmRSS") }.filter(Char::isDigit).toLong()
    val (journal, policy) = Journal.fromJsonLines(FACTS) to Policy.fromJson("{}")
    journal.close()
    fun once() = Journal.fromJsonLines(text).use { large ->
        val calls = listOf({ large.merge(journal) }, { brief(large, policy, "\ud800", WORD) }, { askAbout(large, policy, "\ud800") })
        for (call in calls) check(runCatching { call() }.exceptionOrNull() != null)
    }
    repeat(5) { once() }
    val before = resident()
    repeat(refused) { once() }
    return resident() - before
}

fun main(words: Array<String>) = when (words.single()) {
    "before" -> before()
    "meanwhile" -> meanwhile(100)
    "kept" -> println("${kept(60)} kB")
    else -> error(words.single())
}
