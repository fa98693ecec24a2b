//! Memory for a column of results: fresh pages decide how long a table takes, so they are as large as the system has.

use arrow_buffer::{Buffer, MutableBuffer};
use bytes::Bytes;
use memmap2::MmapMut;

/// From this size on, a column is worth pages of its own, in bytes: twice the large pages of most processors.
const LARGE: usize = 4 << 20;

/// Zeroed memory.
pub(super) enum Memory {
    Small(MutableBuffer),
    Pages(MmapMut),
}

impl Memory {
    pub(super) fn zeroed(bytes: usize) -> Self {
        let pages = if bytes < LARGE { None } else { MmapMut::map_anon(bytes).ok() };
        let Some(pages) = pages else { return Self::Small(MutableBuffer::from_len_zeroed(bytes)) };
        // A system without large pages gives small ones, which are as good but slower.
        #[cfg(target_os = "linux")]
        drop(pages.advise(memmap2::Advice::HugePage));
        Self::Pages(pages)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        match self {
            Self::Small(buffer) => buffer,
            Self::Pages(pages) => pages,
        }
    }

    pub(super) fn bytes_mut(&mut self) -> &mut [u8] {
        match self {
            Self::Small(buffer) => buffer,
            Self::Pages(pages) => pages,
        }
    }

    pub(super) fn buffer(self) -> Buffer {
        match self {
            Self::Small(buffer) => buffer.into(),
            Self::Pages(pages) => Buffer::from(Bytes::from_owner(pages)),
        }
    }
}
