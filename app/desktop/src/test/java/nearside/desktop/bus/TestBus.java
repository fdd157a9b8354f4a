package nearside.desktop.bus;

import nearside.desktop.bus.SessionBus.Place;
import nearside.desktop.foreign.Library;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A real session bus for a test alone, and the loop of GLib that JavaFX runs in the program.
public final class TestBus {
    private static final Place BUS =
            new Place("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus");

    private static final long NONE = 0;

    private final Library glib = Library.named("libglib-2.0.so.0").orElseThrow();
    private final Process daemon;
    private final String address;
    private final Thread loop;
    private volatile boolean over;

    private TestBus(Process daemon, String address) {
        this.daemon = daemon;
        this.address = address;
        loop =
                Thread.ofPlatform()
                        .daemon()
                        .name("glib")
                        .start(() -> {
                            while (!over) {
                                glib.call("g_main_context_iteration", NONE, 1);
                            }
                        });
    }

    public static TestBus start() throws IOException {
        Process daemon =
                new ProcessBuilder("dbus-daemon", "--session", "--nofork", "--print-address")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        BufferedReader told =
                new BufferedReader(
                        new InputStreamReader(daemon.getInputStream(), StandardCharsets.UTF_8));
        return new TestBus(daemon, String.valueOf(told.readLine()));
    }

    /// Another program's connection.
    public SessionBus connect() {
        return SessionBus.open(environment()).orElseThrow();
    }

    public Map<String, String> environment() {
        return Map.of("DBUS_SESSION_BUS_ADDRESS", address);
    }

    /// Another program that is known by that name.
    public SessionBus named(String name) {
        SessionBus bus = connect();
        take(bus, name);
        return bus;
    }

    /// From now on that program is found by that name too.
    public static void take(SessionBus bus, String name) {
        String answer =
                bus.ask(BUS, "RequestName", "(" + Value.of(name) + ", uint32 4)")
                        .map(Value::text)
                        .orElse("nothing");
        if (!answer.equals("(1,)")) {
            throw new IllegalStateException(answer);
        }
    }

    /// From now on it is not found by that name.
    public static void leave(SessionBus bus, String name) {
        bus.ask(BUS, "ReleaseName", "(" + Value.of(name) + ",)");
    }

    /// Ends it.
    public void close() throws InterruptedException {
        over = true;
        glib.call("g_main_context_wakeup", NONE);
        loop.join();
        daemon.destroy();
        daemon.waitFor(10, TimeUnit.SECONDS);
    }
}
