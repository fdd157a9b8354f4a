package nearside.copilot.catalogue;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// What may be got on this device, read when it is first asked for. Any thread; the first one
/// waits.
public final class Shop implements Supplier<InForce> {
    private final Supplier<InForce> reading;
    private Optional<InForce> read = Optional.empty();

    /// @param reading reads and verifies the catalogues
    public Shop(Supplier<InForce> reading) {
        this.reading = Objects.requireNonNull(reading);
    }

    @Override
    public synchronized InForce get() {
        InForce found = read.orElseGet(reading);
        read = Optional.of(found);
        return found;
    }
}
