//! What can be logged.
