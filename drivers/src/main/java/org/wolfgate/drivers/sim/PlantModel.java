package org.wolfgate.drivers.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;
import org.wolfgate.drivers.ActivePower;

/**
 * A plant whose resource comes and goes, and whose controller holds output below a set-point: after a dead time, and no
 * faster than its slew. Pure: stepped from outside.
 */
final class PlantModel {

    private final long rating;
    private final long slewPerStep;
    private final int deadSteps;
    private final Wandering availability;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private ActivePower setPoint;
    private long obeyed;
    private long available;
    private long output;
    private long step;

    private record Pending(long fromStep, long watts) {}

    PlantModel(PlantSettings plant, RiversideSettings settings, double stepSeconds, RandomGenerator random) {
        this.rating = plant.rating().watts();
        this.slewPerStep = Math.max(1, Math.round(rating * settings.slewPerSecond() * stepSeconds));
        this.deadSteps = (int) Math.round(settings.deadTime().toNanos() / 1e9 / stepSeconds);
        this.availability = plant.kind().availability(stepSeconds, random);
        this.setPoint = plant.rating();
        this.obeyed = rating;
        this.available = share(availability.step());
        this.output = available;
    }

    /** Takes a set-point; refuses one below zero or above the rating. */
    boolean command(ActivePower wanted) {
        if (wanted.watts() < 0 || wanted.watts() > rating) {
            return false;
        }
        setPoint = wanted;
        pending.add(new Pending(step + deadSteps, wanted.watts()));
        return true;
    }

    void step() {
        step++;
        while (!pending.isEmpty() && pending.peek().fromStep() <= step) {
            obeyed = pending.remove().watts();
        }
        available = share(availability.step());
        long target = Math.min(available, obeyed);
        long change = Math.max(-slewPerStep, Math.min(slewPerStep, target - output));
        output = Math.min(available, output + change);
    }

    private long share(double share) {
        return Math.round(rating * Math.max(0, Math.min(1, share)));
    }

    ActivePower rating() {
        return new ActivePower(rating);
    }

    /** What stands in the set-point register, obeyed yet or not. */
    ActivePower setPoint() {
        return setPoint;
    }

    ActivePower available() {
        return new ActivePower(available);
    }

    ActivePower output() {
        return new ActivePower(output);
    }
}
