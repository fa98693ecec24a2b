//! Copying texts into JSON, with a look at whether something is to be escaped.

/// Copies a text, and says whether there is something to escape in it.
///
/// In WebAssembly copying is a call that takes ten nanoseconds however short the text is; eight bytes at a time take
/// one. The last eight may overlap those before them, so that no byte is left over.
#[inline(always)]
pub(super) fn copy(from: &[u8], to: &mut [u8]) -> bool {
    let (words, _) = from.as_chunks();
    if let (Some(last), Some(end)) = (from.last_chunk(), to.last_chunk_mut()) {
        *end = *last;
        let mut found = escapes(last);
        let (slots, _) = to.as_chunks_mut();
        for (slot, word) in slots.iter_mut().zip(words) {
            *slot = *word;
            found |= escapes(word);
        }
        return found & HIGHEST != 0;
    }
    let mut escape = false;
    for (slot, byte) in to.iter_mut().zip(from) {
        *slot = *byte;
        escape |= matches!(byte, 0..0x20 | b'"' | b'\\');
    }
    escape
}

/// The highest bit of every byte.
const HIGHEST: u64 = u64::from_ne_bytes([0x80; 8]);

/// The highest bit is set of each byte to be escaped, and perhaps of bytes above such a one.
#[inline(always)]
fn escapes(word: &[u8; 8]) -> u64 {
    const CONTROL: u64 = u64::from_ne_bytes([0x20; 8]);
    const QUOTES: u64 = u64::from_ne_bytes([b'"'; 8]);
    const BACKSLASHES: u64 = u64::from_ne_bytes([b'\\'; 8]);
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    let below = |word: u64, limit: u64| word.wrapping_sub(limit) & !word;
    let word = u64::from_ne_bytes(*word);
    below(word, CONTROL) | below(word ^ QUOTES, ONES) | below(word ^ BACKSLASHES, ONES)
}
