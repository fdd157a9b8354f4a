package nearside.engine.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.OptionalDouble;

class ProcessorsTest {
    private static final String LOADAVG = "1.94 2.26 3.62 3/162 19067\n";

    @Test
    void loadIsByProcessorsOfTheMachine() {
        assertEquals(OptionalDouble.of(0.97), Processors.linux(LOADAVG, "0-1\n"));
        assertEquals(OptionalDouble.of(1.94 / 5), Processors.linux(LOADAVG, "0-3,6\n"));
        assertEquals(OptionalDouble.of(1.94), Processors.linux(LOADAVG, "0"));
    }

    @Test
    void nonsenseIsNoLoad() {
        assertEquals(OptionalDouble.empty(), Processors.linux("", "0-1"));
        assertEquals(OptionalDouble.empty(), Processors.linux(LOADAVG, ""));
        assertEquals(OptionalDouble.empty(), Processors.linux(LOADAVG, "0-x"));
        assertEquals(OptionalDouble.empty(), Processors.linux("nan 1 2", "0-1"));
    }

    @Test
    void systemThatDoesNotKnowSaysLessThanNothing() {
        assertEquals(OptionalDouble.of(0.5), Processors.other(0.5));
        assertEquals(OptionalDouble.empty(), Processors.other(-1));
        assertEquals(OptionalDouble.empty(), Processors.other(Double.NaN));
    }

    @Test
    void nobodyRunsOnNone() {
        assertThrows(
                IllegalArgumentException.class, () -> new Processors(0, OptionalDouble.empty()));
    }
}
