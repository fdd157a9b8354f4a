package nearside.desktop.trouble;

import nearside.desktop.words.Amounts;
import nearside.storage.Lock;
import nearside.storage.StorageFailure;

import java.util.Locale;

/// Sentences for failures of the store.
record StorageTrouble(Wording wording, Amounts amounts) {
    Trouble of(StorageFailure failure) {
        return switch (failure) {
            case StorageFailure.InUse(var profile) ->
                    wording.trouble("profile-in-use", failure, profile);
            case StorageFailure.Denied(var path) -> wording.trouble("path-denied", failure, path);
            case StorageFailure.DiskFull(var profile, long free) ->
                    wording.trouble("disk-full", failure, profile, amounts.bytes(free));
            case StorageFailure.Locked(var profile, Lock lock) ->
                    wording.trouble(name(lock), failure, profile);
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

    private static String name(Lock lock) {
        return "locked." + lock.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
