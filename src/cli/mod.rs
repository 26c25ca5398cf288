//! The command line: the same acts, scriptable.
