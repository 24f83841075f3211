package org.wolfgate.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.wolfgate.agent.pricing.Illustrative;
import org.wolfgate.agent.pricing.RaisedFlags;
import org.wolfgate.agent.pricing.SystemPrice;

/**
 * Prices and accumulates one sample a second of each of 1,000 nodes, on one core: the agent's sampling path, SQLite over
 * the same rows, and plain {@link BigDecimal}. All three must agree before anything is printed.
 */
final class PricingBench {

    private static final int NODES = 1_000;
    private static final int SECONDS = 300;
    private static final int ROWS = NODES * SECONDS;
    private static final double WARM_UP_SECONDS = 1;
    private static final double MEASURED_SECONDS = 3;

    private final int[] millihertz = new int[ROWS];
    private final long[] aceWatts = new long[ROWS];
    private final long[] wattHours = new long[ROWS];
    private final long[] sums = new long[NODES];
    private final RaisedFlags raised = new RaisedFlags();

    private PricingBench() {
        Random random = new Random(1);
        for (int row = 0; row < ROWS; row++) {
            // Within four doublings no price is a decimal tie, which SQLite would round the other way.
            millihertz[row] = 59_960 + random.nextInt(80);
            aceWatts[row] = (random.nextInt(400) - 200) * 1_000_000L / 7;
            wattHours[row] = random.nextInt(2_000) - 1_000L;
        }
    }

    static void run() throws SQLException {
        PricingBench bench = new PricingBench();
        long expected = bench.agentPass();
        if (expected != bench.plainPass()) {
            throw new IllegalStateException("the agent and BigDecimal disagree");
        }
        repeat(bench::agentPass, WARM_UP_SECONDS);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long passes = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < MEASURED_SECONDS * 1e9) {
            bench.agentPass();
            passes++;
        }
        double agent = passes * ROWS / seconds(start);
        double bytes = (threads.getCurrentThreadAllocatedBytes() - before) / ((double) passes * ROWS);
        repeat(bench::plainPass, WARM_UP_SECONDS);
        double plain = repeat(bench::plainPass, MEASURED_SECONDS);
        double sqlite = bench.sqlite(expected);
        print("pricing.agent", agent, "samples/s");
        print("pricing.agent_allocation", bytes, "bytes/sample");
        print("pricing.sqlite", sqlite, "samples/s");
        print("pricing.bigdecimal", plain, "samples/s");
        print("pricing.agent_over_sqlite", agent / sqlite, "times");
        print("pricing.agent_over_bigdecimal", agent / plain, "times");
        print("pricing.load_of_1000_nodes", 100.0 * NODES / agent, "percent_of_one_core");
    }

    /** Price times energy, summed for each node in 10^-8 currency; returns the sum over all nodes. */
    private long agentPass() {
        SystemPrice price = Illustrative.AT_60_HZ;
        Arrays.fill(sums, 0);
        raised.clear();
        for (int row = 0; row < ROWS; row++) {
            sums[row % NODES] += price.hundredths(millihertz[row], aceWatts[row], raised) * wattHours[row];
        }
        long total = 0;
        for (long sum : sums) {
            total += sum;
        }
        return total;
    }

    private long plainPass() {
        BigDecimal span = new BigDecimal("60.00");
        BigDecimal least = new BigDecimal("-20.00");
        BigDecimal[] amounts = new BigDecimal[NODES];
        Arrays.fill(amounts, BigDecimal.ZERO);
        for (int row = 0; row < ROWS; row++) {
            double n = (60_000 - millihertz[row]) / 20.0 - aceWatts[row] / 200e6;
            BigDecimal price =
                    span.multiply(BigDecimal.valueOf(Math.pow(2, n))).add(least).setScale(2, RoundingMode.HALF_EVEN);
            BigDecimal amount = price.multiply(BigDecimal.valueOf(wattHours[row], 6));
            amounts[row % NODES] = amounts[row % NODES].add(amount);
        }
        BigDecimal total = BigDecimal.ZERO;
        for (BigDecimal amount : amounts) {
            total = total.add(amount);
        }
        return total.movePointRight(8).longValueExact();
    }

    /** The same sums in one statement over a table in memory. */
    private double sqlite(long expected) throws SQLException {
        String sums = "select sum(s) from (select sum(wh * cast(round(-2000 + 6000 *"
                + " pow(2, (60000 - f) / 20.0 - ace / 200e6)) as integer)) as s from sample group by node)";
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table sample (node integer, f integer, ace integer, wh integer)");
            fill(connection);
            if (query(statement, sums) != expected) {
                throw new IllegalStateException("the agent and SQLite disagree");
            }
            int passes = 0;
            long start = System.nanoTime();
            while (System.nanoTime() - start < MEASURED_SECONDS * 1e9) {
                query(statement, sums);
                passes++;
            }
            return (double) passes * ROWS / seconds(start);
        }
    }

    private void fill(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("insert into sample values (?, ?, ?, ?)")) {
            for (int row = 0; row < ROWS; row++) {
                insert.setInt(1, row % NODES);
                insert.setInt(2, millihertz[row]);
                insert.setLong(3, aceWatts[row]);
                insert.setLong(4, wattHours[row]);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    private static long query(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static double repeat(Runnable pass, double atLeast) {
        long passes = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < atLeast * 1e9) {
            pass.run();
            passes++;
        }
        return passes * ROWS / seconds(start);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "%s: %.3f %s%n", name, value, unit);
    }
}
