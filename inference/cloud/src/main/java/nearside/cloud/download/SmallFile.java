package nearside.cloud.download;

import nearside.cloud.outbound.Limits;
import nearside.cloud.outbound.Outbound;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/// A small file at an address: it is asked for once, and no pointer is followed.
///
/// @param address absolute
/// @param mostBytes so many are read at most
public record SmallFile(URI address, int mostBytes) {
    public SmallFile {
        Objects.requireNonNull(address);
        if (mostBytes < 1) {
            throw new IllegalArgumentException("bytes: expected some, found " + mostBytes);
        }
    }

    /// What came of asking.
    public sealed interface Outcome {
        /// Its first bytes, all of them where they are no more than were wanted.
        final class Came implements Outcome {
            private final byte[] bytes;

            public Came(byte[] bytes) {
                this.bytes = bytes.clone();
            }

            public byte[] bytes() {
                return bytes.clone();
            }
        }

        /// The server says that there is none.
        record Absent() implements Outcome {}

        record Failed(DownloadFailure failure) implements Outcome {}
    }

    /// Asks for it by this door; blocks.
    ///
    /// @param limits how long it is waited for; `fruitless` is for all of it
    public Outcome by(Outbound door, DownloadGate gate, Limits limits) throws InterruptedException {
        Hub around = new Hub(address.resolve("."), List.of());
        try (Answer answer = new Asking(around, door, gate, limits).exactly(address)) {
            return new Outcome.Came(answer.start(mostBytes, limits.fruitless()));
        } catch (Setback setback) {
            return switch (setback) {
                case Setback.Passing passing -> outcome(passing.failure());
                case Setback.Lasting lasting -> outcome(lasting.failure());
                case Setback.Stopped _ ->
                        outcome(new DownloadFailure.NotPermitted(Asking.host(address)));
            };
        }
    }

    private static Outcome outcome(DownloadFailure failure) {
        return failure instanceof DownloadFailure.NotThere
                ? new Outcome.Absent()
                : new Outcome.Failed(failure);
    }
}
