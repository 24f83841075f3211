-- The ledger, version 3: the index itself lets a settlement record in once. A trigger that looked first took as long as
-- all the rest of an insert.

DROP TRIGGER settled_once;
DROP INDEX record_key;

-- Start first, as before. The last column is the same for all that settles, so that a second record of its key is refused;
-- to all others it gives their own number. /*twice*/ stands for records that version 1 let in twice: they stay as they are.
CREATE UNIQUE INDEX record_key ON record (
  kind, substr(key, instr(key, '/') + 1), key,
  CASE kind
    WHEN 'interval' THEN (seq IN (/*twice*/)) * seq
    WHEN 'statement' THEN (seq IN (/*twice*/)) * seq
    WHEN 'verdict' THEN (seq IN (/*twice*/)) * seq
    ELSE seq
  END
);
