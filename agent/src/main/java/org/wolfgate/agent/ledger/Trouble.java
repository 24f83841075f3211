package org.wolfgate.agent.ledger;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/** Turns what the database says into one line: what was being done, to what, what was seen, what to try. */
final class Trouble {

    private static final int PERMISSION = 3;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int INPUT_OUTPUT = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int CONSTRAINT = 19;
    private static final int NOT_A_DATABASE = 26;

    private Trouble() {}

    static LedgerException of(String doing, Path file, SQLException seen) {
        // The low byte is the primary result code (sqlite.org/rescode.html).
        String advice = switch (seen.getErrorCode() & 0xff) {
            case FULL -> "the disk is full: free space on it; nothing of this was written";
            case READ_ONLY, PERMISSION, CANNOT_OPEN ->
                "cannot be written or opened: check that the directory"
                        + " exists, belongs to the agent's user and is not mounted read-only";
            case BUSY, LOCKED -> "another program holds it: close any sqlite3 that writes to it";
            case CORRUPT, NOT_A_DATABASE ->
                "it is damaged or no ledger: keep a copy of it, and start the agent" + " on a new directory";
            case INPUT_OUTPUT -> "the storage fails: look at the kernel's log (dmesg) and replace the card";
            case CONSTRAINT -> "the record breaks a rule of the ledger; nothing of this was written";
            default -> "look at the kernel's log (dmesg) and the free space";
        };
        return new LedgerException(doing + " " + file + ": " + firstLine(seen) + "; " + advice, seen);
    }

    private static String firstLine(SQLException seen) {
        String text = String.valueOf(seen.getMessage());
        return text.lines()
                        .findFirst()
                        .orElse(text)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .startsWith("[sqlite")
                ? text.lines().findFirst().orElse(text).strip()
                : text.replace('\n', ' ');
    }
}
