package nearside.copilot.catalogue;

import nearside.cloud.download.DownloadFailure;

/// Everything that can be wrong with a catalogue. What it names of the content can be shown.
public sealed interface CatalogueFault {
    /// There is none where one has to be.
    record Missing() implements CatalogueFault {}

    /// One of its two files is there and cannot be read.
    record Unreadable() implements CatalogueFault {}

    /// It lies at an address that did not give it.
    record Unfetched(DownloadFailure failure) implements CatalogueFault {}

    /// It lies at an address, and there is no way out: the certificates of the route cannot be
    /// used.
    record NoDoor(String why) implements CatalogueFault {}

    /// It lies at an address, and what leaves cannot be written down: another process holds the
    /// ledger, or it is locked.
    record NoLedger() implements CatalogueFault {}

    /// More than is read of a file that nobody has vouched for yet.
    record TooLarge(long mostBytes) implements CatalogueFault {}

    /// The key is none with which a signature could be believed.
    record WeakKey() implements CatalogueFault {}

    /// It is not as the holder of the key signed it.
    record BadSignature() implements CatalogueFault {}

    record NotJson(String problem) implements CatalogueFault {}

    record DuplicateKey(String key) implements CatalogueFault {}

    record UnknownKey(String key) implements CatalogueFault {}

    record WrongValue(String key, String expected, String found) implements CatalogueFault {}

    /// A later one was accepted before.
    record Outdated(long foundSerial, long leastSerial) implements CatalogueFault {}
}
