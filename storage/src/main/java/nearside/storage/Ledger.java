package nearside.storage;

import nearside.storage.ledger.LedgerEvent;
import nearside.storage.ledger.LedgerRow;
import nearside.storage.ledger.LedgerRows;
import nearside.storage.ledger.RowSeal;
import nearside.storage.vault.Place;
import nearside.storage.vault.Sealer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Every attempt to connect since the profile was made: sealed, chained, only ever added to.
public final class Ledger {
    static final String FILE = "ledger";

    private final Path file;
    private final LedgerRows rows;
    private final InstantSource clock;

    private record Seal(Sealer sealer) implements RowSeal {
        @Override
        public byte[] seal(long number, String json) {
            return sealer.seal(place(number), json);
        }

        @Override
        public Optional<String> open(long number, byte[] sealed) {
            return sealer.text(place(number), sealed);
        }

        private static Place place(long number) {
            return new Place("ledger.row", "", String.valueOf(number));
        }
    }

    private Ledger(Path file, LedgerRows rows, InstantSource clock) {
        this.file = file;
        this.rows = rows;
        this.clock = clock;
    }

    static Ledger in(Path profile, Sealer sealer, InstantSource clock) {
        Path file = profile.resolve(FILE);
        try {
            return new Ledger(file, LedgerRows.in(file, new Seal(sealer)), clock);
        } catch (IOException refused) {
            throw new StorageException(Refusal.of(file, refused), refused);
        }
    }

    /// Writes down that an attempt begins; it is on the disk when this returns.
    ///
    /// @return the number by which its end is told
    public long began(LedgerEvent.Began attempt) {
        return add(attempt);
    }

    /// Writes down how it ended.
    public void ended(LedgerEvent.Ended end) {
        add(end);
    }

    private long add(LedgerEvent event) {
        try {
            return rows.add(clock.instant(), event).number();
        } catch (IOException refused) {
            throw new StorageException(Refusal.of(file, refused), refused);
        }
    }

    /// All rows in order.
    public List<LedgerRow> rows() {
        return rows.all();
    }

    /// The number of the first row that is missing or was changed; empty when the chain is whole.
    public OptionalLong firstBroken() {
        return rows.firstBroken();
    }
}
