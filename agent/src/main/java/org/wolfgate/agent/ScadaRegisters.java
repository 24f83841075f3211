package org.wolfgate.agent;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.wolfgate.agent.clock.TimeQuality;
import org.wolfgate.agent.control.GeneratorView;
import org.wolfgate.agent.control.Owed;
import org.wolfgate.agent.curtailment.Cap;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.orders.OrderEntry;
import org.wolfgate.agent.orders.OrderState;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Quality;
import org.wolfgate.drivers.Reading;

/** One node as registers; the map is docs/reference/scada-registers.md. */
final class ScadaRegisters {

    static final int VERSION = 1;
    static final int LENGTH = 3000;
    static final int UNITS_AT = 1000;
    static final int UNIT_LENGTH = 50;
    static final int MOST_UNITS = 40;

    /** A reading that is older than this is not shown as measured. */
    static final Duration FRESH = Duration.ofSeconds(10);

    private static final int NODE_TEXT = 21;
    private static final Map<OrderState, Integer> STATES = Map.of(
            OrderState.SCHEDULED, 1,
            OrderState.APPLYING, 2,
            OrderState.APPLIED, 3,
            OrderState.CONFIRMED_BY_METER, 4,
            OrderState.NOT_ACHIEVED, 5);

    private ScadaRegisters() {}

    /**
     * What is beside the node itself.
     *
     * @param heartbeat counts up while control lives
     * @param connected whether the ISO's broker is reached
     */
    record Surroundings(long heartbeat, Instant now, TimeQuality time, boolean connected) {}

    /** The node's registers of this moment. */
    static RegisterBlock of(GeneratorView view, Reading<ActivePower> power, Instant readAt, Surroundings surroundings) {
        RegisterBlock block = new RegisterBlock(LENGTH);
        int heartbeat = (int) (surroundings.heartbeat() % RegisterBlock.NOT_AVAILABLE_16);
        block.unsigned(0, VERSION);
        block.unsigned(1, heartbeat);
        block.unsignedPair(2, OptionalLong.of(surroundings.now().getEpochSecond()));
        block.unsigned(4, time(surroundings.time()));
        block.unsigned(5, surroundings.connected() ? 1 : 0);
        Cap cap = view.cap();
        block.unsigned(6, cap.limit().isPresent() ? 1 : 0);
        block.signed(7, hundredWatts(cap.limit(), RoundingMode.FLOOR));
        block.unsigned(9, reason(cap));
        Optional<OrderEntry> order = own(view);
        block.unsigned(
                10, order.map(entry -> STATES.getOrDefault(entry.state(), 0)).orElse(0));
        block.unsignedPair(
                11,
                order.map(entry -> OptionalLong.of(entry.order().end().getEpochSecond()))
                        .orElse(OptionalLong.empty()));
        power(block, power, Duration.between(readAt, surroundings.now()));
        Owed owed = view.owedInAll();
        money(block, 17, view.estimated(), owed, view.deviation());
        block.unsigned(25, Math.min(view.units().size(), MOST_UNITS));
        text(block, view, heartbeat, power);
        units(block, view);
        return block;
    }

    private static void power(RegisterBlock block, Reading<ActivePower> power, Duration age) {
        boolean fresh = age.compareTo(FRESH) <= 0;
        block.unsigned(13, fresh ? validity(power.quality()) : validity(Quality.STALE));
        block.signed(14, hundredWatts(power.value().filter(w -> fresh && power.isGood()), RoundingMode.HALF_EVEN));
        if (age.toDays() > 1) {
            block.notAvailable16(16);
        } else {
            block.unsigned(16, age.toSeconds());
        }
    }

    private static void money(RegisterBlock block, int address, Money estimated, Owed owed, Money deviation) {
        block.signed(address, cents(estimated));
        block.signed(address + 2, cents(owed.pending()));
        block.signed(address + 4, cents(owed.settled()));
        block.signed(address + 6, cents(deviation));
    }

    private static void text(RegisterBlock block, GeneratorView view, int heartbeat, Reading<ActivePower> power) {
        block.unsigned(99, heartbeat);
        block.text(100, NODE_TEXT, view.node());
        block.text(121, 50, own(view).map(entry -> entry.order().id()).orElse(""));
        block.unsigned(199, heartbeat);
        block.text(200, 100, view.cap().why());
        block.unsigned(399, heartbeat);
        block.text(400, 120, sentence(view, power));
    }

    private static String sentence(GeneratorView view, Reading<ActivePower> power) {
        String cap = view.cap().limit().map(limit -> "CAP " + limit).orElse("NO CAP");
        String until = own(view)
                .map(entry -> " UNTIL " + entry.order().end() + " BY ORDER "
                        + entry.order().id())
                .orElse("");
        String measured =
                power.value().filter(w -> power.isGood()).map(Object::toString).orElse("NOT MEASURED");
        return cap + until + "; POWER " + measured + "; " + view.cap().why();
    }

    private static void units(RegisterBlock block, GeneratorView view) {
        List<GeneratorView.Unit> units = view.units();
        for (int i = 0; i < Math.min(units.size(), MOST_UNITS); i++) {
            GeneratorView.Unit unit = units.get(i);
            int at = UNITS_AT + i * UNIT_LENGTH;
            Owed owed = view.owed().getOrDefault(unit.unit(), Owed.NOTHING);
            block.text(at, NODE_TEXT, unit.unit());
            block.unsigned(at + 21, view.cap().limit().isPresent() ? 1 : 0);
            block.signed(at + 22, hundredWatts(unit.granted(), RoundingMode.FLOOR));
            block.signed(at + 24, hundredWatts(unit.scheduled(), RoundingMode.HALF_EVEN));
            block.signed(at + 26, cents(view.estimated(unit.unit())));
            block.signed(at + 28, cents(owed.pending()));
            block.signed(at + 30, cents(owed.settled()));
        }
    }

    /** The order that the cap comes from. */
    private static Optional<OrderEntry> own(GeneratorView view) {
        return view.order()
                .filter(entry ->
                        view.cap().order().equals(Optional.of(entry.order().id())));
    }

    private static int reason(Cap cap) {
        if (cap.failSafe().isPresent()) {
            return switch (cap.failSafe().get()) {
                case UPSTREAM -> 2;
                case METER -> 3;
                case PLANT -> 4;
                case TIME -> 5;
            };
        }
        return cap.order().isPresent() ? 1 : cap.limit().isPresent() ? 6 : 0;
    }

    private static int time(TimeQuality quality) {
        return switch (quality) {
            case UNSYNCHRONISED -> 0;
            case HOLDOVER -> 1;
            case SYNCHRONISED -> 2;
        };
    }

    private static int validity(Quality quality) {
        return switch (quality) {
            case GOOD -> 0;
            case STALE -> 1;
            case SUSPECT -> 2;
            case SUBSTITUTED -> 3;
            case MISSING -> 4;
        };
    }

    private static OptionalLong hundredWatts(Optional<ActivePower> power, RoundingMode rounding) {
        return power.map(p -> BigDecimal.valueOf(p.watts(), 2).setScale(0, rounding))
                .map(hundreds -> OptionalLong.of(hundreds.longValueExact()))
                .orElse(OptionalLong.empty());
    }

    private static OptionalLong cents(Money money) {
        return OptionalLong.of(money.amount()
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact());
    }
}
