package nearside.cloud.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

class PlanTextTest {
    private static final HubFile FILE =
            new HubFile(
                    "genai_config.json",
                    1_234,
                    new Checksum(
                            Checksum.Kind.GIT_BLOB, "0123456789abcdef0123456789abcdef01234567"));

    private static final HubFile GRAPH = new HubFile("model.onnx", 17, FILE.sum());

    private static final Hub HUB = new Hub(URI.create("https://hub.example/a/"), List.of());

    private static Plan plan(String folder) {
        return new Plan(
                new Source("owner/name", "main", folder),
                "0123456789abcdef0123456789abcdef01234567",
                List.of(FILE, GRAPH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpu/int4", ""})
    void whatIsKeptIsReadAgain(String folder) {
        assertEquals(
                Optional.of(new PlanText.Kept(plan(folder), Optional.of("https://hub.example/a/"))),
                PlanText.read(PlanText.of(plan(folder), HUB)));
        assertEquals(
                Optional.of(new PlanText.Kept(plan(folder), Optional.empty())),
                PlanText.read(PlanText.doubted(plan(folder), HUB)));
    }

    /// What one hub said of a model is not what another one says of it.
    @Test
    void aPlanIsFollowedAtTheHubThatToldIt() {
        PlanText.Kept kept = PlanText.read(PlanText.of(plan("cpu"), HUB)).orElseThrow();
        assertTrue(kept.isBy(new Hub(HUB.base(), List.of(Hub.PUBLIC.origin()))));
        assertFalse(kept.isBy(Hub.PUBLIC));
        assertFalse(PlanText.read(PlanText.doubted(plan("cpu"), HUB)).orElseThrow().isBy(HUB));
    }

    /// The first form did not name the hub: what came by it stays, and the hub is asked anew.
    @Test
    void oneWithoutAHubIsFollowedAtNone() {
        String text = new String(PlanText.of(plan("cpu"), HUB), StandardCharsets.UTF_8);
        String first = text.replace("source 2 " + HUB.base(), "source 1");
        assertEquals(
                Optional.of(new PlanText.Kept(plan("cpu"), Optional.empty())),
                PlanText.read(first.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0\0\0",
                "source 1 owner/name main cpu",
                "source 3 owner/name main cpu main\nfile GIT_BLOB 0123456789abcdef0123456789abcdef01234567 1 config.json",
                "source 1 owner/name main cpu main",
                "source 1 owner/name main ../x main\nfile GIT_BLOB 0123456789abcdef0123456789abcdef01234567 1 config.json",
                "source 1 owner/name main cpu main\nfile MD5 0123456789abcdef0123456789abcdef01234567 1 config.json",
                "source 1 owner/name main cpu main\nfile GIT_BLOB 0123456789abcdef0123456789abcdef01234567 1 ../config.json"
            })
    void whatCannotBeReadIsNoPlan(String kept) {
        assertEquals(Optional.empty(), PlanText.read(kept.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aModelHasADescriptionAndAGraph() {
        Source source = new Source("o/n", "main", "");
        assertThrows(IllegalArgumentException.class, () -> new Plan(source, "main", List.of(FILE)));
        assertThrows(
                IllegalArgumentException.class, () -> new Plan(source, "main", List.of(GRAPH)));
    }

    @Test
    void namesThatDifferInCaseAloneAreTheSame() {
        HubFile upper = new HubFile("MODEL.onnx", 1, FILE.sum());
        HubFile lower = new HubFile("model.onnx", 1, FILE.sum());
        Source source = new Source("o/n", "main", "");
        assertThrows(
                IllegalArgumentException.class,
                () -> new Plan(source, "main", List.of(FILE, upper, lower)));
    }
}
