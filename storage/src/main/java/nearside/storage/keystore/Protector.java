package nearside.storage.keystore;

/// Seals bytes so that only the same person on the same device opens them.
interface Protector {
    /// Gives the sealed bytes.
    ///
    /// @param bound what must be the same when they are opened
    byte[] seal(byte[] secret, byte[] bound) throws KeyStoreTrouble;

    byte[] open(byte[] sealed, byte[] bound) throws KeyStoreTrouble;
}
