package nearside.copilot.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.engine.memory.Footprint;
import nearside.storage.Measures;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class FootprintsTest {
    private static final long MIB = 1L << 20;
    private static final Footprint FIRST = new Footprint(5, 4, Map.of(10, 4 * MIB));
    private static final Footprint SECOND = new Footprint(4, 6, Map.of(20, 8 * MIB));

    @TempDir Path profile;
    private Optional<Footprint> measured = Optional.empty();

    private Footprints open() {
        return new Footprints(new Measures(profile), () -> measured);
    }

    @Test
    void nothingIsKnownBeforeItWasMeasured() {
        Footprints footprints = open();
        footprints.learn("m");
        assertEquals(Optional.empty(), footprints.of("m"));
    }

    @Test
    void mostOfAllTimesIsKept() {
        measured = Optional.of(FIRST);
        open().learn("m");
        assertEquals(Optional.of(FIRST), open().of("m"));
        measured = Optional.of(SECOND);
        Footprints footprints = open();
        footprints.learn("m");
        assertEquals(Optional.of(FIRST.and(SECOND)), footprints.of("m"));
        assertEquals(Optional.of(FIRST.and(SECOND)), open().of("m"));
        assertEquals(Optional.empty(), open().of("other"));
    }

    @Test
    void whatIsNoFootprintIsMeasuredAnew() {
        new Measures(profile).put("footprint m", "{\"loading\": \"lots\"}");
        assertEquals(Optional.empty(), open().of("m"));
    }

    @Test
    void withoutAProfileNothingIsKept() {
        Footprints none = Footprints.none();
        none.learn("m");
        assertEquals(Optional.empty(), none.of("m"));
    }
}
