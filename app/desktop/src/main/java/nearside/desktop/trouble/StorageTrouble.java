package nearside.desktop.trouble;

import nearside.desktop.words.Amounts;
import nearside.storage.StorageFailure;

/// Sentences for failures of the store.
record StorageTrouble(Wording wording, Amounts amounts) {
    Trouble of(StorageFailure failure) {
        return switch (failure) {
            case StorageFailure.InUse(var profile) ->
                    wording.trouble("profile-in-use", failure, profile);
            case StorageFailure.Denied(var path) -> wording.trouble("path-denied", failure, path);
            case StorageFailure.DiskFull(var profile, long free) ->
                    wording.trouble("disk-full", failure, profile, amounts.bytes(free));
            case StorageFailure.Locked locked -> locked(locked);
            case StorageFailure.OnNetwork(var profile, String type) ->
                    wording.trouble("profile-on-network", failure, profile, type);
            case StorageFailure.Damaged(var file, String _) ->
                    wording.trouble("database-damaged", failure, file);
            case StorageFailure.Newer newer ->
                    wording.trouble(
                            "database-newer",
                            newer,
                            newer.file(),
                            newer.foundVersion(),
                            newer.knownVersion());
            case StorageFailure.LibraryTooOld(String found, String needed) ->
                    wording.trouble("library-too-old", failure, found, needed);
            case StorageFailure.Broken(var file, int code) ->
                    wording.trouble("storage-broken", failure, file, code);
        };
    }

    private Trouble locked(StorageFailure.Locked it) {
        return switch (it.lock()) {
            case PASSPHRASE_NEEDED -> wording.trouble("locked.passphrase-needed", it, it.profile());
            case PASSPHRASE_WRONG -> wording.trouble("locked.passphrase-wrong", it, it.profile());
            case STORE_ABSENT -> wording.trouble("locked.store-absent", it, it.profile());
            case STORE_LOCKED -> wording.trouble("locked.store-locked", it, it.profile());
            case STORE_BROKEN -> wording.trouble("locked.store-broken", it, it.profile());
            case KEY_ABSENT -> wording.trouble("locked.key-absent", it, it.profile());
            case KEY_FOREIGN -> wording.trouble("locked.key-foreign", it, it.profile());
            case CODE_WRONG -> wording.trouble("locked.code-wrong", it, it.profile());
            case RECORD_LOST -> wording.trouble("locked.record-lost", it, it.profile());
        };
    }
}
