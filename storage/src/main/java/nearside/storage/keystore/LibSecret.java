package nearside.storage.keystore;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a call to the Secret Service needs of libsecret, and of GLib below it. Who is given an
/// object releases it. May be used by several threads.
///
/// Source: the references of libsecret 0.20 and GLib 2.
final class LibSecret {
    private static final int SESSION_BUS = 2;
    private static final int OPEN_SESSION = 1 << 1;
    private static final int ALL_WITH_SECRETS = 1 << 1 | 1 << 3;
    private static final int NO_FLAGS = 0;
    private static final int NO = 0;
    private static final long LONGEST_NAME = 256;

    private final NativeLibrary library;

    private LibSecret(NativeLibrary library) {
        this.library = library;
    }

    /// Empty where it is not installed.
    static Optional<LibSecret> load() {
        return NativeLibrary.named("libsecret-1.so.0").map(LibSecret::new);
    }

    MemorySegment cancellable() {
        return library.pointer("g_cancellable_new");
    }

    void cancel(MemorySegment cancellable) {
        library.run("g_cancellable_cancel", cancellable);
    }

    void release(MemorySegment object) {
        library.run("g_object_unref", object);
    }

    /// The session bus. GLib would end the whole process when that goes away.
    MemorySegment bus(MemorySegment cancellable) throws KeyStoreTrouble {
        MemorySegment bus = asked("g_bus_get_sync", SESSION_BUS, cancellable);
        library.run("g_dbus_connection_set_exit_on_close", bus, NO);
        return bus;
    }

    /// The service; not the one that libsecret keeps for the process, which misses a restart.
    MemorySegment service(MemorySegment cancellable) throws KeyStoreTrouble {
        long type = library.size("secret_service_get_type");
        return asked("secret_service_open_sync", type, NULL, OPEN_SESSION, cancellable);
    }

    /// The items with these attributes, locked ones too; the others with their secrets.
    List<MemorySegment> search(
            MemorySegment service, Map<String, String> attributes, MemorySegment cancellable)
            throws KeyStoreTrouble {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment table = table(attributes, arena);
            try {
                return elements(
                        asked(
                                "secret_service_search_sync",
                                service,
                                NULL,
                                table,
                                ALL_WITH_SECRETS,
                                cancellable));
            } finally {
                library.run("g_hash_table_unref", table);
            }
        }
    }

    /// Where new items go; empty when the person has no such place.
    Optional<MemorySegment> defaultCollection(MemorySegment service, MemorySegment cancellable)
            throws KeyStoreTrouble {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found =
                    asked(
                            "secret_collection_for_alias_sync",
                            service,
                            arena.allocateFrom("default"),
                            NO_FLAGS,
                            cancellable);
            return Optional.of(found).filter(it -> !it.equals(NULL));
        }
    }

    boolean itemIsLocked(MemorySegment item) {
        return library.number("secret_item_get_locked", item) != NO;
    }

    boolean collectionIsLocked(MemorySegment collection) {
        return library.number("secret_collection_get_locked", collection) != NO;
    }

    /// Lets the service ask a person, and gives how many of the objects are unlocked now.
    int unlock(MemorySegment service, List<MemorySegment> objects, MemorySegment cancellable)
            throws KeyStoreTrouble {
        MemorySegment list = NULL;
        for (MemorySegment object : objects) {
            list = library.pointer("g_list_append", list, object);
        }
        try {
            return number("secret_service_unlock_sync", service, list, cancellable, NULL);
        } finally {
            library.run("g_list_free", list);
        }
    }

    /// Empty when the service did not tell it.
    Optional<byte[]> secret(MemorySegment item) {
        MemorySegment value = library.pointer("secret_item_get_secret", item);
        if (value.equals(NULL)) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment length = arena.allocate(JAVA_LONG);
            MemorySegment bytes = library.pointer("secret_value_get", value, length);
            return Optional.of(
                    NativeLibrary.at(bytes, length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE));
        } finally {
            library.run("secret_value_unref", value);
        }
    }

    /// Puts an item into the default collection instead of the one with the same attributes.
    void store(
            MemorySegment service,
            Map<String, String> attributes,
            byte[] secret,
            MemorySegment cancellable)
            throws KeyStoreTrouble {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment table = table(attributes, arena);
            MemorySegment value = value(secret, arena);
            try {
                number(
                        "secret_service_store_sync",
                        service,
                        NULL,
                        table,
                        arena.allocateFrom("default"),
                        arena.allocateFrom("Nearside"),
                        value,
                        cancellable);
            } finally {
                library.run("secret_value_unref", value);
                library.run("g_hash_table_unref", table);
            }
        }
    }

    void delete(MemorySegment item, MemorySegment cancellable) throws KeyStoreTrouble {
        number("secret_item_delete_sync", item, cancellable);
    }

    /// A copy in memory of the library, which is wiped when it is released.
    private MemorySegment value(byte[] secret, Arena arena) {
        MemorySegment copy = arena.allocateFrom(JAVA_BYTE, secret);
        try {
            return library.pointer(
                    "secret_value_new",
                    copy,
                    copy.byteSize(),
                    arena.allocateFrom("application/octet-stream"));
        } finally {
            copy.fill((byte) 0);
        }
    }

    /// Its texts live as long as the arena.
    private MemorySegment table(Map<String, String> attributes, Arena arena) {
        MemorySegment table =
                library.pointer(
                        "g_hash_table_new",
                        library.symbol("g_str_hash"),
                        library.symbol("g_str_equal"));
        attributes.forEach((name, value) ->
                library.run(
                        "g_hash_table_insert",
                        table,
                        arena.allocateFrom(name),
                        arena.allocateFrom(value)));
        return table;
    }

    /// What a list holds; the list is freed. A node begins with an element and the next node.
    private List<MemorySegment> elements(MemorySegment list) {
        List<MemorySegment> elements = new ArrayList<>();
        MemorySegment node = list;
        while (!node.equals(NULL)) {
            MemorySegment fields = NativeLibrary.at(node, 2 * ADDRESS.byteSize());
            elements.add(fields.get(ADDRESS, 0));
            node = fields.get(ADDRESS, ADDRESS.byteSize());
        }
        library.run("g_list_free", list);
        return elements;
    }

    private int number(String function, Object... arguments) throws KeyStoreTrouble {
        return (int) asked(function, arguments).address();
    }

    /// Calls a function whose last argument is where it puts an error.
    private MemorySegment asked(String function, Object... arguments) throws KeyStoreTrouble {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment slot = arena.allocate(ADDRESS);
            MemorySegment answer =
                    library.pointer(
                            function,
                            Stream.concat(Arrays.stream(arguments), Stream.of(slot)).toArray());
            check(slot.get(ADDRESS, 0));
            return answer;
        }
    }

    /// An error begins with its domain and its code, 32 bits each.
    private void check(MemorySegment error) throws KeyStoreTrouble {
        if (error.equals(NULL)) {
            return;
        }
        MemorySegment fields = NativeLibrary.at(error, 2 * JAVA_INT.byteSize());
        MemorySegment domain = library.pointer("g_quark_to_string", fields.get(JAVA_INT, 0));
        GlibError found =
                new GlibError(
                        NativeLibrary.at(domain, LONGEST_NAME).getString(0),
                        fields.get(JAVA_INT, JAVA_INT.byteSize()));
        library.run("g_error_free", error);
        throw found.trouble();
    }
}
