package nearside.copilot.downloads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.downloads.Trip.Standing;
import nearside.engine.contract.Campaign;
import nearside.farside.FarSide;
import nearside.hubside.HubFault;
import nearside.hubside.HubScript;
import nearside.hubside.HubSide;
import nearside.hubside.SeededScript;
import nearside.hubside.Served;
import nearside.hubside.Turn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A model is fetched from a hub that errs in all ways, by a program that is stopped and killed
/// meanwhile, and is asked for again as a person would: what bears the final name is whole, nobody
/// is asked but the hub, and it ends. A few in the everyday run; a campaign by
///
/// `mvn -pl app/copilot -am test -Dtest=DownloadFaultCampaign -Dnearside.seeds=1-1000
/// -Dsurefire.failIfNoSpecifiedTests=false`
class DownloadFaultCampaign {
    private static final int MOST_FAULTS = 3;
    private static final int MOST_TRIES = 60;
    private static final Duration LONGEST_TRY = Duration.ofSeconds(60);
    private static final long MOST_WASTE = 8L << 20;

    @TempDir Path room;

    private final Campaign campaign =
            Campaign.of(
                    "download-faults.csv", "interruption,for_ever,tries,landed,requests,waste", 10);

    /// What happens on this side.
    private enum Interruption {
        NONE,
        STOPPED,
        KILLED,
        /// The disk is filled up by somebody else; only where one can be mounted.
        FULL
    }

    private final List<Interruption> possible;

    DownloadFaultCampaign() throws IOException, InterruptedException {
        List<Interruption> all = new ArrayList<>(List.of(Interruption.values()));
        if (!FullDisk.canBe()) {
            all.remove(Interruption.FULL);
        }
        possible = List.copyOf(all);
    }

    @Test
    void whatBearsTheFinalNameIsWhole() throws Exception {
        Published tiny = Published.tiny();
        try (FarSide elsewhere = FarSide.plain((_, wire) -> wire.stream().end())) {
            for (long seed : campaign.seeds().toArray()) {
                session(seed, tiny, elsewhere);
                assertEquals(0, elsewhere.connections(), "seed " + seed + " asked elsewhere");
            }
        }
    }

    /// Without this nobody would know that a wrong model were found.
    @Test
    void anotherModelIsToldFromThisOne() throws Exception {
        Published tiny = Published.tiny();
        Path other = Files.createDirectory(room.resolve("other"));
        for (String name : tiny.names()) {
            Files.copy(tiny.folder().resolve(name), other.resolve(name));
        }
        Files.writeString(other.resolve("config.json"), " ", StandardOpenOption.APPEND);
        Path profile = Files.createDirectory(room.resolve("profile"));
        try (HubSide hub = HubSide.of(Published.of(other).content())) {
            Path landed = fetched(hub, profile, -1).orElseThrow();
            assertFalse(tiny.isIn(landed));
            assertEquals(List.of(landed), finals(profile));
        }
    }

    /// Nor that somebody else were asked.
    @Test
    void aHostThatIsAskedKnowsIt() throws Exception {
        try (FarSide elsewhere = FarSide.plain((_, wire) -> wire.stream().end());
                HubSide hub = HubSide.of(Published.tiny().content())) {
            hub.script(
                    HubScript.always(Turn.Kind.RESOLVE, new HubFault.RedirectTo(elsewhere.base())));
            Path profile = Files.createDirectory(room.resolve("profile"));
            try (Fetched fetched =
                    Fetched.from(
                            hub.base(),
                            elsewhere.base(),
                            profile,
                            Fetched.limits(Duration.ofMillis(300)))) {
                assertInstanceOf(Standing.Failed.class, fetched.run());
            }
            assertNotEquals(0, elsewhere.connections());
        }
    }

    private void session(long seed, Published tiny, FarSide elsewhere) throws Exception {
        Random random = new Random(seed);
        Interruption interruption = possible.get((int) (seed % possible.size()));
        Path profile = Files.createDirectory(room.resolve("seed-" + seed));
        SeededScript script = SeededScript.of(seed, MOST_FAULTS, elsewhere.base());
        Session session = new Session(seed, random, interruption, script, profile);
        if (interruption == Interruption.FULL) {
            FullDisk disk = FullDisk.of(profile);
            try {
                run(session, tiny);
            } finally {
                disk.close();
            }
        } else {
            run(session, tiny);
            remove(profile);
        }
    }

    private record Session(
            long seed,
            Random random,
            Interruption interruption,
            SeededScript script,
            Path profile) {}

