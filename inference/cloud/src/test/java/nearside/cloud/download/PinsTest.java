package nearside.cloud.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class PinsTest {
    private static final Source SOURCE = new Source("o/n", "main", "");
    private static final HubFile DESCRIPTION = small("genai_config.json", 10);
    private static final HubFile GRAPH = large("model.onnx", 20, "a");

    private static HubFile small(String name, long size) {
        return new HubFile(name, size, new Checksum(Checksum.Kind.GIT_BLOB, "0".repeat(40)));
    }

    private static HubFile large(String name, long size, String digit) {
        return new HubFile(name, size, new Checksum(Checksum.Kind.SHA_256, digit.repeat(64)));
    }

    private static Plan plan(HubFile... files) {
        return new Plan(SOURCE, "main", List.of(files));
    }

    private static final Plan LISTED = plan(DESCRIPTION, small("config.json", 5), GRAPH);

    private static void refused(Pins pins) {
        Setback.Lasting refused = assertThrows(Setback.Lasting.class, () -> pins.hold(LISTED));
        assertInstanceOf(DownloadFailure.NotAsCatalogued.class, refused.failure());
    }

    @Test
    void withoutPinsTheHubIsBelieved() throws Setback {
        assertEquals(LISTED, new Pins(List.of()).hold(LISTED));
    }

    @Test
    void onlyPinnedFilesComeAndAreHeldToThePin() throws Setback {
        HubFile pinned = large("genai_config.json", 10, "b");
        Pins pins = new Pins(List.of(pinned, GRAPH));
        assertEquals(plan(pinned, GRAPH), pins.hold(LISTED));
        assertTrue(pins.allow(plan(pinned, GRAPH)));
        assertFalse(pins.allow(LISTED));
    }

    @Test
    void whatContradictsIsRefused() {
        refused(new Pins(List.of(DESCRIPTION, large("model.onnx", 20, "c"))));
        refused(new Pins(List.of(DESCRIPTION, large("model.onnx", 21, "a"))));
        refused(new Pins(List.of(DESCRIPTION, GRAPH, large("more.onnx", 1, "a"))));
    }
}
