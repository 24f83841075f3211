-- The ledger, version 2: what settles is there once, and records that the ISO has may leave after their time.

-- Records up to here have left; the chain goes on from this hash. Never above the acknowledged mark.
CREATE TABLE anchor (
  name TEXT PRIMARY KEY, seq INTEGER NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32)
) WITHOUT ROWID;
INSERT INTO anchor VALUES ('start', 0, zeroblob(32));

CREATE TRIGGER anchor_stays_below_the_mark BEFORE UPDATE ON anchor
WHEN NEW.seq < OLD.seq OR NEW.seq > (SELECT seq FROM mark WHERE name = 'acknowledged')
BEGIN SELECT RAISE(ABORT, 'only records that were acknowledged upstream may leave the ledger'); END;

DROP TRIGGER record_is_never_deleted;
CREATE TRIGGER record_is_never_deleted BEFORE DELETE ON record
WHEN OLD.seq > (SELECT seq FROM anchor WHERE name = 'start')
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: write a new version of the record'); END;

-- A key is node, start, version. Ordered by start first, a commit of many nodes changes one page of the index, not many.
DROP INDEX record_key;
CREATE INDEX record_key ON record (kind, substr(key, instr(key, '/') + 1), key);

-- Money is settled on these: the same one twice would be counted twice.
CREATE TRIGGER settled_once BEFORE INSERT ON record
WHEN NEW.kind IN ('interval', 'statement', 'verdict')
  AND EXISTS (SELECT 1 FROM record WHERE kind = NEW.kind
    AND substr(key, instr(key, '/') + 1) = substr(NEW.key, instr(NEW.key, '/') + 1) AND key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'this settlement record is in the ledger already'); END;
