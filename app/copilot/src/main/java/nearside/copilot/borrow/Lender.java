package nearside.copilot.borrow;

import nearside.cloud.FarModel;
import nearside.copilot.context.cost.CacheTerms;
import nearside.copilot.context.cost.Tariff;
import nearside.copilot.context.cost.TokenPrices;

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

    /// As the cost rule sees it. Without a price, tokens are weighed as such: a machine of one's
    /// own does not read again what it knows, and of others nothing is known.
    public Tariff tariff() {
        return price.map(Price::tariff)
                .orElseGet(() ->
                        switch (whose) {
                            case MY_DEVICE ->
                                    new Tariff(new TokenPrices(1, 0, 1, 1), Price.Cached.USUAL);
                            case CLOUD -> new Tariff(new TokenPrices(1, 1, 1, 1), CacheTerms.NONE);
                        });
    }

    /// Who runs it.
    public enum Whose {
        /// Somebody else, by their rules.
        CLOUD,
        /// The person, on another machine: a gentler borrow, shown as such.
        MY_DEVICE
    }
}
