package nearside.copilot.catalogue;

import java.util.Objects;

/// A variant that may be got, with its model and where it lies.
public record Offered(Entry entry, Variant variant, Home home) {
    public Offered {
        Objects.requireNonNull(entry);
        Objects.requireNonNull(variant);
        Objects.requireNonNull(home);
    }

    /// The same from elsewhere.
    Offered at(Home other) {
        return new Offered(entry, variant, other);
    }
}
