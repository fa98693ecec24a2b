package com.keyperson

/**
 * Where the library says how a call went, one a thread: to make one for every call would cost more than the call. Its
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
