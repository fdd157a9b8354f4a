package nearside.desktop.chat;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;

import nearside.copilot.orchestrator.Orchestrator;
import nearside.desktop.attach.Attached;
import nearside.desktop.undo.Act;
import nearside.desktop.undo.Undo;
import nearside.storage.ConversationId;
import nearside.storage.MessageId;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What a person makes of the open conversation. Lives on the UI thread.
final class OpenShaping implements Shaping {
    private final ReadOnlyObjectProperty<Transcript> open;
    private final Asking asking;
    private final ChatStore store;
    private final Orchestrator orchestrator;
    private final Undo undo;
    private final Consumer<Transcript> keepAlive;
    private final ObservableValue<Boolean> may;
    private Around around = Around.NOTHING;
    private Runnable onLeft = () -> {};
    private Consumer<Row> onPinned = _ -> {};

    /// @param keepAlive told of a transcript in which an answer will come
    OpenShaping(
            ReadOnlyObjectProperty<Transcript> open,
            Asking asking,
            ChatStore store,
            Orchestrator orchestrator,
            Undo undo,
            Consumer<Transcript> keepAlive) {
        this.open = open;
        this.asking = asking;
        this.store = store;
        this.orchestrator = orchestrator;
        this.undo = undo;
        this.keepAlive = keepAlive;
        may = asking.answering().map(goesOn -> !goesOn);
    }

    void standsIn(Around others) {
        around = others;
    }

    /// Told when a message is not written in any more.
    void onLeft(Runnable listener) {
        onLeft = listener;
    }

    /// Told of a message that is always read from now on, or no longer.
    void onPinned(Consumer<Row> listener) {
        onPinned = listener;
    }

    @Override
    public ObservableValue<Boolean> may() {
        return may;
    }

    @Override
    public void ask(Question instead, String text, List<Attached> files) {
        keepAlive.accept(open.get());
        asking.ask(open.get(), text, files, instead);
    }

    @Override
    public void again(Answer instead) {
        keepAlive.accept(open.get());
        asking.again(open.get(), instead);
    }

    @Override
    public void again(Answer instead, double temperature) {
        keepAlive.accept(open.get());
        asking.again(open.get(), instead, temperature);
    }

    @Override
    public void again(Answer instead, String model) {
        keepAlive.accept(open.get());
        asking.againWhenLoaded(open.get(), instead);
        around.use(model);
    }

    @Override
    public List<String> otherModels() {
        return around.others();
    }

    @Override
    public void compare(Row row) {
        open.get().id().ifPresent(id -> around.compare(id, row.branch().get().all()));
    }

    @Override
    public void tree() {
        around.tree();
    }

    @Override
    public void rewrite(Answer instead, String text) {
        instead.id().ifPresent(id -> store.change(open::get, () -> orchestrator.rewrite(id, text)));
    }

    @Override
    public void remove(Row row) {
        ConversationId of = open.get().id().orElseThrow();
        row.id()
                .ifPresent(id ->
                        undo.perform(
                                new Act(
                                        "chat.removed",
                                        row.beginning(),
                                        () -> store.restore(open::get, of, id),
                                        () -> store.remove(open::get, of, id))));
    }

    @Override
    public void pin(Row row) {
        Row.Pin next =
                switch (row.pin().get()) {
                    case LOOSE -> Row.Pin.PINNED;
                    case PINNED -> Row.Pin.LOOSE;
                };
        row.id().ifPresent(id -> store.pin(open.get(), id, next, () -> onPinned.accept(row)));
    }

    @Override
    public void fork(Row row) {
        row.id().ifPresent(id -> store.fork(id, around::forked));
    }

    @Override
    public Optional<MessageLink> link(Row row) {
        return open.get()
                .id()
                .flatMap(conversation -> row.id().map(id -> new MessageLink(conversation, id)));
    }

    @Override
    public void left() {
        onLeft.run();
    }

    @Override
    public void show(MessageId message) {
        store.show(open::get, message);
    }
}
