//! The sections of a policy about the people around the person, as plain data.

use crate::read::record;
use crate::value::Count;

record! {
    /// When the network of a partner is heard.
    pub struct NetworkPolicy {
        /// Voices other than the person's own from which they say anything of the person.
        pub least_voices: Count,
    }
}
