//! The wording in Vietnamese and English, from the Fluent files beside this one.
