package nearside.storage.keystore;

import nearside.storage.keystore.KeyStoreTrouble.Kind;

import java.util.Objects;

/// An error as GLib and libsecret tell it.
///
/// Source: `GDBusError` and `SecretError` in their references.
///
/// @param domain the name of its family
/// @param code its number there
record GlibError(String domain, int code) {
    private static final String DBUS = "g-dbus-error-quark";
    private static final String SECRET = "secret-error";
    private static final int SERVICE_UNKNOWN = 2;
    private static final int NAME_HAS_NO_OWNER = 3;
    private static final int IS_LOCKED = 2;

    GlibError {
        Objects.requireNonNull(domain);
    }

    KeyStoreTrouble trouble() {
        return new KeyStoreTrouble(kind(), code);
    }

    private Kind kind() {
        if (domain.equals(DBUS) && (code == SERVICE_UNKNOWN || code == NAME_HAS_NO_OWNER)) {
            return Kind.ABSENT;
        }
        return domain.equals(SECRET) && code == IS_LOCKED ? Kind.LOCKED : Kind.BROKEN;
    }
}
