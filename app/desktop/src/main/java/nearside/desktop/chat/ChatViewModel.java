package nearside.desktop.chat;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;

import nearside.copilot.orchestrator.Orchestrator;
import nearside.copilot.orchestrator.Outlook;
import nearside.copilot.orchestrator.Setup;
import nearside.desktop.attach.Attached;
import nearside.desktop.attach.FileActions;
import nearside.desktop.attach.Reading;
import nearside.desktop.attach.TextFiles;
import nearside.desktop.consent.SheetText;
import nearside.desktop.consent.SheetViewModel;
import nearside.desktop.pace.Background;
import nearside.desktop.trouble.Explain;
import nearside.desktop.undo.Undo;
import nearside.desktop.words.Words;
import nearside.storage.Attachments;
import nearside.storage.ConversationId;
import nearside.storage.Conversations;
import nearside.storage.Drafts;
import nearside.storage.MessageId;
import nearside.storage.Profile;
import nearside.storage.StorageFailure;
import nearside.storage.Ways;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The conversation in front of a person: asks, shows the answer as it comes, keeps the draft.
/// Lives on the UI thread.
public final class ChatViewModel {
    private final ChatStore store;
    private final DiskRoom room;
    private final DraftKeeper keeper;
    private final Asking asking;
    private final Attaching attaching;
    private final OpenShaping shaping;
    private final FindViewModel find;
    private final SheetViewModel consent;
    private final Ahead ahead;
    private final ReadOnlyObjectWrapper<Transcript> open =
            new ReadOnlyObjectWrapper<>(new Transcript(Optional.empty()));
    private final List<Transcript> alive = new ArrayList<>();
    private final Consumer<StorageFailure> onFailure;
    private Consumer<ConversationId> onSaved = _ -> {};
    private Settling onSettled = (_, _) -> {};
    private Runnable onSetup = () -> {};
    private Consumer<Row.Pin> onPinned = _ -> {};
    private Consumer<String> onLink = _ -> {};

    /// Whose questions are not on disk yet.
    private final Set<Transcript> asides = new HashSet<>();

    private final FooterText footer;
    private final String waiting;

    /// How a model is to be asked in the conversation that is not begun.
    private Setup unbegun = Setup.DEFAULT;

    public ChatViewModel(
            Orchestrator orchestrator,
            Stores stores,
            Undo undo,
            Background background,
            Words words) {
        WhyText whyText = new WhyText(words);
        Explain explain = new Explain(words);
        Background patient = new Background(background.executor(), background.ui(), this::failed);
        onFailure = background.onFailure();
        room = new DiskRoom(stores.drafts()::hasRoom, patient);
        store = new ChatStore(stores, patient, new Remembered(whyText, explain));
        attaching =
                new Attaching(
                        stores.drafts().files(),
                        stores.attachments(),
                        patient,
                        TextFiles.of(words.locale()));
        keeper = new DraftKeeper(stores.drafts(), patient);
        ahead = new Ahead(orchestrator, patient);
        consent = new SheetViewModel(new SheetText(words));
        footer = new FooterText(words);
        waiting = words.of("chat.queued");
        asking =
                new Asking(
                        orchestrator,
                        background.ui(),
                        consent,
                        answer -> new Telling(answer, explain, whyText, System::nanoTime),
                        this::saved,
                        room::ranOut);
        shaping =
                new OpenShaping(
                        open.getReadOnlyProperty(),
                        asking,
                        store,
                        orchestrator,
                        undo,
                        this::keepAlive);
        shaping.onPinned(this::pinned);
        find = new FindViewModel(open.getReadOnlyProperty());
        room.full().subscribe(this::diskIs);
        watch(open.get());
    }

    /// Where all that is said and typed is kept.
    public record Stores(
            Conversations conversations, Drafts drafts, Attachments attachments, Ways ways) {
        public static Stores of(Profile profile) {
            return new Stores(
                    profile.conversations(),
                    profile.drafts(),
                    profile.attachments(),
                    profile.ways());
        }
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
        attaching.follow(transcript);
    }

    /// Goes the way through a message of the open conversation.
    public void goTo(MessageId message) {
        shaping.show(message);
    }

    /// Shows a message of the open conversation.
    public void seek(MessageId message) {
        open.get().seek(message);
        store.showMissing(open::get);
    }

    /// Sends what is typed. A blank text is not sent, and nothing while it could not be saved.
    public void send() {
        Transcript transcript = open.get();
        String text = transcript.draft().get().strip();
        if (!text.isEmpty() && !room.full().get() && transcript.reading().get() == 0) {
            List<Attached> files = List.copyOf(transcript.files());
            transcript.draft().set("");
            transcript.files().clear();
            ask(transcript, text, files);
        }
    }

