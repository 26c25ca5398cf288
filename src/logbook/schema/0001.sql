-- The truth and what is kept beside it. Landed migrations are never edited; the next change is a new file.

CREATE TABLE journals (
    num           INTEGER PRIMARY KEY,
    id            BLOB    NOT NULL UNIQUE,
    unit          TEXT    NOT NULL,
    continues     INTEGER REFERENCES journals (num),
    continues_seq INTEGER
) STRICT;

CREATE TABLE entries (
    row     INTEGER PRIMARY KEY,
    journal INTEGER NOT NULL REFERENCES journals (num),
    seq     INTEGER NOT NULL,
    id      BLOB    NOT NULL UNIQUE,
    record  BLOB    NOT NULL,
    line    BLOB    NOT NULL,
    UNIQUE (journal, seq)
) STRICT;

CREATE INDEX entries_record ON entries (record);

-- key = twice the entry's row, plus one for persons: bulk writing stays in order.
CREATE TABLE envelopes (
    key   INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;

-- The envelopes that a purge is about to remove; empty at all other times.
CREATE TABLE purging (
    key INTEGER PRIMARY KEY
) STRICT;

CREATE TRIGGER entries_stay BEFORE UPDATE ON entries
BEGIN SELECT RAISE (ABORT, 'entries are never changed'); END;

CREATE TRIGGER entries_remain BEFORE DELETE ON entries
BEGIN SELECT RAISE (ABORT, 'entries are never removed'); END;

CREATE TRIGGER envelopes_stay BEFORE UPDATE ON envelopes
BEGIN SELECT RAISE (ABORT, 'envelopes are never changed'); END;

CREATE TRIGGER envelopes_remain BEFORE DELETE ON envelopes
WHEN NOT EXISTS (SELECT 1 FROM purging WHERE key = OLD.key)
BEGIN SELECT RAISE (ABORT, 'only a purge removes envelopes'); END;

-- What this logbook is: unit, journal, keys. Text by name.
CREATE TABLE own (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE logins (
    login     TEXT PRIMARY KEY,
    officer   BLOB NOT NULL,
    recipient TEXT NOT NULL,
    active    INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
    key     TEXT PRIMARY KEY,
    officer BLOB    NOT NULL,
    at      INTEGER NOT NULL,
    body    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- One line of JSON each, with a hash chain of its own.
CREATE TABLE access (
    row  INTEGER PRIMARY KEY,
    at   INTEGER NOT NULL,
    line TEXT    NOT NULL
) STRICT;

CREATE TRIGGER access_stays BEFORE UPDATE ON access
BEGIN SELECT RAISE (ABORT, 'the access log is never changed'); END;

CREATE TRIGGER access_remains BEFORE DELETE ON access
BEGIN SELECT RAISE (ABORT, 'the access log is never cut'); END;
