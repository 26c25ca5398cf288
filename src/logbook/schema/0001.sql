-- The truth and what is kept beside it. Landed migrations are never edited; the next change is a new file.

CREATE TABLE journals (
    num           INTEGER PRIMARY KEY,
    id            BLOB    NOT NULL UNIQUE,
    unit          TEXT    NOT NULL,
    continues     INTEGER REFERENCES journals (num),
    continues_seq INTEGER,
    frozen        INTEGER  -- number of the last common entry, once two stories were told of what follows it
) STRICT;

CREATE TABLE entries (
    row     INTEGER PRIMARY KEY,
    journal INTEGER NOT NULL REFERENCES journals (num),
    seq     INTEGER NOT NULL,
    id      BLOB    NOT NULL,
    record  BLOB    NOT NULL,
    line    BLOB    NOT NULL,
    UNIQUE (journal, seq),
    UNIQUE (id, journal)  -- within its journal: no post can take the ids of another one
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

-- Records that no purge may touch.
CREATE TABLE holds (
    record  BLOB    PRIMARY KEY,
    officer BLOB    NOT NULL,
    at      INTEGER NOT NULL
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

-- Batches sealed here. Their lines are made again from the journal; the small files of the bag stand here.
CREATE TABLE sealed (
    journal  INTEGER NOT NULL REFERENCES journals (num),
    number   INTEGER NOT NULL,
    first    INTEGER NOT NULL,
    last     INTEGER NOT NULL,  -- first - 1 when nothing was new
    known    INTEGER NOT NULL,  -- head at sealing, by which secrets were judged
    week     TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    receiver TEXT    NOT NULL,
    persons  INTEGER NOT NULL,
    findings INTEGER NOT NULL,
    batch    BLOB    NOT NULL,
    files    BLOB    NOT NULL,
    PRIMARY KEY (journal, number)
) STRICT;

CREATE INDEX sealed_week ON sealed (week);

CREATE TRIGGER sealed_stays BEFORE UPDATE ON sealed
BEGIN SELECT RAISE (ABORT, 'a sealed batch is never changed'); END;

CREATE TRIGGER sealed_remains BEFORE DELETE ON sealed
BEGIN SELECT RAISE (ABORT, 'a sealed batch is never removed'); END;

-- Receipts that came back, and how far they acknowledge each journal.
CREATE TABLE receipts_in (
    desk      TEXT    NOT NULL,
    n         INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    body      BLOB    NOT NULL,
    signature TEXT    NOT NULL,
    PRIMARY KEY (desk, n)
) STRICT;

CREATE TABLE acknowledged (
    journal BLOB    PRIMARY KEY,
    number  INTEGER NOT NULL,
    seq     INTEGER NOT NULL,
    head    BLOB    NOT NULL
) STRICT;

-- Of a desk: the posts that report to it, their keys, what came from them, what went back.
CREATE TABLE posts (
    unit      TEXT    PRIMARY KEY,
    name      TEXT    NOT NULL,
    recipient TEXT    NOT NULL,
    since     INTEGER NOT NULL
) STRICT;

CREATE TABLE post_keys (
    key   TEXT    PRIMARY KEY,
    unit  TEXT    NOT NULL REFERENCES posts (unit),
    since INTEGER NOT NULL,
    state TEXT    NOT NULL DEFAULT 'valid' CHECK (state IN ('valid', 'revoked', 'stolen'))
) STRICT;

CREATE INDEX post_keys_unit ON post_keys (unit);

-- Batches by id: merged, held until the missing ones come, or quarantined as the other story of a fork.
CREATE TABLE received (
    unit    TEXT    NOT NULL,
    batch   BLOB    NOT NULL,
    journal BLOB    NOT NULL,
    number  INTEGER NOT NULL,
    first   INTEGER NOT NULL,
    last    INTEGER NOT NULL,
    head    BLOB    NOT NULL,
    week    TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    file    BLOB    NOT NULL,
    name    TEXT    NOT NULL,
    state   TEXT    NOT NULL CHECK (state IN ('merged', 'held', 'fork')),
    PRIMARY KEY (unit, batch)
) STRICT;

CREATE INDEX received_journal ON received (journal, number);

CREATE TABLE receipts_out (
    unit      TEXT    NOT NULL REFERENCES posts (unit),
    n         INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    body      BLOB    NOT NULL,
    signature TEXT    NOT NULL,
    PRIMARY KEY (unit, n)
) STRICT;

CREATE TRIGGER receipts_out_stay BEFORE UPDATE ON receipts_out
BEGIN SELECT RAISE (ABORT, 'a receipt is never changed'); END;

CREATE TRIGGER receipts_out_remain BEFORE DELETE ON receipts_out
BEGIN SELECT RAISE (ABORT, 'a receipt is never removed'); END;

-- Every file that was handed in, as one line of JSON each, with a hash chain of its own.
CREATE TABLE intake (
    row  INTEGER PRIMARY KEY,
    at   INTEGER NOT NULL,
    line TEXT    NOT NULL
) STRICT;

CREATE TRIGGER intake_stays BEFORE UPDATE ON intake
BEGIN SELECT RAISE (ABORT, 'the intake log is never changed'); END;

CREATE TRIGGER intake_remains BEFORE DELETE ON intake
BEGIN SELECT RAISE (ABORT, 'the intake log is never cut'); END;
