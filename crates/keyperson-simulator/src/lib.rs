//! Made up.
