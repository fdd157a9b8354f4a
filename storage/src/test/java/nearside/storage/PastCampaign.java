package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.past.Damage;
import nearside.storage.past.PastConversation;
import nearside.storage.past.PastEntry;
import nearside.storage.past.PastEntry.Next;
import nearside.storage.past.PastSamples;
import nearside.storage.past.PastTally;
import nearside.storage.past.foreign.Limits;
import nearside.storage.past.foreign.PastFiles;
import nearside.storage.past.page.PastJson;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Export files damaged by chance: what can be read is brought in whole, what cannot is refused by
/// name, in time; and brought in again, nothing changes. Some dozens in the everyday run; more by
///
/// `mvn -pl storage test -Dtest=PastCampaign -Dnearside.seeds=1-5000`
class PastCampaign {
    private static final String FEW = "1-78";
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Past.Watch ON = _ -> Next.GO_ON;
    private static final List<String> FIXTURES =
            List.of(
                    "chatgpt-conversations.json",
                    "claude-conversations.json",
                    "open-webui-chats.json",
                    "lmstudio/Work/1717171717171.conversation.json",
                    "jan/threads/9d0f6a51-3c5e-4f6e-8f0a-2c1d0e5b7a11/messages.jsonl");

    @TempDir Path room;
    private Profile profile;
    private final Set<Damage> done = EnumSet.noneOf(Damage.class);
    private int found;
    private int refused;
    private int exact;
    private int attachments;

    @BeforeEach
    void open() {
        profile = Profile.open(room.resolve("profile"));
    }

    @AfterEach
    void close() {
        profile.close();
    }

    @Test
    void damagedFilesAreReadAsFarAsTheyGoAndNothingIsHalfBroughtIn() throws Exception {
        String[] ends = System.getProperty("nearside.seeds", FEW).split("-", 2);
        long first = Long.parseLong(ends[0]);
        long last = Long.parseLong(ends[ends.length - 1]);
        for (long seed = first; seed <= last; seed++) {
            attempt(seed);
        }
        System.out.printf(
                "seeds %d-%d: %d conversations with %d attachments found, %d refusals, %d files"
                        + " read exactly%n",
                first, last, found, attachments, refused, exact);
        long seeds = last - first + 1;
        assertTrue(found >= seeds / 2, "found " + found);
        assertTrue(attachments >= seeds, "attachments " + attachments);
        assertTrue(refused >= seeds / 4, "refused " + refused);
        assertTrue(exact >= seeds / 30, "exact " + exact);
        if (seeds >= Damage.values().length) {
            assertEquals(EnumSet.allOf(Damage.class), done);
        }
    }

    private void attempt(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<Damage> damages = List.of(Damage.values());
        Damage damage = damages.get((int) (seed % damages.size()));
        List<PastConversation> samples = samples(seed, random.nextInt(6));
        boolean own = random.nextInt(3) > 0;
        byte[] sound = own ? exported(samples) : fixture(random);
        byte[] bytes = damage.to(sound, random);
        Path file = write(bytes, random);
        long start = System.nanoTime();
        List<PastEntry.Found> read = read(file);
        PastTally first = profile.past().bringIn(List.of(file), ON);
        check(seed, read, first);
        if (own && damage == Damage.NOTHING && first.refused() == 0) {
            assertEquals(samples, read.stream().map(PastEntry.Found::conversation).toList());
            exact++;
        }
        again(seed, file, read, first);
        inTime(seed + " " + damage, start);
        done.add(damage);
        Files.delete(file);
    }

    /// Every fifth seed in an archive, every tenth of which is damaged itself.
    private Path write(byte[] bytes, SplittableRandom random) throws IOException {
        if (random.nextInt(5) > 0) {
            return Files.write(room.resolve("x.conversation.json"), bytes);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("conversations.json"));
            zip.write(bytes);
        }
        byte[] archive = out.toByteArray();
        return Files.write(
                room.resolve("x.zip"),
                random.nextInt(2) == 0 ? Damage.FLIPPED.to(archive, random) : archive);
    }

    private static List<PastConversation> samples(long seed, int count) {
        PastSamples samples = new PastSamples(seed);
        List<PastConversation> all = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            all.add(samples.conversation(i * 5));
        }
        return all;
    }

    private static byte[] exported(List<PastConversation> conversations) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                PastJson json = new PastJson(writer)) {
            for (PastConversation conversation : conversations) {
                json.write(conversation);
            }
        }
        return out.toByteArray();
    }

    private static byte[] fixture(SplittableRandom random) throws IOException {
        String name = FIXTURES.get(random.nextInt(FIXTURES.size()));
        try (var in = PastCampaign.class.getResourceAsStream("/nearside/storage/past/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static List<PastEntry.Found> read(Path file) {
        List<PastEntry.Found> found = new ArrayList<>();
        PastFiles.read(
                List.of(file),
                Limits.USUAL,
                entry -> {
                    if (entry instanceof PastEntry.Found it) {
                        found.add(it);
                    }
                    return Next.GO_ON;
                });
        return found;
    }

    /// What was read is in the store as it was read, unless it was there before.
    private void check(long seed, List<PastEntry.Found> read, PastTally tally) {
        found += tally.conversations().all();
        attachments +=
                read.stream()
                        .flatMap(it -> it.conversation().messages().stream())
                        .mapToInt(message -> message.attachments().size())
                        .sum();
        refused += tally.refused();
        Map<String, Integer> times = new HashMap<>();
        read.forEach(it -> times.merge(it.conversation().id(), 1, Integer::sum));
        if (tally.conversations().fresh() != read.size()) {
            return;
        }
        for (PastEntry.Found it : read) {
            if (times.getOrDefault(it.conversation().id(), 0) == 1) {
                assertEquals(
                        Optional.of(stored(it.conversation())),
                        here(it.conversation()),
                        "seed " + seed);
            }
        }
    }

    private Optional<PastConversation> here(PastConversation conversation) {
        return profile.past().find(new ConversationId(conversation.id())).map(PastCampaign::stored);
    }

    /// Tags are given in the order in which a profile met them first.
    private static PastConversation stored(PastConversation it) {
        return new PastConversation(
                it.id(),
                it.head(),
                new PastConversation.Filing(
                        it.filing().folder(),
                        it.filing().tags().stream().sorted().toList(),
                        it.filing().pinned()),
                it.messages(),
                it.shown(),
                it.extra());
    }

    private void again(long seed, Path file, List<PastEntry.Found> read, PastTally first) {
        List<Optional<PastConversation>> before =
                read.stream().map(it -> here(it.conversation())).toList();
        PastTally second = profile.past().bringIn(List.of(file), ON);
        assertEquals(
                new PastTally.Conversations(0, 0, 0, first.conversations().all()),
                second.conversations(),
                "seed " + seed);
        assertEquals(first.refused(), second.refused(), "seed " + seed);
        assertEquals(
                before, read.stream().map(it -> here(it.conversation())).toList(), "seed " + seed);
    }

    /// Of a machine that is not shared: on a busy one accordingly more.
    private static void inTime(String what, long start) throws IOException {
        Path load = Path.of("/proc/loadavg");
        double share =
                Files.exists(load)
                        ? Double.parseDouble(Files.readString(load).split(" ", 2)[0])
                                / Runtime.getRuntime().availableProcessors()
                        : 1;
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        assertTrue(millis < LONGEST.toMillis() * Math.max(1, share), what + ": " + millis + " ms");
    }
}
