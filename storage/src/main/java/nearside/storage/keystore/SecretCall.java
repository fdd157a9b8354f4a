package nearside.storage.keystore;

import nearside.storage.keystore.KeyStoreTrouble.Kind;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One call to the Secret Service about one vault, by one thread; what it holds there is given back
/// when it is closed.
final class SecretCall implements AutoCloseable {
    private final LibSecret library;
    private final Map<String, String> attributes;
    private final Wait wait;
    private final MemorySegment cancellable;
    private final List<MemorySegment> held = new ArrayList<>();
    private MemorySegment service = MemorySegment.NULL;

    private SecretCall(LibSecret library, String vault, Wait wait) {
        this.library = library;
        this.attributes = Map.of("application", "nearside", "vault", vault);
        this.wait = wait;
        this.cancellable = held(library.cancellable());
        wait.stopBy(() -> library.cancel(cancellable));
    }

    static SecretCall open(LibSecret library, String vault, Wait wait) throws KeyStoreTrouble {
        SecretCall call = new SecretCall(library, vault, wait);
        try {
            call.connect();
            return call;
        } catch (KeyStoreTrouble failed) {
            call.close();
            throw failed;
        }
    }

    private void connect() throws KeyStoreTrouble {
        try {
            held(library.bus(cancellable));
        } catch (KeyStoreTrouble noBus) {
            throw new KeyStoreTrouble(Kind.ABSENT, noBus.code());
        }
        service = held(library.service(cancellable));
    }

    Optional<byte[]> find() throws KeyStoreTrouble {
        List<MemorySegment> items = items();
        if (items.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                library.secret(items.getFirst())
                        .orElseThrow(() -> new KeyStoreTrouble(Kind.BROKEN, 0)));
    }

    /// Never makes a place for new items, for which the service would ask a person to think up a
    /// password.
    void put(byte[] secret) throws KeyStoreTrouble {
        MemorySegment place =
                defaultCollection().orElseThrow(() -> new KeyStoreTrouble(Kind.ABSENT, 0));
        if (library.collectionIsLocked(place)) {
            unlock(List.of(place));
        }
        library.store(service, attributes, secret, cancellable);
        ReadBack.check(find(), secret);
    }

    void remove() throws KeyStoreTrouble {
        for (MemorySegment item : items()) {
            library.delete(item, cancellable);
        }
    }

    /// The items of the vault that are not locked, after a person was asked if all are. Some
    /// services do not find items while they are locked.
    private List<MemorySegment> items() throws KeyStoreTrouble {
        List<MemorySegment> found = search();
        List<MemorySegment> open = open(found);
        List<MemorySegment> locked = found.isEmpty() ? lockedPlace() : found;
        if (!open.isEmpty() || locked.isEmpty()) {
            return open;
        }
        unlock(locked);
        return open(search());
    }

    private List<MemorySegment> open(List<MemorySegment> items) {
        return items.stream().filter(item -> !library.itemIsLocked(item)).toList();
    }

    private List<MemorySegment> search() throws KeyStoreTrouble {
        List<MemorySegment> found = library.search(service, attributes, cancellable);
        held.addAll(found);
        return found;
    }

    private List<MemorySegment> lockedPlace() throws KeyStoreTrouble {
        return defaultCollection().filter(library::collectionIsLocked).stream().toList();
    }

    private Optional<MemorySegment> defaultCollection() throws KeyStoreTrouble {
        return library.defaultCollection(service, cancellable).map(this::held);
    }

    private void unlock(List<MemorySegment> objects) throws KeyStoreTrouble {
        wait.forPerson();
        int unlocked = library.unlock(service, objects, cancellable);
        wait.forStore();
        if (unlocked == 0) {
            throw new KeyStoreTrouble(Kind.LOCKED, 0);
        }
    }

    private MemorySegment held(MemorySegment object) {
        held.add(object);
        return object;
    }

    @Override
    public void close() {
        wait.ended();
        held.reversed().forEach(library::release);
        held.clear();
    }
}
