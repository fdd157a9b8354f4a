package nearside.storage.ledger;

import java.util.Optional;

/// Seals rows so that nobody else can read them, and none can stand in another's place.
public interface RowSeal {
    byte[] seal(long number, String json);

    /// The JSON of a row; empty when it was changed, or sealed for another number or profile.
    Optional<String> open(long number, byte[] sealed);
}
