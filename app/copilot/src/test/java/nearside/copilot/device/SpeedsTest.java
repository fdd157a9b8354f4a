package nearside.copilot.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.Usage;
import nearside.storage.Measures;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

class SpeedsTest {
    /// 500 tokens read in five seconds, 100 written in ten.
    private static final Usage USAGE =
            new Usage(500, 0, 100, Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(15));

    @TempDir Path folder;

    private Speeds speeds() {
        return new Speeds(new Measures(folder));
    }

    @Test
    void aModelIsKnownAfterItsFirstTurnAndAfterAStart() {
        Speeds speeds = speeds();
        assertEquals(Speed.UNKNOWN, speeds.of("phi3"));
        speeds.learn("phi3", USAGE);
        Speed learned = speeds.of("phi3");
        assertEquals(100, learned.reading().at(250), 0.01);
        assertEquals(learned, speeds().of("phi3"));
        assertEquals(Speed.UNKNOWN, speeds().of("starter"));
    }

    @Test
    void howTurnsUsuallyAreIsKeptToo() {
        Speeds speeds = speeds();
        assertEquals(200, speeds.of("phi3").usual().nextReply(), "a guess before the first");
        speeds.learn("phi3", usage(400, Duration.ofSeconds(3)));
        speeds.learn("phi3", usage(40, Duration.ZERO));
        Usual usual = speeds().of("phi3").usual();
        assertEquals(310, usual.nextReply(), "newer ones count more");
        assertEquals(Optional.of(Duration.ofSeconds(3)), usual.load());
    }

    private static Usage usage(int reply, Duration load) {
        return new Usage(
                500, 0, reply, load, Duration.ofSeconds(5), load.plus(Duration.ofSeconds(25)));
    }

    @Test
    void whatWasNoTurnTeachesNothing() {
        speeds().learn("phi3", new Usage(3, 0, 1, Duration.ZERO, Duration.ZERO, Duration.ZERO));
        assertTrue(Files.notExists(folder.resolve("measures.json")));
    }

    @Test
    void figuresThatAreNoneAreMeasuredAnew() {
        new Measures(folder).put("phi3", "{\"reading\": \"fast\"}");
        assertEquals(Speed.UNKNOWN, speeds().of("phi3"));
        speeds().learn("phi3", USAGE);
        assertNotEquals(Speed.UNKNOWN, speeds().of("phi3"));
    }

    /// A turn does not fail because a figure cannot be kept.
    @Test
    void aFileThatCannotBeWrittenIsNoTrouble() throws IOException {
        Files.createDirectories(folder.resolve("measures.json.lock"));
        Speeds speeds = speeds();
        speeds.learn("phi3", USAGE);
        assertNotEquals(Speed.UNKNOWN, speeds.of("phi3"));
        assertEquals(Speed.UNKNOWN, speeds().of("phi3"));
    }
}
