package nearside.desktop.borrow;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import nearside.copilot.borrow.PriceTable;
import nearside.storage.far.FarEntry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/// The fields of a price. What the table knows fills them while nobody has typed a price.
final class PriceFields {
    final StringProperty usdIn = new SimpleStringProperty("");
    final StringProperty usdCached = new SimpleStringProperty("");
    final StringProperty usdOut = new SimpleStringProperty("");
    final StringProperty asOf = new SimpleStringProperty("");

    private final PriceTable table;
    private final Supplier<LocalDate> today;
    private final ReadOnlyObjectWrapper<Optional<PriceTable.Row>> source =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    PriceFields(PriceTable table, Supplier<LocalDate> today) {
        this.table = table;
        this.today = today;
        usdIn.subscribe(this::typedIn);
        usdCached.subscribe(this::typedIn);
        usdOut.subscribe(this::typedIn);
    }

    PriceTable table() {
        return table;
    }

    /// From where the figures in the fields are; empty when a person typed them.
    ReadOnlyObjectProperty<Optional<PriceTable.Row>> source() {
        return source.getReadOnlyProperty();
    }

    Typed.Costs typed() {
        return new Typed.Costs(usdIn.get(), usdCached.get(), usdOut.get(), asOf.get());
    }

    void show(Optional<FarEntry.Price> price) {
        source.set(Optional.empty());
        usdIn.set(price.map(it -> it.usdIn().toPlainString()).orElse(""));
        usdCached.set(
                price.flatMap(FarEntry.Price::usdCached).map(BigDecimal::toPlainString).orElse(""));
        usdOut.set(price.map(it -> it.usdOut().toPlainString()).orElse(""));
        asOf.set(price.map(it -> it.asOf().toString()).orElse(""));
    }

    void fill(PriceTable.Row row) {
        if (typed().isEmpty() || source.get().isPresent()) {
            source.set(Optional.empty());
            usdIn.set(row.price().usdIn().toPlainString());
            usdCached.set(cached(row));
            usdOut.set(row.price().usdOut().toPlainString());
            asOf.set(row.price().asOf().toString());
            source.set(Optional.of(row));
        }
    }

    void unfill() {
        if (source.get().isPresent()) {
            show(Optional.empty());
        }
    }

    /// A price that a person types is one of today, as long as nobody says otherwise.
    private void typedIn() {
        if (source.get().filter(this::isChanged).isPresent()) {
            source.set(Optional.empty());
            asOf.set(today.get().toString());
        } else if (!typed().isEmpty() && asOf.get().isBlank()) {
            asOf.set(today.get().toString());
        }
    }

    private boolean isChanged(PriceTable.Row row) {
        return !usdIn.get().equals(row.price().usdIn().toPlainString())
                || !usdCached.get().equals(cached(row))
                || !usdOut.get().equals(row.price().usdOut().toPlainString());
    }

    private static String cached(PriceTable.Row row) {
        return row.price().cached().map(it -> it.usd().toPlainString()).orElse("");
    }

    /// The price that stands there; empty where none does.
    Optional<FarEntry.Price> entered() {
        return FieldsCheck.usd(usdIn.get())
                .flatMap(in ->
                        FieldsCheck.usd(usdOut.get())
                                .map(out ->
                                        new FarEntry.Price(
                                                in,
                                                out,
                                                LocalDate.parse(asOf.get().strip()),
                                                FieldsCheck.usd(usdCached.get()))));
    }
}
