package nearside.desktop.print;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import nearside.desktop.pace.Background;
import nearside.desktop.past.PageText;
import nearside.desktop.past.Pages;
import nearside.desktop.print.Printers.Found;
import nearside.desktop.print.Printers.Order;
import nearside.desktop.trouble.Explain;
import nearside.desktop.trouble.Trouble;
import nearside.desktop.words.Words;
import nearside.storage.ConversationId;
import nearside.storage.Past;
import nearside.storage.StorageException;
import nearside.storage.policy.Policy.Export;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Prints one conversation: on which printer, how often, and what became of it. Lives on the UI
/// thread; printers are asked elsewhere.
public final class PrintViewModel {
    private final Behind behind;
    private final Background background;
    private final Pages pages;
    private final Became became;
    private final Consumer<Trouble> unseen;
    private final HowOften copies;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Printing> printing =
            new ReadOnlyObjectWrapper<>(new Printing.NotKept());
    private Optional<Kept> asked = Optional.empty();
    private Consumer<String> onSave = _ -> {};

    /// Which opening of the panel this is; what was asked in another one is not shown in it.
    private int opening;

    /// The printer that is chosen.
    final SimpleObjectProperty<Optional<String>> chosen =
            new SimpleObjectProperty<>(Optional.empty());

    /// What stands behind.
    ///
    /// @param policy whether the device allows that conversations are taken out
    public record Behind(Past past, Export policy, Printers printers) {}

    /// @param unseen told of what failed when nobody looks any more
    public PrintViewModel(
            Behind behind, Background background, Words words, Consumer<Trouble> unseen) {
        this.behind = behind;
        this.background = background;
        this.pages = new Pages(new PageText(words, ZoneId.systemDefault()));
        this.became = new Became(new Explain(words));
        this.unseen = unseen;
        this.copies = new HowOften(words);
    }

    ObservableList<String> names() {
        return names;
    }

    HowOften copies() {
        return copies;
    }

    ReadOnlyObjectProperty<Printing> printing() {
        return printing.getReadOnlyProperty();
    }

    /// Of the conversation; empty where there is none.
    String title() {
        return asked.map(Kept::title).orElse("");
    }

    /// Told of the conversation that is to become a file.
    public void onSave(Consumer<String> listener) {
        onSave = listener;
    }

    /// Looks for printers for that conversation.
    ///
    /// @param conversation empty for one that is kept nowhere
    public void begin(Optional<Kept> conversation) {
        forget();
        asked = conversation;
        copies.once();
        switch (behind.policy()) {
            case FORBIDDEN -> printing.set(new Printing.Forbidden());
            case ALLOWED -> look();
        }
    }

    private void look() {
        if (asked.isEmpty()) {
            printing.set(new Printing.NotKept());
            return;
        }
        printing.set(new Printing.Looking());
        int asking = opening;
        background.ask(
                behind.printers()::find,
                found -> {
                    if (asking == opening) {
                        show(found);
                    }
                });
    }

    private void show(Found found) {
        names.setAll(found.names());
        boolean single = names.size() == 1;
        chosen.set(found.usual().or(() -> single ? names.stream().findFirst() : Optional.empty()));
        printing.set(
                names.isEmpty() ? new Printing.NoPrinters(found.said()) : new Printing.Ready());
    }

    /// Nobody looks any more.
    public void forget() {
        opening++;
        names.clear();
        chosen.set(Optional.empty());
    }

    /// Does nothing while something is missing.
    void print() {
        if (asked.isPresent() && canPrint()) {
            String printer = chosen.get().orElseThrow();
            print(asked.get(), new Order(printer, copies.count().orElseThrow()));
        }
    }

    boolean canPrint() {
        return printing.get().rests() && chosen.get().isPresent() && copies.count().isPresent();
    }

    private void print(Kept kept, Order order) {
        printing.set(new Printing.Sending(order.printer()));
        int asking = opening;
        background.ask(() -> orReady(() -> printed(kept, order), asking), it -> show(it, asking));
    }

    private Printing printed(Kept kept, Order order) {
        var found = behind.past().find(new ConversationId(kept.id()));
        return found.map(it -> behind.printers().print(order, new Leaves(pages, it)))
                .map(outcome -> became.of(outcome, order.printer()))
                .orElse(new Printing.NotKept());
    }

    /// A store that fails is told by the window; the panel waits no longer.
    private Printing orReady(Supplier<Printing> printed, int asking) {
        try {
            return printed.get();
        } catch (StorageException broken) {
            background.ui().later(() -> show(new Printing.Ready(), asking));
            throw broken;
        }
    }

    private void show(Printing ended, int asking) {
        if (asking == opening) {
            printing.set(ended);
        } else if (ended instanceof Printing.Failed(Trouble trouble)) {
            unseen.accept(trouble);
        }
    }

    boolean canSave() {
        return asked.isPresent() && printing.get().saves();
    }

    /// Makes it a file in the usual way.
    void save() {
        if (canSave()) {
            asked.map(Kept::id).ifPresent(onSave);
        }
    }
}
