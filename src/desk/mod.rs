//! The receiving desk: trust, receive, answer.
