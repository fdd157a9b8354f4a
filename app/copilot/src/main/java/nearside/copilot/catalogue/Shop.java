package nearside.copilot.catalogue;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// What may be got on this device, read when it is first asked for. Where that is nothing, it is
/// looked at anew each time. Any thread; the first one waits.
public final class Shop implements Supplier<InForce> {
    private final Supplier<InForce> reading;
    private final Supplier<Home.OnHub> own;
    private final Runnable anew;
    private Optional<InForce.Offers> read = Optional.empty();

    /// One whose models come from the public hub, or from where a policy says.
    ///
    /// @param reading reads and verifies the catalogues
    public Shop(Supplier<InForce> reading) {
        this(reading, () -> Home.PUBLIC, () -> {});
    }

    /// @param reading reads and verifies the catalogues
    /// @param own where the program's own models lie now
    /// @param anew makes the reading ask for what it has asked for before
    public Shop(Supplier<InForce> reading, Supplier<Home.OnHub> own, Runnable anew) {
        this.reading = Objects.requireNonNull(reading);
        this.own = Objects.requireNonNull(own);
        this.anew = Objects.requireNonNull(anew);
    }

    @Override
    public InForce get() {
        return found().from(own.get());
    }

    /// A person wants to know what may be got by now: what is asked next is read anew.
    public synchronized void again() {
        read = Optional.empty();
        anew.run();
    }

    private synchronized InForce found() {
        InForce found = read.<InForce>map(it -> it).orElseGet(reading);
        read =
                Optional.of(found)
                        .filter(InForce.Offers.class::isInstance)
                        .map(InForce.Offers.class::cast);
        return found;
    }
}
