package nearside.storage.keystore;

import nearside.storage.Child;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A session bus of its own, whose Secret Service is a GNOME Keyring with a home of its own. The
/// bus starts the keyring when somebody calls it, and ends with this object or with its JVM.
public final class KeyringSession implements AutoCloseable {
    private static final List<String> NEEDED =
            List.of("dbus-run-session", "dbus-send", "gnome-keyring-daemon", "tail");

    private final Path folder;
    private final Process bus;
    private final String address;

    private KeyringSession(Path folder, Process bus, String address) {
        this.folder = folder;
        this.bus = bus;
        this.address = address;
    }

    /// One whose keyring opens with the session, as after a login with a password.
    public static KeyringSession unlocked(Path folder) throws IOException {
        KeyringSession session = empty(folder);
        session.unlock();
        return session;
    }

    /// One in which nobody ever made a keyring.
    public static KeyringSession empty(Path folder) throws IOException {
        requirePrograms();
        write(folder);
        ProcessBuilder builder =
                new ProcessBuilder(
                        "dbus-run-session",
                        "--config-file=" + folder.resolve("bus.conf"),
                        "--",
                        "sh",
                        "-c",
                        "echo \"$DBUS_SESSION_BUS_ADDRESS\"; exec cat");
        builder.environment().keySet().removeIf(name -> name.endsWith("DISPLAY"));
        builder.environment().putAll(homes(folder));
        Process bus = builder.redirectError(folder.resolve("bus.err").toFile()).start();
        BufferedReader lines = bus.inputReader(StandardCharsets.UTF_8);
        String address =
                Optional.ofNullable(lines.readLine())
                        .orElseThrow(() -> new IOException("no session bus: " + complaint(folder)));
        return new KeyringSession(folder, bus, address);
    }

    private static String complaint(Path folder) {
        try {
            return Files.readString(folder.resolve("bus.err"));
        } catch (IOException none) {
            return "no reason";
        }
    }

    private static void requirePrograms() {
        List<Path> places =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .map(Path::of)
                        .toList();
        for (String program : NEEDED) {
            if (places.stream().noneMatch(place -> Files.isExecutable(place.resolve(program)))) {
                throw new IllegalStateException(
                        "this test needs the program "
                                + program
                                + "; on Debian: apt-get install dbus gnome-keyring libsecret-1-0");
            }
        }
    }

    private static Map<String, String> homes(Path folder) {
        Map<String, String> homes = new TreeMap<>();
        homes.put("HOME", folder.toString());
        for (String place : List.of("RUNTIME_DIR", "DATA_HOME", "CACHE_HOME", "CONFIG_HOME")) {
            homes.put("XDG_" + place, folder.resolve(place).toString());
        }
        return homes;
    }

    private static void write(Path folder) throws IOException {
        for (String place : homes(folder).values()) {
            Files.createDirectories(Path.of(place));
        }
        Files.createDirectories(folder.resolve("services"));
        Files.writeString(
                folder.resolve("bus.conf"),
                """
                <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                <busconfig>
                  <type>session</type>
                  <listen>unix:dir=%1$s</listen>
                  <servicedir>%1$s/services</servicedir>
                  <policy context="default">
                    <allow send_destination="*" eavesdrop="true"/>
                    <allow own="*"/>
                    <allow eavesdrop="true"/>
                  </policy>
                </busconfig>
                """
                        .formatted(folder));
        Files.writeString(
                folder.resolve("keyring.sh"),
                """
                echo $$ > %1$s/keyring.pid
                daemon='gnome-keyring-daemon --foreground --components=secrets'
                [ -e %1$s/password ] || exec $daemon
                exec $daemon --unlock < %1$s/password
                """
                        .formatted(folder));
        service(folder, "org.freedesktop.secrets", "/bin/sh " + folder.resolve("keyring.sh"));
    }

    private static void service(Path folder, String name, String program) throws IOException {
        Files.writeString(
                folder.resolve("services").resolve(name + ".service"),
                "[D-BUS Service]\nName=" + name + "\nExec=" + program + "\n");
    }

    /// From its next start on the keyring opens with the session.
    public void unlock() throws IOException {
        Files.writeString(folder.resolve("password"), "a password");
    }

    /// From its next start on the keyring waits for a person.
    public void lock() throws IOException {
        Files.delete(folder.resolve("password"));
    }

    /// Whoever shows the prompts of the keyring hangs. Without this there is nobody who does.
    void hangPrompts() throws IOException {
        String script = "exec tail --pid=$PPID -f /dev/null";
        Path file = Files.writeString(folder.resolve("prompt.sh"), script);
        service(folder, "org.gnome.keyring.SystemPrompter", "/bin/sh " + file);
    }

    /// There is no Secret Service any more, nor one that could be started.
    public void uninstall() throws IOException {
        Files.delete(folder.resolve("services").resolve("org.freedesktop.secrets.service"));
    }

    public void install() throws IOException {
        write(folder);
    }

    /// Ends the keyring as a crash would, and waits until the bus has seen it.
    public void kill() throws IOException {
        keyring().ifPresent(KeyringSession::end);
        Files.deleteIfExists(folder.resolve("keyring.pid"));
        while (bus.isAlive() && isOnTheBus()) {
            Thread.onSpinWait();
        }
    }

    private boolean isOnTheBus() throws IOException {
        Process asked =
                new ProcessBuilder(
                                "dbus-send",
                                "--bus=" + address,
                                "--print-reply=literal",
                                "--dest=org.freedesktop.DBus",
                                "/",
                                "org.freedesktop.DBus.NameHasOwner",
                                "string:org.freedesktop.secrets")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.contains("true");
    }

    /// Lets the keyring hang, until it is killed.
    void freeze() throws IOException, InterruptedException {
        long pid = keyring().orElseThrow().pid();
        run("kill", "-STOP", Long.toString(pid));
    }

    /// Hears what is said on the bus from now on.
    BusListener listen() throws IOException {
        return BusListener.start(address);
    }

    private Optional<ProcessHandle> keyring() throws IOException {
        Path file = folder.resolve("keyring.pid");
        return Files.exists(file)
                ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                : Optional.empty();
    }

    /// Waits until it has let go of all it had open. Whether anybody has taken note of its end is
    /// not waited for: it is not our child.
    private static void end(ProcessHandle keyring) {
        keyring.destroyForcibly();
        while (lives(Path.of("/proc", Long.toString(keyring.pid()), "stat"))) {
            Thread.onSpinWait();
        }
    }

    private static boolean lives(Path stat) {
        try {
            return !Files.readString(stat).contains(") Z ");
        } catch (IOException gone) {
            return false;
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).start().waitFor() != 0) {
            throw new IOException(String.join(" ", command));
        }
    }

    /// Another JVM in this session.
    public Child start(Class<?> main, Object... arguments) throws IOException {
        Map<String, String> environment = homes(folder);
        environment.put("DBUS_SESSION_BUS_ADDRESS", address);
        List<String> before = new ArrayList<>(List.of("env"));
        environment.forEach((name, value) -> before.add(name + "=" + value));
        return Child.start(before, main, arguments);
    }

    @Override
    public void close() throws IOException {
        kill();
        bus.getOutputStream().close(); // ends the shell, and with it the bus
        bus.toHandle().onExit().join();
    }
}
