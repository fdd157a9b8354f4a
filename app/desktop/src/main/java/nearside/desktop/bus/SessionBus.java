package nearside.desktop.bus;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import nearside.desktop.foreign.Library;

import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The bus on which the programs of a Linux desktop talk to each other, by the GIO library that
/// JavaFX brings along there. Values are written as texts in GLib's own notation
/// (https://docs.gtk.org/glib/gvariant-text-format.html).
///
/// What others ask comes on the thread that runs GLib's main loop: that is JavaFX's own.
public final class SessionBus {
    private static final System.Logger LOG = System.getLogger("nearside.bus");

    private static final String GIO = "libgio-2.0.so.0";

    /// AUTHENTICATION_CLIENT and MESSAGE_BUS_CONNECTION.
    private static final int AS_CLIENT = 1 | 8;

    private static final int PATIENCE_MILLIS = 2_000;
    private static final long NONE = 0;
    private static final int SLOTS_OF_TABLE = 11;

    private final Library gio;
    private final long connection;

    private SessionBus(Library gio, long connection) {
        this.gio = gio;
        this.connection = connection;
    }

    /// Empty where there is none; never starts one.
    public static Optional<SessionBus> open(Map<String, String> environment) {
        return address(environment)
                .flatMap(address -> Library.named(GIO).flatMap(gio -> connected(gio, address)));
    }

