package org.wolfgate.agent.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * By how much the stamps of records move that were written before the clock was set (records of kind {@code rebase}).
 * A record stays as it is; who reads its time applies this.
 */
public final class Rebases {

    static final String QUERY = "SELECT json_extract(body, '$.first'), json_extract(body, '$.last'),"
            + " json_extract(body, '$.shift_ms') FROM record WHERE kind = 'rebase' ORDER BY seq";

    private final List<Shift> shifts;

    private record Shift(long first, long last, Duration by) {}

    private Rebases(List<Shift> shifts) {
        this.shifts = List.copyOf(shifts);
    }

    static Rebases read(ResultSet rows) throws SQLException {
        List<Shift> shifts = new ArrayList<>();
        while (rows.next()) {
            shifts.add(new Shift(rows.getLong(1), rows.getLong(2), Duration.ofMillis(rows.getLong(3))));
        }
        return new Rebases(shifts);
    }

    /** When a record became true by the clock as it was known last; its own stamp if nothing moves it. */
    public Instant at(StoredRecord stored) {
        return stored.at().plus(shift(stored.seq()));
    }

    /** By how much times in the record with this number move; a clock that was set twice moves the first ones twice. */
    public Duration shift(long seq) {
        return shifts.stream()
                .filter(shift -> shift.first() <= seq && seq <= shift.last())
                .map(Shift::by)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
