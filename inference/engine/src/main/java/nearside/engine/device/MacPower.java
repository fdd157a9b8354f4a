package nearside.engine.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What drives a Mac, by its own tool `pmset`, which is asked at most twice a minute. Written from
/// its manual, not run.
final class MacPower {
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 4096;

    private Power last = Power.UNKNOWN;
    private long asked = System.nanoTime() - EVERY.toNanos();

    synchronized Power now() {
        if (System.nanoTime() - asked >= EVERY.toNanos()) {
            last = Power.mac(ask(List.of("/usr/bin/pmset", "-g", "batt")));
            asked = System.nanoTime();
        }
        return last;
    }

    /// What a tool says; nothing where it is not there.
    static String ask(List<String> command) {
        try {
            Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
            tool.getOutputStream().close();
            try (InputStream out = tool.getInputStream()) {
                String told = new String(out.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
                return tool.waitFor(1, TimeUnit.SECONDS) ? told : "";
            } finally {
                tool.destroyForcibly();
            }
        } catch (IOException none) {
            return "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