    private static Optional<String> address(Map<String, String> environment) {
        String address = environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "");
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (!address.isEmpty() || runtime.isEmpty()) {
            return Optional.of(address).filter(it -> it.startsWith("unix:"));
        }
        Path usual = Path.of(runtime).resolve("bus");
        return Optional.of("unix:path=" + usual).filter(_ -> Files.exists(usual));
    }

    private static Optional<SessionBus> connected(Library gio, String address) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment error = arena.allocate(ADDRESS);
            long connection =
                    gio.call(
                            "g_dbus_connection_new_for_address_sync",
                            arena.allocateFrom(address),
                            AS_CLIENT,
                            NONE,
                            NONE,
                            error);
            if (connection == NONE) {
                LOG.log(Level.INFO, "no session bus: {0}", said(gio, error));
                return Optional.empty();
            }
            return Optional.of(new SessionBus(gio, connection));
        }
    }

    /// Takes the error.
    private static String said(Library gio, MemorySegment error) {
        long found = error.get(JAVA_LONG, 0);
        if (found == NONE) {
            return "";
        }
        String text = Library.text(Library.at(found, 16).get(JAVA_LONG, 8));
        gio.call("g_error_free", found);
        return text;
    }

    /// The name under which others find this program.
    public String name() {
        return Library.text(gio.call("g_dbus_connection_get_unique_name", connection));
    }

    /// Where something is asked: a program, a thing of it, and a set of its functions.
    public record Place(String program, String path, String face) {}

    /// Asks and waits for the answer; up to two seconds.
    ///
    /// @param arguments a tuple
    /// @return empty when nobody answers, or with an error
    public Optional<Value> ask(Place place, String function, String arguments) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment error = arena.allocate(ADDRESS);
            long sent = parsed(arguments);
            long answer =
                    gio.call(
                            "g_dbus_connection_call_sync",
                            connection,
                            arena.allocateFrom(place.program()),
                            arena.allocateFrom(place.path()),
                            arena.allocateFrom(place.face()),
                            arena.allocateFrom(function),
                            sent,
                            NONE,
                            0,
                            PATIENCE_MILLIS,
                            NONE,
                            error);
            gio.call("g_variant_unref", sent);
            if (answer == NONE) {
                LOG.log(Level.INFO, "{0} did not answer: {1}", function, said(gio, error));
                return Optional.empty();
            }
            return Optional.of(taken(answer));
        }
    }

    /// Tells all who listen.
    public void tell(String path, String face, String signal, String arguments) {
        try (Arena arena = Arena.ofConfined()) {
            long sent = parsed(arguments);
            gio.call(
                    "g_dbus_connection_emit_signal",
                    connection,
                    NONE,
                    arena.allocateFrom(path),
                    arena.allocateFrom(face),
                    arena.allocateFrom(signal),
                    sent,
                    NONE);
            gio.call("g_variant_unref", sent);
        }
    }

    /// Hears what others tell, until [#forget].
    public long listen(Place from, String signal, Consumer<Value> heard) {
        try (Arena arena = Arena.ofConfined()) {
            return gio.call(
                    "g_dbus_connection_signal_subscribe",
                    connection,
                    arena.allocateFrom(from.program()),
                    arena.allocateFrom(from.face()),
                    arena.allocateFrom(signal),
                    arena.allocateFrom(from.path()),
                    NONE,
                    0,
                    Library.back(words -> {
                        safely(() -> heard.accept(read(words[5])));
                        return NONE;
                    }),
                    NONE,
                    NONE);
        }
    }

    /// Ends what [#listen] began.
    public void forget(long listening) {
        gio.call("g_dbus_connection_signal_unsubscribe", connection, listening);
    }

    /// Lets others ask a thing of ours, until [#withdraw].
    ///
    /// @param xml what can be asked, as D-Bus describes it
    /// @return zero when it was refused
    public long offer(String path, String xml, String face, Offered offered) {
        try (Arena arena = Arena.ofConfined()) {
            long node = gio.call("g_dbus_node_info_new_for_xml", arena.allocateFrom(xml), NONE);
            long description =
                    gio.call("g_dbus_node_info_lookup_interface", node, arena.allocateFrom(face));
            MemorySegment error = arena.allocate(ADDRESS);
            long offer =
                    gio.call(
                            "g_dbus_connection_register_object",
                            connection,
                            arena.allocateFrom(path),
                            description,
                            table(offered),
                            NONE,
                            NONE,
                            error);
            if ((int) offer == 0) {
                LOG.log(Level.WARNING, "not offered: {0}", said(gio, error));
            }
            return (int) offer;
        }
    }

    /// Its memory stays: there are few of them.
    private MemorySegment table(Offered offered) {
        MemorySegment table = Arena.global().allocate(ADDRESS, SLOTS_OF_TABLE);
        table.setAtIndex(
                ADDRESS,
                0,
                Library.back(words -> {
                    safely(() -> answer(offered, words));
                    return NONE;
                }));
        table.setAtIndex(
                ADDRESS, 1, Library.back(words -> property(offered, Library.text(words[4]))));
        return table;
    }

    private long property(Offered offered, String name) {
        try {
            return parsed(offered.property(name));
        } catch (RuntimeException bug) {
            LOG.log(Level.ERROR, "a property was not told", bug);
            return parsed("''"); // without any value GLib would end the program
        }
    }

    private void answer(Offered offered, long[] words) {
        String answer = offered.call(Library.text(words[4]), read(words[5]));
        long sent = parsed(answer);
        gio.call("g_dbus_method_invocation_return_value", words[6], sent);
        gio.call("g_variant_unref", sent);
    }

    /// Ends what [#offer] began.
    public void withdraw(long offer) {
        gio.call("g_dbus_connection_unregister_object", connection, (int) offer);
    }

    /// An exception must not go through foreign code: the program would end.
    private static void safely(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException bug) {
            LOG.log(Level.ERROR, "what came by the bus was not done", bug);
        }
    }

    private long parsed(String text) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment error = arena.allocate(ADDRESS);
            long value =
                    gio.call("g_variant_parse", NONE, arena.allocateFrom(text), NONE, NONE, error);
            if (value == NONE) {
                throw new IllegalArgumentException(said(gio, error));
            }
            return value;
        }
    }

    private Value taken(long value) {
        Value read = read(value);
        gio.call("g_variant_unref", value);
        return read;
    }

    private Value read(long value) {
        long printed = gio.call("g_variant_print", value, 0);
        String text = Library.text(printed);
        gio.call("g_free", printed);
        return new Value(text);
    }
}
