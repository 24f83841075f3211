-- The ledger, version 1. Read it with: sqlite3 -readonly ledger.db 'SELECT * FROM interval'

CREATE TABLE record (
  seq          INTEGER PRIMARY KEY,                                      -- 1, 2, 3 ... without a gap, never reused
  boot         TEXT    NOT NULL,                                         -- which run of the agent wrote it
  kind         TEXT    NOT NULL,                                         -- interval, order, verdict, statement, event
  key          TEXT    NOT NULL,                                         -- natural key, for example node, start, version
  at           INTEGER NOT NULL,                                         -- UTC, milliseconds since 1970
  time_quality TEXT    NOT NULL,                                         -- SYNCHRONISED, HOLDOVER, UNSYNCHRONISED
  body         TEXT    NOT NULL CHECK (json_valid(body)),                -- JSON
  hash         BLOB    NOT NULL CHECK (length(hash) = 32)                -- SHA-256 over the hash before and this record
);
CREATE INDEX record_key ON record (kind, key);

CREATE TRIGGER record_is_never_changed BEFORE UPDATE ON record
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: write a new version of the record'); END;
CREATE TRIGGER record_is_never_deleted BEFORE DELETE ON record
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: write a new version of the record'); END;

-- Where the agent stood after the last record: replaced, never appended, in the same transaction as the records.
CREATE TABLE state (name TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;

-- The highest sequence number up to which every record has been acknowledged upstream.
CREATE TABLE mark (name TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO mark VALUES ('acknowledged', 0);

CREATE VIEW outbox AS
  SELECT * FROM record WHERE seq > (SELECT seq FROM mark WHERE name = 'acknowledged');
CREATE VIEW interval AS
  SELECT seq, key, strftime('%Y-%m-%dT%H:%M:%SZ', at / 1000, 'unixepoch') AS recorded, time_quality,
         json_extract(body, '$.node') AS node, json_extract(body, '$.start') AS start, body
  FROM record WHERE kind = 'interval';
CREATE VIEW orders AS
  SELECT seq, key, strftime('%Y-%m-%dT%H:%M:%SZ', at / 1000, 'unixepoch') AS recorded, time_quality, kind,
         json_extract(body, '$.node') AS node, json_extract(body, '$.state') AS state, body
  FROM record WHERE kind IN ('order', 'verdict');
CREATE VIEW statement AS
  SELECT seq, key, strftime('%Y-%m-%dT%H:%M:%SZ', at / 1000, 'unixepoch') AS recorded, time_quality,
         json_extract(body, '$.node') AS node, body
  FROM record WHERE kind = 'statement';