    private void run(Session session, Published tiny) throws Exception {
        long seed = session.seed();
        SeededScript script = session.script();
        Interruption interruption = session.interruption();
        Path profile = session.profile();
        try (HubSide hub = HubSide.of(tiny.content())) {
            hub.script(script);
            int tries = 0;
            Optional<Path> landed = Optional.empty();
            int most = script.forEver().isPresent() ? 3 : MOST_TRIES;
            while (landed.isEmpty() && tries < most) {
                tries++;
                landed =
                        tried(
                                hub,
                                profile,
                                tries < 6 ? interruption : Interruption.NONE,
                                session.random());
                String what = "seed " + seed + " try " + tries + " " + interruption;
                if (landed.isEmpty()) {
                    assertEquals(List.of(), finals(profile), what);
                } else {
                    assertTrue(tiny.isIn(landed.get()), what);
                }
            }
            assertTrue(
                    landed.isPresent() || script.forEver().isPresent(),
                    () -> "seed " + seed + " never came");
            List<Served> log = hub.settledLog(Duration.ofSeconds(5));
            long waste = waste(log, tiny, landed);
            campaign.row(
                    seed,
                    interruption,
                    script.forEver().map(it -> it.fault().getClass().getSimpleName()).orElse("-"),
                    tries,
                    landed.isPresent(),
                    log.size(),
                    waste);
            if (log.stream().allMatch(it -> isHonest(it.fault()))) {
                assertTrue(waste <= MOST_WASTE * tries, "seed " + seed + " wasted " + waste);
            }
        }
    }

    private static Optional<Path> tried(
            HubSide hub, Path profile, Interruption interruption, Random random) throws Exception {
        int pause = random.nextInt(150);
        return switch (interruption) {
            case NONE -> fetched(hub, profile, -1);
            case STOPPED -> fetched(hub, profile, pause);
            case FULL -> full(hub, profile, pause);
            case KILLED -> {
                killed(hub, profile, 4 * pause);
                yield finals(profile).stream().findFirst();
            }
        };
    }

    private static Optional<Path> fetched(HubSide hub, Path profile, int stopAfter)
            throws Exception {
        try (Fetched fetched =
                Fetched.from(
                        hub.base(),
                        hub.storage(),
                        profile,
                        Fetched.limits(Duration.ofMillis(300)))) {
            Thread stopper =
                    Thread.ofVirtual().unstarted(() -> stop(fetched.downloads(), stopAfter));
            if (stopAfter >= 0) {
                stopper.start();
            }
            long begun = System.nanoTime();
            Standing end = fetched.run();
            assertTrue(System.nanoTime() - begun < LONGEST_TRY.toNanos(), "it did not end");
            return fetched.place(end);
        }
    }

    /// Fills the disk meanwhile, and makes room again.
    private static Optional<Path> full(HubSide hub, Path profile, int after) throws Exception {
        FullDisk disk = new FullDisk(profile);
        Thread filler =
                Thread.ofPlatform()
                        .start(() -> {
                            pause(after);
                            disk.fill();
                        });
        try {
            return fetched(hub, profile, -1);
        } finally {
            filler.join();
            disk.free();
        }
    }

    private static void stop(Downloads downloads, int after) {
        pause(after);
        downloads.pause(Fetched.ID);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException left) {
            Thread.currentThread().interrupt();
        }
    }

    private static void killed(HubSide hub, Path profile, int after) throws Exception {
        Process process = FetchingProcess.start(hub.base(), hub.storage(), profile);
        assertEquals("began", process.inputReader().readLine());
        boolean over = process.waitFor(after, TimeUnit.MILLISECONDS);
        if (!over) {
            process.destroyForcibly();
        }
        process.waitFor();
    }

    private static List<Path> finals(Path profile) throws IOException {
        Path shelf = profile.resolve("models");
        if (!Files.exists(shelf)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(shelf)) {
            return entries.filter(it -> !it.getFileName().toString().startsWith(".")).toList();
        }
    }

    /// Whether the bytes that came with it were the file's, so that none has to come twice.
    private static boolean isHonest(HubFault fault) {
        return switch (fault) {
            case HubFault.None _,
                    HubFault.Cut _,
                    HubFault.Reset _,
                    HubFault.Stall _,
                    HubFault.NoHead _,
                    HubFault.Slow _,
                    HubFault.Status _,
                    HubFault.NoLength _,
                    HubFault.RedirectWithin _ ->
                    true;
            default -> false;
        };
    }

    /// Bytes that were sent beyond those of the model.
    private static long waste(List<Served> log, Published tiny, Optional<Path> landed)
            throws IOException {
        long sent =
                log.stream()
                        .filter(it -> !it.target().startsWith("/api/"))
                        .mapToLong(Served::bodyBytes)
                        .sum();
        long size = 0;
        for (String name : tiny.names()) {
            size += Files.size(tiny.folder().resolve(name));
        }
        return landed.isPresent() ? Math.max(0, sent - size) : 0;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
