package nearside.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonParser;

import nearside.hubside.HubContent;
import nearside.hubside.HubFault;
import nearside.hubside.HubScript;
import nearside.hubside.HubSide;
import nearside.hubside.Turn;
import nearside.storage.Profile;
import nearside.storage.ledger.LedgerEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The packaged program gets a model of its catalogue from a hub on this machine, which a setting
/// names.
class GetIT {
    private static final String ID = "phi-3-mini-4k-cpu-int4";
    private static final String REPOSITORY = "microsoft/Phi-3-mini-4k-instruct-onnx";
    private static final String FOLDER = "cpu_and_mobile/cpu-int4-rtn-block-32-acc-level-4";
    private static final Path TINY = Packaged.models().resolve("phi3-tiny-4k");
    private static final long LARGE = 100_000;

    @TempDir Path room;
    private HubSide hub;
    private Packaged packaged;

    @BeforeEach
    void open() throws Exception {
        hub = HubSide.of(HubContent.of(TINY, REPOSITORY, FOLDER, LARGE));
        packaged = new Packaged(room);
        Files.createDirectories(packaged.profile());
        Files.writeString(
                packaged.profile().resolve("settings.json"),
                "{\"models_hub\": \"%s/\", \"models_storage\": [\"%s\"]}"
                        .formatted(hub.base(), hub.storage()));
    }

    @AfterEach
    void close() throws IOException {
        hub.close();
    }

    private Path model() {
        return packaged.profile().resolve("models").resolve(ID);
    }

    private void slow() {
        hub.script(
                HubScript.always(
                        Turn.Kind.STORAGE, new HubFault.Slow(1 << 16, Duration.ofMillis(100))));
    }

    @Test
    void whatWasKilledGoesOnIsVerifiedAndAnswers() throws Exception {
        slow();
        Process program = packaged.start("models", "get", ID);
        Path arriving = packaged.profile().resolve("models/.fetch-" + ID + "/parts");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (bytes(arriving) < 1 << 20) {
            assertTrue(System.nanoTime() < end, "nothing came");
            Thread.sleep(20);
        }
        program.destroyForcibly().waitFor();
        assertFalse(Files.exists(model()));

        hub.script(HubScript.none());
        Packaged.Run got = packaged.run("models", "get", ID, "--json");
        assertEquals(0, got.exit(), got.err());
        assertEquals(
                ID,
                JsonParser.parseString(got.out())
                        .getAsJsonObject()
                        .getAsJsonObject("model")
                        .get("id")
                        .getAsString());
        for (String name : names(TINY)) {
            assertEquals(-1, Files.mismatch(TINY.resolve(name), model().resolve(name)), name);
        }
        assertEquals(0, packaged.run("models", "check", ID).exit());
        assertEquals(0, packaged.run("models", "use", ID).exit());
        Packaged.Run answered = packaged.run("ask", "--json", "--max-tokens", "4", "Hello");
        assertEquals(0, answered.exit(), answered.err());
        assertEquals(
                ID,
                JsonParser.parseString(answered.out())
                        .getAsJsonObject()
                        .get("model")
                        .getAsString());
        try (Profile profile = Profile.open(packaged.profile())) {
            assertTrue(
                    profile.ledger().rows().stream()
                            .anyMatch(row ->
                                    row.event() instanceof LedgerEvent.Began began
                                            && began.purpose().equals("DOWNLOAD")));
        }
    }

    @Test
    void aFileThatChangedIsFoundByItsSum() throws Exception {
        assertEquals(0, packaged.run("models", "get", ID).exit());
        assertEquals("whole", published());
        Path tokenizer = model().resolve("tokenizer.json");
        Files.writeString(tokenizer, Files.readString(tokenizer) + " ");
        assertEquals("changed", published());
        Packaged.Run checked = packaged.run("models", "check", ID);
        assertEquals(1, checked.exit());
        assertTrue(checked.err().contains("tokenizer.json is not as"), checked.err());
    }

    private String published() throws Exception {
        return JsonParser.parseString(packaged.run("models", "check", ID, "--json").out())
                .getAsJsonObject()
                .get("published")
                .getAsString();
    }

    /// Nothing is asked but the hub and its storage, nothing is looked up.
    @Test
    void nobodyElseIsReached() throws Exception {
        assumeTrue(Programs.areHere("strace"), "strace is not installed here");
        Path record = room.resolve("calls.txt");
        Packaged.Run got = packaged.runUnder(SystemCalls.wrapper(record), "models", "get", ID);
        assertEquals(0, got.exit(), got.err());
        SystemCalls calls = SystemCalls.read(record);
        List<String> reached = calls.internet();
        assertNotEquals(List.of(), reached, "the watch is blind to connections");
        assertEquals(
                List.of(),
                reached.stream()
                        .filter(call -> !call.contains("127.0.0.1"))
                        .filter(call -> call.contains("connect("))
                        .toList());
        assertEquals(List.of(), calls.lookUps());
    }

    private static long bytes(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        long sum = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                sum += Files.size(file);
            }
        }
        return sum;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
