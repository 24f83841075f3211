package org.wolfgate.drivers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The set-points that wait for their line, oldest first. Bounded; a newer set-point of a plant supersedes older ones. */
final class CommandQueue {

    static final int CAPACITY = 256;

    private final Deque<Command> waiting = new ArrayDeque<>();

    /**
     * A set-point for a plant.
     *
     * @param listener told what became of it
     */
    record Command(String id, PowerLimit limit, ActivePower cap, BiConsumer<String, Reading<ActivePower>> listener) {}

    /** False if the queue is full. */
    boolean offer(Command command) {
        return waiting.size() < CAPACITY && waiting.offer(command);
    }

    /** The oldest command, to be executed or, if {@link #isSuperseded}, only to be reported. */
    Optional<Command> take() {
        return Optional.ofNullable(waiting.poll());
    }

    /** Whether a newer command for the same plant waits. */
    boolean isSuperseded(Command command) {
        return waiting.stream().anyMatch(other -> other.id().equals(command.id()));
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }
}
