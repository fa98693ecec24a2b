//! Special functions and small-sample statistics.
