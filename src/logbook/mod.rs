//! The folder and its encrypted database: the only place with SQL.
