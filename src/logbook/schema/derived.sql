-- Views of the journal: dropped and made again at any time, with the same result.

CREATE TABLE records (
    row      INTEGER PRIMARY KEY,  -- the row of its first entry, so lists by row are in order of logging
    unit     TEXT    NOT NULL,
    record   BLOB    NOT NULL,
    kind     TEXT    NOT NULL,
    number   TEXT    NOT NULL,
    serial   INTEGER NOT NULL,
    at       INTEGER NOT NULL,     -- main time, seconds since 1970
    title    TEXT,
    area     TEXT,
    category TEXT,
    status   TEXT,
    external TEXT,
    void     INTEGER NOT NULL DEFAULT 0,
    rev      INTEGER NOT NULL,     -- of its last entry
    version  INTEGER NOT NULL,     -- rev of its newest version, the base of an amendment
    author   BLOB    NOT NULL,
    shift    BLOB,
    newest   INTEGER NOT NULL,     -- the row of the entry with its newest version
    hidden   INTEGER NOT NULL DEFAULT 0,  -- persons in the newest version
    noted    INTEGER NOT NULL DEFAULT 0,  -- notes so far
    rank     INTEGER NOT NULL,     -- of the journal with its last entry
    told     INTEGER NOT NULL,     -- rank of the journal with its newest version
    UNIQUE (record, unit)
) STRICT;

CREATE INDEX records_at ON records (at);
CREATE INDEX records_unit ON records (unit, at);
CREATE INDEX records_kind ON records (kind, at);
CREATE INDEX records_area ON records (area, at) WHERE area IS NOT NULL;
CREATE INDEX records_category ON records (category, at) WHERE category IS NOT NULL;
CREATE INDEX records_status ON records (status, at) WHERE status IS NOT NULL;
CREATE INDEX records_open ON records (unit, kind, status, at)
    WHERE void = 0 AND status IN ('open', 'in_progress', 'planned', 'active');
CREATE INDEX records_void ON records (at) WHERE void = 1;
CREATE INDEX records_tail ON records (serial % 1000);
CREATE INDEX records_number ON records (number);
CREATE INDEX records_external ON records (unit, kind, external) WHERE external IS NOT NULL;

CREATE TABLE counters (
    unit   TEXT    NOT NULL,
    kind   TEXT    NOT NULL,
    year   INTEGER NOT NULL,
    serial INTEGER NOT NULL,
    PRIMARY KEY (unit, kind, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE officers (
    unit    TEXT NOT NULL,
    officer BLOB NOT NULL,
    name    TEXT,
    folded  TEXT,
    rank    TEXT,
    role    TEXT NOT NULL,
    ended   TEXT,
    PRIMARY KEY (unit, officer)
) STRICT, WITHOUT ROWID;

CREATE TABLE areas (
    unit   TEXT NOT NULL,
    code   TEXT NOT NULL,
    record BLOB NOT NULL,
    name   TEXT NOT NULL,
    folded TEXT NOT NULL,
    type   TEXT,
    ended  TEXT,
    PRIMARY KEY (unit, code)
) STRICT, WITHOUT ROWID;

-- Which record speaks of which: the target, the row of the one that speaks, and how.
CREATE TABLE links (
    target BLOB    NOT NULL,
    row    INTEGER NOT NULL,
    how    TEXT    NOT NULL,
    PRIMARY KEY (target, row, how)
) STRICT, WITHOUT ROWID;

CREATE INDEX links_row ON links (row);

-- Areas that a patrol has seen, by the row of its record.
CREATE TABLE visits (
    unit TEXT    NOT NULL,
    area TEXT    NOT NULL,
    at   INTEGER NOT NULL,
    row  INTEGER NOT NULL,
    PRIMARY KEY (unit, area, at, row)
) STRICT, WITHOUT ROWID;

CREATE INDEX visits_row ON visits (row);