    /// How a model is asked in the open conversation.
    public Setup setup() {
        return open.get().setup().get();
    }

    /// From the next question on a model is asked so in the open conversation.
    public void setUp(Setup setup) {
        Transcript transcript = open.get();
        transcript.setUp(setup);
        store.keepSetup(transcript);
        if (transcript.id().isEmpty() && !transcript.temporary().get()) {
            unbegun = setup;
        }
        ahead.look(open.get());
    }

    /// Files that go with what is typed.
    void attach(List<Path> files) {
        attaching.files(open.get(), files);
    }

    /// A text that is too long to be typed.
    void attach(String name, String text) {
        attaching.text(open.get(), name, text);
    }

    void detach(Attached file) {
        attaching.remove(open.get(), file);
    }

    /// The last file that could not be taken.
    ReadOnlyObjectProperty<Optional<Reading.Refused>> refused() {
        return attaching.refused();
    }

    /// Told what a person wants to see of a file.
    public void onFile(BiConsumer<Attached, byte[]> listener) {
        attaching.onFile(listener);
    }

    /// What can be done with a file.
    FileActions files() {
        return attaching;
    }

    /// Asks in a conversation of its own, which is not opened.
    public Aside aside(String question) {
        Transcript transcript = new Transcript(Optional.empty());
        Aside aside = new Aside(transcript, footer, waiting);
        asides.add(transcript);
        asking.ask(transcript, question, List.of());
        return aside;
    }

    /// Takes it back where it waits, and ends its answer where that comes.
    public void end(Aside aside) {
        asking.end(aside.transcript());
        if (aside.transcript().id().isEmpty()) {
            asides.remove(aside.transcript());
        }
    }

    /// Sends a ready-made question; what is typed stays.
    public void send(String question) {
        ask(open.get(), question, List.of());
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
        transcript.files().addAll(question.files());
        keeper.touch(transcript);
    }

    /// Told that a person wants to see how a model is asked.
    public void onSetup(Runnable listener) {
        onSetup = listener;
    }

    void openSetup() {
        onSetup.run();
    }

    /// Told which address a person wants to open.
    public void onLink(Consumer<String> listener) {
        onLink = listener;
    }

    void open(String address) {
        onLink.accept(address);
    }

    /// Tells what is around it.
    public void standsIn(Around others) {
        shaping.standsIn(others);
    }

    /// Told when a message is not written in any more.
    void onLeft(Runnable listener) {
        shaping.onLeft(listener);
    }

    /// Told when a message is always read from now on, or no longer.
    void onPinned(Consumer<Row.Pin> listener) {
        onPinned = listener;
    }

    private void pinned(Row row) {
        ahead.look(open.get());
        onPinned.accept(row.pin().get());
    }

    /// Finds words inside the open conversation.
    FindViewModel find() {
        return find;
    }

    /// Begins to find something in the open conversation.
    public void beginFind() {
        find.begin();
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

    private void ask(Transcript transcript, String text, List<Attached> files) {
        keepAlive(transcript);
        asking.ask(transcript, text, files);
        keeper.save(transcript);
    }

    /// From now on it is like one that was opened.
    private void joins(Transcript aside) {
        aside.isFilled();
        aside.isWhole();
        watch(aside);
        keepAlive(aside);
    }

    private void keepAlive(Transcript transcript) {
        if (!alive.contains(transcript)) {
            alive.add(transcript);
        }
    }

    private Transcript load(Optional<ConversationId> conversation) {
        Transcript transcript = new Transcript(conversation);
        if (conversation.isEmpty()) {
            transcript.setUp(unbegun);
        }
        store.fill(transcript);
        watch(transcript);
        return transcript;
    }

    private void watch(Transcript transcript) {
        transcript.draft().addListener((_, _, _) -> typed(transcript));
        transcript.files().addListener((ListChangeListener<Attached>) _ -> looks(transcript));
    }

    private void typed(Transcript transcript) {
        keeper.touch(transcript);
        looks(transcript);
    }

    private void looks(Transcript transcript) {
        if (transcript == open.get()) {
            ahead.look(transcript);
        }
    }

    private void saved(Transcript transcript, boolean begun) {
        if (asides.remove(transcript)) {
            joins(transcript);
        } else if (begun) {
            unbegun = Setup.DEFAULT;
            keeper.begun(transcript);
            if (!transcript.setup().get().equals(Setup.DEFAULT)) {
                store.keepSetup(transcript);
            }
        } else {
            keeper.save(transcript);
        }
        store.tellForks(transcript);
        transcript.id().ifPresent(onSaved);
    }
}
