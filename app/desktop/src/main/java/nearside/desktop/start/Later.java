package nearside.desktop.start;

import java.util.Optional;
import java.util.function.Supplier;

/// Something that is made when it is asked for, once.
final class Later<T> {
    private final Supplier<T> making;
    private Optional<T> made = Optional.empty();

    Later(Supplier<T> making) {
        this.making = making;
    }

    synchronized T get() {
        if (made.isEmpty()) {
            made = Optional.of(making.get());
        }
        return made.get();
    }

    /// What was made; empty before.
    synchronized Optional<T> made() {
        return made;
    }
}
