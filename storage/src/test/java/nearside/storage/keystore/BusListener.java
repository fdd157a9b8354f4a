package nearside.storage.keystore;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// A program that hears the calls on a bus.
record BusListener(Process monitor, BufferedReader heard) implements AutoCloseable {
    static BusListener start(String address) throws IOException {
        Process monitor =
                new ProcessBuilder("dbus-monitor", "--address", address)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        BusListener listener =
                new BusListener(monitor, monitor.inputReader(StandardCharsets.UTF_8));
        listener.await("NameLost"); // it has become a monitor
        return listener;
    }

    /// Waits until these words are heard.
    void await(String words) throws IOException {
        for (String line = heard.readLine(); line != null; line = heard.readLine()) {
            if (line.contains(words)) {
                return;
            }
        }
        throw new IOException("never heard: " + words);
    }

    @Override
    public void close() {
        monitor.destroyForcibly();
    }
}
