package nearside.packaging.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The window is looked at for a while, without a display.
public record WindowLesson() implements Lesson {
    private static final Duration LOOK = Duration.ofSeconds(8);

    @Override
    public String cache() {
        return Lesson.cacheOf(Launchers.CORE);
    }

    @Override
    public List<String> options() {
        return List.of("-Dglass.platform=Headless", "-Dprism.order=sw");
    }

    @Override
    public List<String> arguments(Path profile) {
        return List.of("--data-dir", profile.toString());
    }

    @Override
    public Process start(ProcessBuilder window, Path output) throws IOException {
        window.environment().remove("DISPLAY");
        window.environment().remove("WAYLAND_DISPLAY");
        // The key of its profile is not to be kept with the person who builds.
        window.environment().put("DBUS_SESSION_BUS_ADDRESS", "disabled:");
        return window.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    @Override
    public boolean use(Process window) throws InterruptedException {
        if (window.waitFor(LOOK.toSeconds(), TimeUnit.SECONDS)) {
            return false; // a window stays until it is closed
        }
        window.destroy();
        return true;
    }
}
