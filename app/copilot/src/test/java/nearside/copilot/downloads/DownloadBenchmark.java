package nearside.copilot.downloads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.contract.Campaign;
import nearside.hubside.HubSide;
import nearside.hubside.Served;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A full-size model (2.3 GB) from a hub on this machine, beside `curl` and `sha256sum` in the same
/// run; and killed at ten points. Only on demand, on a machine that does nothing else:
///
/// `mvn -pl app/copilot -am test -Dtest=DownloadBenchmark -Dsurefire.failIfNoSpecifiedTests=false`
class DownloadBenchmark {
    private static final long SIZE = 2_300_000_000L;
    private static final int ROUNDS = 5;
    private static final int KILLS = 10;

    private final Path room;
    private final Published model;

    DownloadBenchmark(@TempDir Path room) throws IOException {
        this.room = room;
        Path folder = Files.createDirectory(room.resolve("published"));
        Published tiny = Published.tiny();
        for (String name : tiny.names()) {
            Files.copy(tiny.folder().resolve(name), folder.resolve(name));
        }
        Random random = new Random(1);
        byte[] piece = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(folder.resolve("more.onnx.data"))) {
            for (long written = 0; written < SIZE; written += piece.length) {
                random.nextBytes(piece);
                out.write(piece, 0, (int) Math.min(piece.length, SIZE - written));
            }
        }
        model = Published.of(folder);
    }

    @Test
    void besideCurl() throws Exception {
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        try (HubSide hub = HubSide.of(model.content())) {
            for (int round = 0; round < ROUNDS; round++) {
                theirs[round] = curl(hub);
                ours[round] = ours(hub, round);
                System.out.printf(
                        Locale.ROOT,
                        "round %d: %.2f s of processor time, curl and sha256sum %.2f s, load %.1f%n",
                        round,
                        ours[round],
                        theirs[round],
                        Campaign.loadAverage());
            }
        }
        Arrays.sort(ours);
        Arrays.sort(theirs);
        System.out.printf(
                Locale.ROOT,
                "median %.2f s, curl and sha256sum %.2f s: %.2f times%n",
                ours[ROUNDS / 2],
                theirs[ROUNDS / 2],
                ours[ROUNDS / 2] / theirs[ROUNDS / 2]);
    }

    /// Processor seconds of the process from the beginning of the download to its end.
    private double ours(HubSide hub, int round) throws Exception {
        Path profile = Files.createDirectory(room.resolve("round-" + round));
        long begun = System.nanoTime();
        Process process = FetchingProcess.start(hub.base(), hub.storage(), profile);
        try (BufferedReader out = process.inputReader()) {
            assertEquals("began", out.readLine());
            List<String> rest = out.lines().toList();
            assertEquals(0, process.waitFor());
            System.out.printf(
                    Locale.ROOT,
                    "%.2f s, %s%n",
                    (System.nanoTime() - begun) / 1e9,
                    String.join("; ", rest));
            double seconds =
                    rest.stream()
                            .filter(line -> line.startsWith("cpu "))
                            .mapToDouble(line -> Double.parseDouble(line.substring(4)))
                            .findFirst()
                            .orElseThrow();
            delete(profile);
            return seconds;
        }
    }

    private double curl(HubSide hub) throws IOException, InterruptedException {
        Path target = Files.createDirectory(room.resolve("curl"));
        String files = hub.base() + "/" + Fetched.REPOSITORY + "/resolve/main/" + Fetched.FOLDER;
        String script =
                String.join(
                        "\n",
                        "cd " + target,
                        "for file in " + String.join(" ", model.names()) + "; do",
                        "  curl -sLf -o $file " + files + "/$file || exit 1",
                        "done",
                        "sha256sum * > /dev/null",
                        "cd / && rm -r " + target,
                        "times");
        Process process =
                new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start();
        List<String> said = process.inputReader().lines().toList();
        assertEquals(0, process.waitFor(), () -> String.join("\n", said));
        return Stream.of(said.getLast().split(" ", -1))
                .mapToDouble(DownloadBenchmark::seconds)
                .sum();
    }

    /// As the shell writes it: `0m1.234s`.
    private static double seconds(String shells) {
        String[] parts = shells.replace("s", "").split("m", 2);
        return Integer.parseInt(parts[0]) * 60 + Double.parseDouble(parts[1]);
    }

    @Test
    void killedAtTenPointsItIsTheSame() throws Exception {
        Path profile = Files.createDirectory(room.resolve("killed"));
        Random random = new Random(11);
        try (HubSide hub = HubSide.of(model.content())) {
            hub.sending(1 << 16);
            int kills = 0;
            while (kills < KILLS) {
                Process process = FetchingProcess.start(hub.base(), hub.storage(), profile);
                assertEquals("began", process.inputReader().readLine());
                if (!process.waitFor(150 + random.nextInt(500), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                    kills++;
                }
                process.waitFor();
            }
            try (Fetched last =
                    Fetched.from(
                            hub.base(),
                            hub.storage(),
                            profile,
                            Fetched.limits(Duration.ofSeconds(5)))) {
                Path landed = last.place(last.run()).orElseThrow();
                for (String name : model.names()) {
                    assertEquals(
                            -1L,
                            Files.mismatch(model.folder().resolve(name), landed.resolve(name)));
                }
            }
            long sent =
                    hub.settledLog(Duration.ofSeconds(5)).stream()
                            .filter(it -> it.host() == Served.Host.STORAGE)
                            .mapToLong(Served::bodyBytes)
                            .sum();
            long large =
                    model.content().files().stream()
                            .filter(file -> file.sha256().isPresent())
                            .mapToLong(file -> file.content().size())
                            .sum();
            System.out.printf(
                    "%d kills, %d bytes sent beyond the model: %d for each%n",
                    KILLS, sent - large, (sent - large) / KILLS);
            assertTrue(sent >= large);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
