package org.wolfgate.agent.control;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.wolfgate.agent.curtailment.flowgate.LocalCap;
import org.wolfgate.agent.orders.OrderBook;

/**
 * What of the substation survives a restart. Plain records, so that any serialiser can keep it.
 *
 * @param orders the order book
 * @param market what the ISO published
 * @param streams the sequence of the last signed message of each stream
 * @param claims what concluded orders owe, and the final prices known for it
 * @param nodes each node's open interval, caps and totals
 * @param local by node, what the local flowgates leave to it
 * @param waiting by node and piece, the intervals that wait for an input
 */
public record SubstationState(
        OrderBook.State orders,
        MarketBook.State market,
        Map<String, Long> streams,
        Claims.State claims,
        Map<String, NodeState> nodes,
        Map<String, LocalCap> local,
        Map<String, List<Waiting>> waiting) {

    public static final SubstationState NEW = new SubstationState(
            OrderBook.State.EMPTY, MarketBook.State.EMPTY, Map.of(), Claims.State.EMPTY, Map.of(), Map.of(), Map.of());

    /** The keys under which a node's waiting intervals may be found. */
    public static List<String> waitingKeys(String node) {
        return IntStream.range(0, WaitingIntervals.PIECES)
                .mapToObj(piece -> node + "/" + piece)
                .toList();
    }

    /** What is decided of a node, to compare with: its caps and commands, without what is being measured. */
    public Object decided(String node) {
        return nodes.getOrDefault(node, NodeState.NEW).decided();
    }
}
