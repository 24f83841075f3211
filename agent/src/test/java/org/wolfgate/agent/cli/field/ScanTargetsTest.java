package org.wolfgate.agent.cli.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a scan knocks. */
class ScanTargetsTest {

    @Test
    void aNetworkIsEveryAddressButItsOwnAndTheBroadcast() {
        List<ScanTargets.Place> places = ScanTargets.places("192.0.2.0/29");
        assertEquals(6, places.size());
        assertEquals("tcp:192.0.2.1:502", places.get(0).address());
        assertEquals("tcp:192.0.2.6:502", places.get(5).address());
        assertEquals(254, ScanTargets.places("192.0.2.77/24").size());
        assertEquals(1, ScanTargets.places("192.0.2.77/32").size());
    }

    @Test
    void rangesOfHostsAndPortsMultiply() {
        assertEquals(
                List.of("tcp:10.1.2.3:502", "tcp:10.1.2.3:1001", "tcp:10.1.2.4:502", "tcp:10.1.2.4:1001"),
                ScanTargets.places("10.1.2.3-4:502,1001").stream()
                        .map(ScanTargets.Place::address)
                        .toList());
    }

    @Test
    void unitIdsAreListsAndRanges() {
        assertEquals(List.of(1, 2, 3, 126), ScanTargets.numbers("1-3,126", 0, 255));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "10.0.0.300-400", "host:0", "host:99999", "host:5-1", "a:b:c"})
    void nonsenseAndWholeInternetsAreRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> ScanTargets.places(text));
    }
}
