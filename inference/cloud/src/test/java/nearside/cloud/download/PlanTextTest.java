package nearside.cloud.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                Optional.of(new PlanText.Kept(plan(folder), false)),
                PlanText.read(PlanText.of(plan(folder))));
        assertEquals(
                Optional.of(new PlanText.Kept(plan(folder), true)),
                PlanText.read(PlanText.doubted(plan(folder))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0\0\0",
                "source 1 owner/name main cpu",
                "source 2 owner/name main cpu main\nfile GIT_BLOB 0123456789abcdef0123456789abcdef01234567 1 config.json",
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
