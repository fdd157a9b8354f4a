package nearside.desktop.chat;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import nearside.copilot.orchestrator.Orchestrator;
import nearside.copilot.orchestrator.Outlook;
import nearside.desktop.consent.SheetText;
import nearside.desktop.consent.SheetViewModel;
import nearside.desktop.pace.Background;
import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Words;
import nearside.storage.ConversationId;
import nearside.storage.Conversations;
import nearside.storage.Drafts;
import nearside.storage.MessageId;
import nearside.storage.StorageFailure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The conversation in front of a person: asks, shows the answer as it comes, keeps the draft.
/// Lives on the UI thread.
public final class ChatViewModel {
    private final ChatStore store;
    private final DiskRoom room;
    private final DraftKeeper keeper;
    private final Orchestrator orchestrator;
    private final Asking asking;
    private final Shaping shaping;
    private final SheetViewModel consent;
    private final Ahead ahead;
    private final ReadOnlyObjectWrapper<Transcript> open =
            new ReadOnlyObjectWrapper<>(new Transcript(Optional.empty()));
    private final List<Transcript> alive = new ArrayList<>();
    private final Consumer<StorageFailure> onFailure;
    private Consumer<ConversationId> onSaved = _ -> {};
    private Settling onSettled = (_, _) -> {};
    private Runnable onLeft = () -> {};
    private Consumer<String> onLink = _ -> {};

    public ChatViewModel(
            Orchestrator orchestrator,
            Conversations conversations,
            Drafts drafts,
            Background background,
            Words words) {
        this.orchestrator = orchestrator;
        WhyText whyText = new WhyText(words);
        Explain explain = new Explain(words);
        Background patient = new Background(background.executor(), background.ui(), this::failed);
        onFailure = background.onFailure();
        room = new DiskRoom(drafts::hasRoom, patient);
        store = new ChatStore(conversations, drafts, patient, new Remembered(whyText, explain));
        keeper = new DraftKeeper(drafts, patient);
        ahead = new Ahead(orchestrator, patient);
        consent = new SheetViewModel(new SheetText(words));
        asking =
                new Asking(
                        orchestrator,
                        background.ui(),
                        consent,
                        answer -> new Telling(answer, explain, whyText, System::nanoTime),
                        this::saved,
                        room::ranOut);
        shaping = new OfOpen();
        room.full().subscribe(this::diskIs);
        watch(open.get());
    }

    public ReadOnlyObjectProperty<Transcript> open() {
        return open.getReadOnlyProperty();
    }

    /// The id of the open conversation; empty for one that is not begun.
    public Optional<ConversationId> openId() {
        return open.get().id();
    }

    /// True while an answer is on its way, here or in another conversation.
    public ReadOnlyBooleanProperty answering() {
        return asking.answering();
    }

    /// How long an answer to what is typed would take; empty while nothing is typed or known.
    public ReadOnlyObjectProperty<Optional<Outlook>> outlook() {
        return ahead.outlook();
    }

    /// The question whether something may leave.
    public SheetViewModel consent() {
        return consent;
    }

    /// True while nothing can be saved because the disk is full; what is typed stays, and all goes
    /// on by itself when there is room.
    public ReadOnlyBooleanProperty diskFull() {
        return room.full();
    }

    /// Told on the UI thread whenever a question is on disk.
    public void onSaved(Consumer<ConversationId> listener) {
        onSaved = listener;
    }

    /// Opens a stored conversation, or the one not begun yet.
    public void show(Optional<ConversationId> conversation) {
        keeper.save(open.get());
        alive.removeIf(transcript -> !transcript.busy());
        open.set(
                alive.stream()
                        .filter(transcript -> !transcript.temporary().get())
                        .filter(transcript -> transcript.id().equals(conversation))
                        .findFirst()
                        .orElseGet(() -> load(conversation)));
        ahead.look(open.get());
    }

    /// Keeps nothing of the open conversation, or keeps it after all; as long as nothing was said.
    void keepNothing(boolean nothing) {
        Transcript transcript = open.get();
        transcript.keepNothing(nothing);
        if (transcript.temporary().get()) {
            keeper.forget(transcript);
        }
    }

    /// Shows a message of the open conversation.
    public void seek(MessageId message) {
        open.get().seek(message);
        store.showMissing(open.get());
    }

