package nearside.copilot.borrow;

import nearside.cloud.FarModel;
import nearside.cloud.FarModel.Dialect;
import nearside.cloud.outbound.Key;
import nearside.cloud.outbound.Origin;
import nearside.copilot.borrow.Lender.Whose;
import nearside.copilot.context.cost.CacheTerms;
import nearside.storage.FarModels;
import nearside.storage.far.FarEntry;
import nearside.storage.far.FarEntry.Door;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The far models that a person set up, as they can be borrowed: each key bound to its far side.
///
/// @param kept read anew each time
public record Lenders(FarModels kept) {
    public Lenders {
        Objects.requireNonNull(kept);
    }

    /// In the order in which they are asked.
    public List<Lender> all() {
        return kept.all().stream().map(Lenders::of).toList();
    }

    /// One of them.
    public static Lender of(FarEntry entry) {
        Door door = entry.door();
        return new Lender(
                entry.id(),
                new FarModel(
                        entry.name(),
                        door.address(),
                        entry.model().name(),
                        switch (entry.model().dialect()) {
                            case OPENAI -> Dialect.OPENAI;
                            case COMPATIBLE -> Dialect.COMPATIBLE;
                        },
                        key(door),
                        entry.model().window()),
                switch (entry.whose()) {
                    case CLOUD -> Whose.CLOUD;
                    case MY_DEVICE -> Whose.MY_DEVICE;
                },
                entry.price().map(it -> price(entry, it)));
    }

    private static Price price(FarEntry entry, FarEntry.Price price) {
        return new Price(
                price.usdIn(),
                price.usdOut(),
                price.asOf(),
                price.usdCached().map(usd -> new Price.Cached(usd, terms(entry))));
    }

    private static CacheTerms terms(FarEntry entry) {
        return PriceTable.shipped()
                .of(entry.door().address(), entry.model().name())
                .flatMap(row -> row.price().cached())
                .map(Price.Cached::terms)
                .orElse(Price.Cached.USUAL);
    }

    private static Optional<Key> key(Door door) {
        return door.secret()
                .map(secret ->
                        new Key(
                                Origin.of(door.address()),
                                switch (door.header()) {
                                    case BEARER -> Key.Header.BEARER;
                                    case API_KEY -> Key.Header.API_KEY;
                                },
                                secret.value()));
    }
}
