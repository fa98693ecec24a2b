package com.keyperson

/**
 * Where the library says how a call went. There is one per thread: one per call would cost more than the call. Its
 * fields are not copied before and after each call, but read after a failure.
 */
internal val callStatus: ThreadLocal<UniffiRustCallStatus> =
    ThreadLocal.withInitial { UniffiRustCallStatus().apply { setAutoSynch(false) } }

/** Whether the call failed; then the status tells why, and the thread's next call gets a new one. */
internal fun UniffiRustCallStatus.failed(): Boolean {
    if (pointer.getByte(0) == UNIFFI_CALL_SUCCESS) return false
    callStatus.remove()
    read()
    return true
}

/**
 * How to give back what a call's arguments have been made into so far, one list a thread. The library takes them once it
 * is called; where a later argument cannot be used, such as one that is closed, they would never be freed.
 */
private val lent: ThreadLocal<ArrayList<Runnable>> = ThreadLocal.withInitial { ArrayList(4) }

/** Calls that cannot be refused and take arguments, such as those by which a field of an answer is read. */
internal object FieldErrors : UniffiRustCallStatusErrorHandler<InternalException> {
    override fun lift(error_buf: RustBuffer.ByValue): InternalException = UniffiNullRustCallStatusErrorHandler.lift(error_buf)
}

/** Notes how to give something back that was made for the call. */
internal fun <T : Runnable> lend(back: T): T = back.also { lent.get().add(it) }

/** The handle made last is its caller's, and no call's. */
internal fun keep(handle: Long): Long = handle.also { lent.get().run { removeAt(lastIndex) } }

/** The library was called, and has taken everything. Calls that only make arguments, which cannot be refused, take nothing. */
internal fun handedOver(errors: UniffiRustCallStatusErrorHandler<*>) {
    if (errors !== UniffiNullRustCallStatusErrorHandler) lent.get().clear()
}

/** The library is not called, as an argument cannot be made. */
internal fun takeBack(errors: UniffiRustCallStatusErrorHandler<*>) {
    if (errors === UniffiNullRustCallStatusErrorHandler) return
    val back = lent.get().toList()
    lent.get().clear()
    back.forEach(Runnable::run)
}
