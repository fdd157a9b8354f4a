package nearside.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;

import nearside.storage.Conversation;
import nearside.storage.Message;
import nearside.storage.Profile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// `kill -9` in mid-answer, the worker and the whole program, with the packaged program and its
/// real worker.
class KillIT {
    private static final String LONG =
            "Write a long story about the sea, the wind and a lighthouse keeper.";

    @TempDir Path room;

    /// What was shown, with the moment of each piece.
    private static final class Shown {
        private final List<String> pieces = new ArrayList<>();
        private final List<Long> moments = new ArrayList<>();

        /// Reads until that many characters were shown.
        void readUntil(InputStream out, int characters) throws IOException {
            byte[] buffer = new byte[4096];
            while (String.join("", pieces).length() < characters) {
                int count = out.read(buffer);
                if (count < 0) {
                    throw new IllegalStateException("ended after: " + String.join("", pieces));
                }
                pieces.add(new String(buffer, 0, count, StandardCharsets.US_ASCII));
                moments.add(System.nanoTime());
            }
        }

        String before(long moment) {
            StringBuilder text = new StringBuilder();
            for (int index = 0; index < pieces.size(); index++) {
                if (moments.get(index) < moment) {
                    text.append(pieces.get(index));
                }
            }
            return text.toString();
        }
    }

    private Message onlyReply(Packaged packaged) {
        try (Profile profile = Profile.open(packaged.profile())) {
            Conversation conversation = profile.conversations().list().getFirst();
            List<Message> messages = profile.conversations().messages(conversation.id());
            assertEquals(LONG, messages.getFirst().text());
            assertEquals(2, messages.size());
            return messages.getLast();
        }
    }

    @Test
    void wordsSurviveTheDeathOfTheWorker() throws Exception {
        Packaged packaged = new Packaged(room);
        Process program = packaged.start("ask", "--max-tokens", "2000", "--temperature", "0", LONG);
        Shown shown = new Shown();
        shown.readUntil(program.getInputStream(), 200);
        List<ProcessHandle> workers = Children.workers(program);
        assertEquals(1, workers.size());
        Children.signal(workers.getFirst(), "KILL");
        String rest =
                new String(program.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertTrue(program.waitFor(10, TimeUnit.SECONDS), "ends by itself");
        assertEquals(1, program.exitValue());
        assertFalse(packaged.errors().isBlank(), "says what happened");
        Message reply = onlyReply(packaged);
        assertEquals(Message.State.CUT, reply.state());
        assertEquals((shown.before(Long.MAX_VALUE) + rest).strip(), reply.text().strip());
        assertEquals(
                0,
                packaged.run("ask", "--max-tokens", "8", "Say hello.").exit(),
                "the next one is answered");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyWordShownASecondBeforeTheProgramDiesIsThere(long seed) throws Exception {
        List<Path> folders = Children.folders();
        Packaged packaged = new Packaged(room);
        Process program = packaged.start("ask", "--max-tokens", "4000", "--temperature", "0", LONG);
        Shown shown = new Shown();
        shown.readUntil(program.getInputStream(), 200 + new Random(seed).nextInt(1500));
        List<ProcessHandle> workers = Children.workers(program);
        Children.signal(program.toHandle(), "KILL");
        long killed = System.nanoTime();
        program.waitFor();
        String durable = shown.before(killed - Duration.ofSeconds(1).toNanos());
        Message reply = onlyReply(packaged);
        assertEquals(Message.State.CUT, reply.state());
        assertTrue(reply.text().startsWith(durable), reply.text() + " ≠ " + durable);
        for (ProcessHandle worker : workers) {
            worker.onExit().get(10, TimeUnit.SECONDS);
        }
        assertEquals(folders, Children.folders(), "the worker's temporary folder stayed");
    }

    /// The worker is held still and let go in turn, each time for less than would make it dead.
    @Test
    void wordsOfASlowModelAreNotHeldBack() throws Exception {
        Packaged packaged = new Packaged(room);
        Process program = packaged.start("ask", "--max-tokens", "4000", "--temperature", "0", LONG);
        Shown shown = new Shown();
        shown.readUntil(program.getInputStream(), 20);
        ProcessHandle worker = Children.workers(program).getFirst();
        Children.signal(worker, "STOP");
        TimeUnit.MILLISECONDS.sleep(1500);
        Children.signal(worker, "CONT");
        shown.readUntil(program.getInputStream(), shown.before(Long.MAX_VALUE).length() + 1);
        Children.signal(worker, "STOP");
        TimeUnit.MILLISECONDS.sleep(1500);
        byte[] late = new byte[program.getInputStream().available()];
        int count = program.getInputStream().read(late);
        String all =
                shown.before(Long.MAX_VALUE)
                        + new String(late, 0, Math.max(0, count), StandardCharsets.US_ASCII);
        Children.signal(program.toHandle(), "KILL");
        Children.signal(worker, "CONT");
        program.waitFor();
        assertTrue(onlyReply(packaged).text().startsWith(all), "a word waited for the next one");
    }

    @Test
    void interruptingKeepsThePartAndEndsWith130() throws Exception {
        Packaged packaged = new Packaged(room);
        // What starts in the background of a script ignores Ctrl-C, and so does all that it starts.
        List<String> listening = List.of("env", "--default-signal=INT");
        Process program =
                packaged.startUnder(
                        listening,
                        "ask",
                        "--json",
                        "--max-tokens",
                        "4000",
                        "--temperature",
                        "0",
                        LONG);
        TimeUnit.SECONDS.sleep(3);
        Children.signal(program.toHandle(), "INT");
        String out = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        program.waitFor();
        assertEquals(130, program.exitValue(), packaged.errors());
        String text = JsonParser.parseString(out).getAsJsonObject().get("text").getAsString();
        Message reply = onlyReply(packaged);
        assertEquals(Message.State.STOPPED, reply.state());
        assertEquals(text, reply.text());
    }
}
