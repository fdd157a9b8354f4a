package nearside.desktop.search;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import nearside.desktop.pace.Background;
import nearside.storage.ConversationId;
import nearside.storage.Hit;
import nearside.storage.MessageId;
import nearside.storage.Search;
import nearside.storage.search.Progress;
import nearside.storage.search.Query;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// What a person looks for in all conversations, and where it was found; usable while the
/// conversations are still being read. Lives on the UI thread.
public final class SearchViewModel {
    /// The window and the model come first.
    static final Duration START = Duration.ofSeconds(2);

    /// While conversations are being read, it is looked again after this time.
    static final Duration AGAIN = Duration.ofMillis(500);

    static final int MOST = 50;

    private final Search search;
    private final Background background;
    private final ZoneId zone;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObservableList<SearchItem> items = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Standing> standing =
            new ReadOnlyObjectWrapper<>(new Standing.Nothing());
    private BiConsumer<ConversationId, Optional<MessageId>> onOpen = (_, _) -> {};
    private Runnable dropAgain = () -> {};

    /// What is typed now, for the thread that looks: older questions need no answer.
    private volatile String latest = "";

    private record Found(List<Hit> hits, Progress progress) {}

    public SearchViewModel(Search search, Background background, ZoneId zone) {
        this.search = search;
        this.background = background;
        this.zone = zone;
        typed.subscribe(_ -> look());
    }

    /// What is typed.
    public StringProperty typed() {
        return typed;
    }

    public ObservableList<SearchItem> items() {
        return items;
    }

    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /// Told where a person wants to go.
    public void onOpen(BiConsumer<ConversationId, Optional<MessageId>> listener) {
        onOpen = listener;
    }

    /// Begins to read the conversations, a little later.
    public void begin() {
        background.ui().after(START, () -> background.tell(search::begin));
    }

    public void open(SearchItem item) {
        onOpen.accept(new ConversationId(item.conversation()), item.message().map(MessageId::new));
    }

    /// Goes where the first one is.
    public void openFirst() {
        items.stream().findFirst().ifPresent(this::open);
    }

    public void leave() {
        typed.set("");
    }

    private void look() {
        String text = typed.get();
        latest = text;
        dropAgain.run();
        if (text.isBlank()) {
            items.clear();
            standing.set(new Standing.Nothing());
        } else {
            background.ask(() -> found(text), found -> found.ifPresent(it -> show(text, it)));
        }
    }

    private Optional<Found> found(String text) {
        if (!text.equals(latest)) {
            return Optional.empty();
        }
        Progress before = search.progress();
        return Optional.of(new Found(search.find(Query.typed(text, zone), MOST), before));
    }

    private void show(String text, Found found) {
        if (!text.equals(typed.get())) {
            return;
        }
        List<SearchItem> now = found.hits().stream().map(SearchViewModel::item).toList();
        if (!now.equals(items)) {
            items.setAll(now);
        }
        if (found.progress().isComplete()) {
            standing.set(new Standing.Complete());
        } else {
            standing.set(new Standing.Reading(found.progress().read(), found.progress().all()));
            dropAgain = background.ui().after(AGAIN, this::look);
        }
    }

    private static SearchItem item(Hit hit) {
        return new SearchItem(
                hit.conversation().value(),
                hit.message().map(MessageId::value),
                hit.title(),
                hit.time(),
                hit.excerpt());
    }
}
