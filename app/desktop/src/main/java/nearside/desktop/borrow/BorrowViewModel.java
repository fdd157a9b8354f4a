package nearside.desktop.borrow;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import nearside.copilot.borrow.Lender;
import nearside.copilot.borrow.Lenders;
import nearside.copilot.borrow.PriceTable;
import nearside.copilot.borrow.Rules;
import nearside.copilot.borrow.Trial;
import nearside.desktop.pace.Background;
import nearside.desktop.trouble.Explain;
import nearside.storage.FarModels;
import nearside.storage.FarModels.Move;
import nearside.storage.FarModels.Standing;
import nearside.storage.SettingsFile;
import nearside.storage.far.FarEntry;
import nearside.storage.policy.Policy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The far models that a person set up: their order, changing and trying them, and who is asked
/// before something leaves. Lives on the UI thread; files and far sides are reached elsewhere.
public final class BorrowViewModel {
    private final Behind behind;
    private final Policy policy;
    private final Background quick;
    private final Background slow;
    private final Explain explain;
    private final FarFormViewModel form;
    private final ConsentViewModel consent;
    private final ObservableList<Lender> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Told> told =
            new ReadOnlyObjectWrapper<>(new Told.Nothing());
    private final ReadOnlyStringWrapper kept = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Read> read = new ReadOnlyObjectWrapper<>(Read.SOUND);
    private volatile boolean waits;

    /// What stands behind it.
    public record Behind(FarModels models, SettingsFile settings, Trying trying) {}

    /// Asks a far model for one word; blocks.
    @FunctionalInterface
    public interface Trying {
        Trial.Outcome run(Lender lender, BooleanSupplier waits);
    }

    /// Whether the list could be read.
    public enum Read {
        SOUND,
        PREVIOUS,
        LOST
    }

    /// @param quick keeps what is changed, in order
    /// @param slow asks far sides
    public BorrowViewModel(
            Behind behind, Policy policy, Background quick, Background slow, Explain explain) {
        this.behind = behind;
        this.policy = policy;
        this.quick = quick;
        this.slow = slow;
        this.explain = explain;
        this.form =
                new FarFormViewModel(
                        policy, PriceTable.shipped(), () -> LocalDate.now(ZoneId.systemDefault()));
        this.consent = new ConsentViewModel(behind.settings(), policy, quick);
    }

    /// In the order in which they are asked.
    public ObservableList<Lender> rows() {
        return rows;
    }

    public FarFormViewModel form() {
        return form;
    }

    public ConsentViewModel consent() {
        return consent;
    }

    /// What came of the last trial.
    public ReadOnlyObjectProperty<Told> told() {
        return told.getReadOnlyProperty();
    }

    /// The id of the one that was kept last; empty for none.
    public ReadOnlyStringProperty kept() {
        return kept.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Read> read() {
        return read.getReadOnlyProperty();
    }

    /// Whether and how the policy shuts the door for all far sides.
    public Optional<Rules.Shut> shutByPolicy() {
        if (policy.network() == Policy.Network.OFFLINE) {
            return Optional.of(Rules.Shut.OFFLINE_BY_POLICY);
        }
        return policy.cloud().use() == Policy.Use.FORBIDDEN
                ? Optional.of(Rules.Shut.CLOUD_BY_POLICY)
                : Optional.empty();
    }

    /// The only servers that the policy lets be asked; empty for any.
    public Optional<List<String>> servers() {
        return policy.cloud().endpoints().map(all -> all.stream().map(Object::toString).toList());
    }

    /// Reads everything anew.
    public void refresh() {
        consent.refresh();
        look();
    }

    private record Seen(List<Lender> lenders, Standing standing) {}

    private void look() {
        quick.ask(
                () -> new Seen(new Lenders(behind.models()).all(), behind.models().standing()),
                seen -> {
                    rows.setAll(seen.lenders());
                    read.set(
                            switch (seen.standing()) {
                                case SOUND -> Read.SOUND;
                                case PREVIOUS -> Read.PREVIOUS;
                                case LOST -> Read.LOST;
                            });
                });
    }

    private void change(Runnable change) {
        quick.tell(change, this::look);
    }

    /// Begins a new one.
    public void add() {
        told.set(new Told.Nothing());
        form.begin();
    }

    /// Begins to change one; harmless when it is gone.
    public void edit(Lender lender) {
        told.set(new Told.Nothing());
        quick.ask(() -> entry(lender), found -> found.ifPresent(form::begin));
    }

    private Optional<FarEntry> entry(Lender lender) {
        return behind.models().all().stream().filter(it -> it.id().equals(lender.id())).findFirst();
    }

    /// Keeps what the form holds, if it can be kept.
    public void keep() {
        form.entry(behind.models()::freshId).ifPresent(this::keep);
    }

    private void keep(FarEntry entry) {
        quick.tell(
                () -> behind.models().keep(entry),
                () -> {
                    form.kept();
                    kept.set(entry.id());
                    look();
                });
    }

    public void remove(Lender lender) {
        change(() -> behind.models().remove(lender.id()));
    }

    public void up(Lender lender) {
        change(() -> behind.models().move(lender.id(), Move.UP));
    }

    public void down(Lender lender) {
        change(() -> behind.models().move(lender.id(), Move.DOWN));
    }

    /// Asks it for one word. One trial at a time.
    public void tryIt(Lender lender) {
        if (!(told.get() instanceof Told.Trying)) {
            waits = true;
            told.set(new Told.Trying(lender.model().name()));
            slow.ask(() -> behind.trying().run(lender, () -> waits), end(lender));
        }
    }

    private Consumer<Trial.Outcome> end(Lender lender) {
        return outcome -> {
            told.set(
                    switch (outcome) {
                        case Trial.Outcome.Answered(var words, var took) ->
                                new Told.Worked(lender.model().name(), words, took);
                        case Trial.Outcome.Failed(var failure) ->
                                new Told.Failed(explain.of(failure));
                        case Trial.Outcome.Shut(var by) -> new Told.NotAsked(by);
                        case Trial.Outcome.NoDoor(var why) -> new Told.NoDoor(why);
                        case Trial.Outcome.Stopped _ -> new Told.Nothing();
                    });
        };
    }

    /// Nobody waits for a trial any more.
    public void stop() {
        waits = false;
    }

    /// The panel is closed: what was typed goes, a key above all.
    public void forget() {
        stop();
        form.cancel();
        if (!(told.get() instanceof Told.Trying)) {
            told.set(new Told.Nothing());
        }
    }
}
