package nearside.desktop.borrow;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import nearside.cloud.FarModel.Dialect;
import nearside.cloud.outbound.Key.Header;
import nearside.copilot.borrow.Lender.Whose;
import nearside.copilot.borrow.PriceTable;
import nearside.storage.far.FarEntry;
import nearside.storage.far.FarEntry.Door;
import nearside.storage.far.FarEntry.Secret;
import nearside.storage.policy.Endpoint;
import nearside.storage.policy.Policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The fields in which a person sets up a far model. A key that is kept is never shown again; it
/// stays with its server, and another server wants another one.
public final class FarFormViewModel {
    final StringProperty name = new SimpleStringProperty("");
    final StringProperty address = new SimpleStringProperty("");
    final StringProperty model = new SimpleStringProperty("");
    final StringProperty key = new SimpleStringProperty("");
    final StringProperty window = new SimpleStringProperty("");
    final ObjectProperty<Whose> whose = new SimpleObjectProperty<>(Whose.CLOUD);
    final ObjectProperty<Dialect> dialect = new SimpleObjectProperty<>(Dialect.COMPATIBLE);
    final ObjectProperty<Header> header = new SimpleObjectProperty<>(Header.BEARER);
    final PriceFields price;

    private final Policy policy;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper readable = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<KeyStanding> keyStanding =
            new ReadOnlyObjectWrapper<>(KeyStanding.NONE);
    private final ObservableList<Flaw> flaws = FXCollections.observableArrayList();
    private Optional<FarEntry> before = Optional.empty();

    /// How it stands with the key.
    public enum KeyStanding {
        NONE,
        /// One is kept for this very server.
        KEPT,
        /// One is kept, but for another server: it does not go along.
        FOR_ANOTHER_SERVER
    }

    FarFormViewModel(Policy policy, PriceTable table, Supplier<LocalDate> today) {
        this.policy = policy;
        this.price = new PriceFields(table, today);
        address.subscribe(this::addressChanged);
        model.subscribe(this::known);
    }

    /// Whether a person is at it.
    public ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    /// Whether what is sent to that address can be read on the way.
    public ReadOnlyBooleanProperty readable() {
        return readable.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<KeyStanding> keyStanding() {
        return keyStanding.getReadOnlyProperty();
    }

    /// What keeps it from being kept, after somebody tried.
    ObservableList<Flaw> flaws() {
        return flaws;
    }

    /// Whether one that is there is changed.
    public boolean isChange() {
        return before.isPresent();
    }

    /// Begins a new one.
    public void begin() {
        before = Optional.empty();
        name.set("");
        model.set("");
        take(Preset.OPENAI);
        opened();
    }

    /// Fills in what is usual there.
    public void take(Preset preset) {
        address.set(preset.address());
        whose.set(preset.whose());
        dialect.set(preset.dialect());
        header.set(preset.header());
    }

    /// Begins to change one that is there.
    void begin(FarEntry entry) {
        before = Optional.of(entry);
        name.set(entry.name());
        address.set(entry.door().address().toString());
        model.set(entry.model().name());
        whose.set(FarWords.whose(entry.whose()));
        dialect.set(FarWords.dialect(entry.model().dialect()));
        header.set(FarWords.header(entry.door().header()));
        opened();
        window.set(String.valueOf(entry.model().window()));
        price.show(entry.price());
    }

    private void opened() {
        key.set("");
        window.set("");
        flaws.clear();
        price.show(Optional.empty());
        addressChanged();
        open.set(true);
    }

    /// Leaves everything as it was.
    public void cancel() {
        key.set("");
        before = Optional.empty();
        open.set(false);
    }

    /// The kept key goes when this is kept.
    public void forgetKey() {
        before = before.map(FarFormViewModel::withoutKey);
        addressChanged();
    }

    private static FarEntry withoutKey(FarEntry entry) {
        Door door = entry.door();
        return new FarEntry(
                entry.id(),
                entry.name(),
                entry.whose(),
                new Door(door.address(), door.header(), Optional.empty()),
                entry.model(),
                entry.price());
    }

    private void addressChanged() {
        FieldsCheck check = check();
        readable.set(check.address().filter(PlainTalk::isReadable).isPresent());
        Optional<Door> door = before.map(FarEntry::door).filter(it -> it.secret().isPresent());
        boolean same =
                door.filter(it ->
                                check.address()
                                        .map(it::at)
                                        .filter(at -> at.secret().isPresent())
                                        .isPresent())
                        .isPresent();
        keyStanding.set(
                door.isEmpty()
                        ? KeyStanding.NONE
                        : same ? KeyStanding.KEPT : KeyStanding.FOR_ANOTHER_SERVER);
        known();
    }

    private void known() {
        check().address()
                .flatMap(at -> price.table().of(at, model.get()))
                .ifPresentOrElse(
                        row -> {
                            price.fill(row);
                            if (window.get().isBlank()) {
                                window.set(String.valueOf(row.window()));
                            }
                        },
                        price::unfill);
    }

    private FieldsCheck check() {
        return new FieldsCheck(
                new Typed(
                        name.get(),
                        model.get(),
                        key.get(),
                        window.get(),
                        new Typed.Asked(address.get(), whose.get(), dialect.get(), header.get()),
                        price.typed()));
    }

    /// What was typed, if all of it can be kept; the flaws are told.
    ///
    /// @param freshId makes the id of a new one
    Optional<FarEntry> entry(Supplier<String> freshId) {
        FieldsCheck check = check();
        List<Flaw> found = new ArrayList<>(check.flaws());
        check.address()
                .filter(it -> !isNamed(Endpoint.serving(it)))
                .ifPresent(it -> found.add(new Flaw(Flaw.Field.ADDRESS_BY_POLICY, it.getHost())));
        flaws.setAll(found);
        return found.isEmpty() ? Optional.of(entry(check, freshId)) : Optional.empty();
    }

    private boolean isNamed(Endpoint server) {
        return policy.cloud().endpoints().map(it -> it.contains(server)).orElse(true);
    }

    private FarEntry entry(FieldsCheck check, Supplier<String> freshId) {
        Typed typed = check.typed();
        return new FarEntry(
                before.map(FarEntry::id).orElseGet(freshId),
                typed.name().strip(),
                FarWords.stored(typed.asked().whose()),
                door(check),
                new FarEntry.Model(
                        typed.model().strip(),
                        FarWords.stored(typed.asked().dialect()),
                        check.window().orElseThrow()),
                price.entered());
    }

    private Door door(FieldsCheck check) {
        String typed = key.get().strip();
        Optional<Secret> secret =
                typed.isEmpty()
                        ? before.flatMap(it -> it.door().at(check.address().orElseThrow()).secret())
                        : Optional.of(new Secret(typed));
        return new Door(check.address().orElseThrow(), FarWords.stored(header.get()), secret);
    }

    /// It is kept.
    void kept() {
        cancel();
    }
}