    /// Sends what is typed. A blank text is not sent, and nothing while it could not be saved.
    public void send() {
        Transcript transcript = open.get();
        String text = transcript.draft().get().strip();
        if (!text.isEmpty() && !room.full().get()) {
            transcript.draft().set("");
            ask(transcript, text);
        }
    }

    /// Sends a ready-made question; what is typed stays.
    public void send(String question) {
        ask(open.get(), question);
    }

    public void stop() {
        asking.stop();
    }

    public void goOn(Answer answer) {
        asking.goOn(open.get(), answer);
    }

    /// Told what a person says to what was given up for an answer.
    public void onSettled(Settling listener) {
        onSettled = listener;
    }

    /// Takes back or keeps what was given up.
    void settle(Answer answer, Rung.Say say) {
        answer.rung().get().ifPresent(rung -> onSettled.settle(rung, say));
        answer.settled();
    }

    /// What becomes of something that was given up.
    public interface Settling {
        void settle(Rung rung, Rung.Say say);
    }

    /// Takes a waiting question back into the composer.
    public void cancel(Question question) {
        asking.cancel(question);
        Transcript transcript = open.get();
        if (transcript.draft().get().isBlank()) {
            transcript.draft().set(question.text());
        }
        keeper.touch(transcript);
    }

    /// Told which address a person wants to open.
    public void onLink(Consumer<String> listener) {
        onLink = listener;
    }

    void open(String address) {
        onLink.accept(address);
    }

    /// Told when a message is not written in any more.
    void onLeft(Runnable listener) {
        onLeft = listener;
    }

    /// What a person can make of the open conversation.
    Shaping shaping() {
        return shaping;
    }

    /// Opens the last question that was sent, to be written anew.
    void editLast() {
        if (!answering().get()) {
            open.get().rows().reversed().stream()
                    .filter(Question.class::isInstance)
                    .map(Question.class::cast)
                    .findFirst()
                    .filter(Question::canBeEdited)
                    .ifPresent(Question::edit);
        }
    }

    /// On the open conversation.
    private final class OfOpen implements Shaping {
        private final ObservableValue<Boolean> may = answering().map(goesOn -> !goesOn);

        @Override
        public ObservableValue<Boolean> may() {
            return may;
        }

        @Override
        public void ask(Question instead, String text) {
            keepAlive(open.get());
            asking.ask(open.get(), text, instead);
        }

        @Override
        public void again(Answer instead) {
            keepAlive(open.get());
            asking.again(open.get(), instead);
        }

        @Override
        public void rewrite(Answer instead, String text) {
            Transcript transcript = open.get();
            instead.id()
                    .ifPresent(
                            id -> store.change(transcript, () -> orchestrator.rewrite(id, text)));
        }

        @Override
        public void left() {
            onLeft.run();
        }

        @Override
        public void show(MessageId message) {
            store.show(open.get(), message);
        }
    }

    public void modelLoading(boolean loading) {
        asking.modelLoading(loading);
    }

    /// Keeps the draft before the window closes.
    public void close() {
        keeper.save(open.get());
        room.close();
    }

    private void failed(StorageFailure failure) {
        if (failure instanceof StorageFailure.DiskFull) {
            room.ranOut();
        } else {
            onFailure.accept(failure);
        }
    }

    private void diskIs(boolean full) {
        asking.diskFull(full);
        if (!full) {
            keeper.save(open.get());
        }
    }

    private void ask(Transcript transcript, String text) {
        keepAlive(transcript);
        asking.ask(transcript, text);
        keeper.save(transcript);
    }

    private void keepAlive(Transcript transcript) {
        if (!alive.contains(transcript)) {
            alive.add(transcript);
        }
    }

    private Transcript load(Optional<ConversationId> conversation) {
        Transcript transcript = new Transcript(conversation);
        store.fill(transcript);
        watch(transcript);
        return transcript;
    }

    private void watch(Transcript transcript) {
        transcript.draft().addListener((_, _, _) -> typed(transcript));
    }

    private void typed(Transcript transcript) {
        keeper.touch(transcript);
        if (transcript == open.get()) {
            ahead.look(transcript);
        }
    }

    private void saved(Transcript transcript) {
        keeper.begun(transcript);
        store.tellForks(transcript);
        transcript.id().ifPresent(onSaved);
    }
}
