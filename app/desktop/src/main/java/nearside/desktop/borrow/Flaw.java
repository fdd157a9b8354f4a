package nearside.desktop.borrow;

import java.util.Objects;

/// A field that cannot be kept as it is.
///
/// @param found what stands in it; never a key
record Flaw(Field field, String found) {
    Flaw {
        Objects.requireNonNull(field);
        Objects.requireNonNull(found);
    }

    /// What is wrong where.
    enum Field {
        NAME,
        ADDRESS,
        /// The policy names servers, and this is none of them.
        ADDRESS_BY_POLICY,
        /// The preset's part that only the person knows still stands there.
        ADDRESS_EXAMPLE,
        MODEL,
        KEY,
        WINDOW,
        PRICE,
        DATE
    }
}
