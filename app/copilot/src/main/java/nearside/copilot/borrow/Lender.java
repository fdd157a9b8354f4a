package nearside.copilot.borrow;

import nearside.cloud.FarModel;

import java.util.Objects;
import java.util.Optional;

/// A far model that can be borrowed, whose it is, and what it costs.
///
/// @param id by which the person's settings know it
/// @param price empty where it is not known
public record Lender(String id, FarModel model, Whose whose, Optional<Price> price) {
    public Lender {
        Objects.requireNonNull(id);
        Objects.requireNonNull(model);
        Objects.requireNonNull(whose);
        Objects.requireNonNull(price);
    }

    /// Who runs it.
    public enum Whose {
        /// Somebody else, by their rules.
        CLOUD,
        /// The person, on another machine: a gentler borrow, shown as such.
        MY_DEVICE
    }
}
