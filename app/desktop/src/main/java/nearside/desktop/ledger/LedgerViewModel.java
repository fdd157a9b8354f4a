package nearside.desktop.ledger;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import nearside.copilot.borrow.Lenders;
import nearside.desktop.pace.Background;
import nearside.desktop.past.PageFile;
import nearside.desktop.words.Words;
import nearside.storage.Answered;
import nearside.storage.Conversations;
import nearside.storage.FarModels;
import nearside.storage.Ledger;
import nearside.storage.ledger.LedgerRow;
import nearside.storage.policy.Policy.Export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What left this device and what stayed. Lives on the UI thread; files are read elsewhere.
public final class LedgerViewModel {
    private final Behind behind;
    private final Export policy;
    private final Background background;
    private final Words words;
    private final Clock clock;
    private final ObservableList<Attempt> attempts = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.EMPTY);
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private Consumer<Counts> onCounted = _ -> {};

    /// What stands behind it.
    public record Behind(Conversations conversations, Ledger ledger, FarModels farModels) {}

    /// Asks a person for a file.
    @FunctionalInterface
    public interface Asking {
        /// Asks for a file; the person may take long.
        ///
        /// @param name of the file, with its ending
        /// @return empty for nowhere
        Optional<Path> where(String name);
    }

    /// @param policy whether the device allows files of the person's choice
    /// @param clock of the time zone in which weeks begin
    public LedgerViewModel(
            Behind behind, Export policy, Background background, Words words, Clock clock) {
        this.behind = behind;
        this.policy = policy;
        this.background = background;
        this.words = words;
        this.clock = clock;
    }

    /// The last attempt first.
    public ObservableList<Attempt> attempts() {
        return attempts;
    }

    public ReadOnlyObjectProperty<Page> page() {
        return page.getReadOnlyProperty();
    }

    /// What became of the export.
    public ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /// Whether the rows may be written to a file.
    public boolean mayExport() {
        return policy == Export.ALLOWED;
    }

    /// Told whenever answers were counted.
    public void onCounted(Consumer<Counts> listener) {
        onCounted = listener;
    }

    /// Counts the answers, and nothing else.
    public void count() {
        background.ask(
                () -> Counts.of(behind.conversations().answered()),
                counts -> onCounted.accept(counts));
    }

    private record Seen(Page page, List<Attempt> attempts) {}

    /// Reads everything anew.
    public void refresh() {
        said.set("");
        background.ask(
                this::seen,
                seen -> {
                    attempts.setAll(seen.attempts());
                    page.set(seen.page());
                    onCounted.accept(seen.page().counts());
                });
    }

    private Seen seen() {
        List<Answered> answered = behind.conversations().answered();
        Counts counts = Counts.of(answered);
        return new Seen(
                new Page(
                        counts,
                        Saved.of(counts, new Lenders(behind.farModels()).all()),
                        Week.until(LocalDate.now(clock), answered, clock.getZone()),
                        behind.ledger().firstBroken()),
                Attempt.of(behind.ledger().rows()));
    }

    /// Writes all rows to a file, one to a line.
    public void export(Asking asking) {
        if (mayExport()) {
            asking.where("nearside-ledger-" + LocalDate.now(clock) + ".jsonl")
                    .ifPresent(file -> background.ask(() -> written(file), said::set));
        }
    }

    private String written(Path file) {
        List<LedgerRow> rows = behind.ledger().rows();
        try {
            PageFile.write(
                    file,
                    out -> {
                        for (LedgerRow row : rows) {
                            out.write((row.json() + "\n").getBytes(StandardCharsets.UTF_8));
                        }
                    });
            return words.of("ledger.written", rows.size(), file);
        } catch (IOException refused) {
            return words.of("past.not-written", file, String.valueOf(refused.getMessage()));
        }
    }
}
