-- Of a desk: where it began in the middle of a post's journal, what it revoked and why, what it asks of posts, what the
-- rules said about their records. Of both: what did not come along, and batches sealed once more after a purge.

-- A post whose batches this desk takes from a number on; what was before never comes. Settled by the first one merged.
CREATE TABLE starts (
    unit    TEXT    PRIMARY KEY REFERENCES posts (unit),
    number  INTEGER NOT NULL,
    officer BLOB    NOT NULL,
    at      INTEGER NOT NULL
) STRICT;

CREATE TRIGGER starts_remain BEFORE DELETE ON starts
BEGIN SELECT RAISE (ABORT, 'a start in the middle is never forgotten'); END;

CREATE TRIGGER starts_stay BEFORE UPDATE ON starts WHEN EXISTS (SELECT 1 FROM journals WHERE unit = OLD.unit)
BEGIN SELECT RAISE (ABORT, 'a start in the middle is never changed once something came'); END;

-- Each key that signs no more. No officer: the post itself put another one in its place.
CREATE TABLE revocations (
    row     INTEGER PRIMARY KEY,
    key     TEXT    NOT NULL REFERENCES post_keys (key),
    stolen  INTEGER NOT NULL,
    officer BLOB,
    at      INTEGER NOT NULL,
    why     TEXT
) STRICT;

CREATE INDEX revocations_key ON revocations (key);

CREATE TRIGGER revocations_stay BEFORE UPDATE ON revocations
BEGIN SELECT RAISE (ABORT, 'a revocation is never changed'); END;

CREATE TRIGGER revocations_remain BEFORE DELETE ON revocations
BEGIN SELECT RAISE (ABORT, 'a revocation is never taken back'); END;

-- What a person at the desk asks a post for. An entry on the record after `known` answers it.
CREATE TABLE requests (
    row     INTEGER PRIMARY KEY,
    unit    TEXT    NOT NULL REFERENCES posts (unit),
    record  BLOB    NOT NULL,
    code    TEXT,
    text    TEXT    NOT NULL,
    officer BLOB    NOT NULL,
    at      INTEGER NOT NULL,
    known   INTEGER NOT NULL,  -- the row of the record's newest entry when it was asked
    n       INTEGER            -- number of the first receipt that carried it
) STRICT;

CREATE INDEX requests_unit ON requests (unit);

CREATE TRIGGER requests_remain BEFORE DELETE ON requests
BEGIN SELECT RAISE (ABORT, 'a request is never removed'); END;

-- What the rules said about a record when its newest version was merged, and with which batch that came.
CREATE TABLE found (
    unit   TEXT NOT NULL,
    record BLOB NOT NULL,
    code   TEXT NOT NULL,
    path   TEXT NOT NULL,
    batch  BLOB NOT NULL,
    PRIMARY KEY (unit, record, code, path)
) STRICT, WITHOUT ROWID;

CREATE INDEX found_batch ON found (batch);

-- Envelopes, numbered as in `envelopes`, that did not come along with their entry.
CREATE TABLE withheld (
    key INTEGER PRIMARY KEY
) STRICT;

-- A sealed batch made once more, under its number, after a purge took some of what it carried.
CREATE TABLE resealed (
    row     INTEGER PRIMARY KEY,
    journal INTEGER NOT NULL REFERENCES journals (num),
    number  INTEGER NOT NULL,
    batch   BLOB    NOT NULL,
    files   BLOB    NOT NULL
) STRICT;

CREATE INDEX resealed_number ON resealed (journal, number);

CREATE TRIGGER resealed_stays BEFORE UPDATE ON resealed
BEGIN SELECT RAISE (ABORT, 'a sealed batch is never changed'); END;

CREATE TRIGGER resealed_remains BEFORE DELETE ON resealed
BEGIN SELECT RAISE (ABORT, 'a sealed batch is never removed'); END;

-- A file that was merged is known again by its hash.
CREATE INDEX received_file ON received (file);
