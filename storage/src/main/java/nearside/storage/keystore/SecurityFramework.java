package nearside.storage.keystore;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// The keychain as the Security framework gives it: a generic password of the service "Nearside",
/// whose account is the vault. May be used by several threads. Written from the reference, not run.
///
/// Source: the reference of the Security framework, "Keychain Items".
final class SecurityFramework implements Keychain {
    private final NativeLibrary security;
    private final NativeLibrary foundation;

    private SecurityFramework(NativeLibrary security, NativeLibrary foundation) {
        this.security = security;
        this.foundation = foundation;
    }

    /// Empty where there is none.
    static Optional<Keychain> load() {
        return NativeLibrary.named("/System/Library/Frameworks/Security.framework/Security")
                .flatMap(security ->
                        CoreFoundation.load()
                                .map(foundation -> new SecurityFramework(security, foundation)));
    }

    @Override
    public int add(String vault, byte[] secret) {
        try (CoreFoundation objects = new CoreFoundation(foundation)) {
            MemorySegment item = item(objects, vault);
            objects.set(item, constant("kSecAttrLabel"), objects.text("Nearside"));
            objects.set(item, constant("kSecValueData"), objects.data(secret));
            return security.number("SecItemAdd", item, NULL);
        }
    }

    @Override
    public int update(String vault, byte[] secret) {
        try (CoreFoundation objects = new CoreFoundation(foundation)) {
            MemorySegment changes = objects.dictionary();
            objects.set(changes, constant("kSecValueData"), objects.data(secret));
            return security.number("SecItemUpdate", item(objects, vault), changes);
        }
    }

    @Override
    public Found find(String vault) {
        try (CoreFoundation objects = new CoreFoundation(foundation)) {
            MemorySegment query = item(objects, vault);
            objects.set(query, constant("kSecReturnData"), objects.yes());
            objects.set(query, constant("kSecMatchLimit"), constant("kSecMatchLimitOne"));
            MemorySegment slot = objects.slot();
            int status = security.number("SecItemCopyMatching", query, slot);
            return new Found(
                    status,
                    Optional.of(slot.get(ADDRESS, 0))
                            .filter(data -> status == 0 && !data.equals(NULL))
                            .map(objects::owned)
                            .map(objects::bytes));
        }
    }

    @Override
    public int delete(String vault) {
        try (CoreFoundation objects = new CoreFoundation(foundation)) {
            return security.number("SecItemDelete", item(objects, vault));
        }
    }

    private MemorySegment item(CoreFoundation objects, String vault) {
        MemorySegment item = objects.dictionary();
        objects.set(item, constant("kSecClass"), constant("kSecClassGenericPassword"));
        objects.set(item, constant("kSecAttrService"), objects.text("Nearside"));
        objects.set(item, constant("kSecAttrAccount"), objects.text(vault));
        return item;
    }

    private MemorySegment constant(String name) {
        return CoreFoundation.constant(security, name);
    }
}
