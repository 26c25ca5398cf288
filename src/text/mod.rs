//! Vietnamese text: cleaning, folding, wrapping, editing. Pure; no wording, no I/O.
