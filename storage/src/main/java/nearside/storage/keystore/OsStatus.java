package nearside.storage.keystore;

import nearside.storage.keystore.KeyStoreTrouble.Kind;

/// What a keychain answers.
///
/// Source: `SecBase.h` of macOS.
///
/// @param code zero when it went well
record OsStatus(int code) {
    private static final int DONE = 0;
    private static final int USER_CANCELED = -128;
    private static final int NOT_AVAILABLE = -25291;
    private static final int AUTHENTICATION_FAILED = -25293;
    private static final int DUPLICATE_ITEM = -25299;
    private static final int ITEM_NOT_FOUND = -25300;
    private static final int NO_DEFAULT_KEYCHAIN = -25307;
    private static final int INTERACTION_NOT_ALLOWED = -25308;
    private static final int INTERACTION_REQUIRED = -25315;

    boolean isDuplicate() {
        return code == DUPLICATE_ITEM;
    }

    boolean isNotFound() {
        return code == ITEM_NOT_FOUND;
    }

    /// Does nothing when it went well.
    void check() throws KeyStoreTrouble {
        if (code != DONE) {
            throw new KeyStoreTrouble(kind(), code);
        }
    }

    private Kind kind() {
        return switch (code) {
            case NOT_AVAILABLE, NO_DEFAULT_KEYCHAIN -> Kind.ABSENT;
            case USER_CANCELED,
                    AUTHENTICATION_FAILED,
                    INTERACTION_NOT_ALLOWED,
                    INTERACTION_REQUIRED ->
                    Kind.LOCKED;
            default -> Kind.BROKEN;
        };
    }
}
