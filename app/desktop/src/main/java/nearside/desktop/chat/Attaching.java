package nearside.desktop.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import nearside.desktop.attach.Attached;
import nearside.desktop.attach.FileActions;
import nearside.desktop.attach.Reading;
import nearside.desktop.attach.TextFiles;
import nearside.desktop.pace.Background;
import nearside.storage.Attachments;
import nearside.storage.ConversationId;
import nearside.storage.DraftFiles;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Puts files beside what is typed. Lives on the UI thread; reads off it, and off the thread of the
/// store: a file may lie where reading takes long.
final class Attaching implements FileActions {
    private final DraftFiles drafts;
    private final Attachments attachments;
    private final Background background;
    private final TextFiles texts;
    private BiConsumer<Attached, byte[]> onFile = (_, _) -> {};
    private final ReadOnlyObjectWrapper<Optional<Reading.Refused>> refused =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    Attaching(DraftFiles drafts, Attachments attachments, Background background, TextFiles texts) {
        this.drafts = drafts;
        this.attachments = attachments;
        this.background = background;
        this.texts = texts;
    }

    /// The last file that could not be taken; empty after the next one that could.
    ReadOnlyObjectProperty<Optional<Reading.Refused>> refused() {
        return refused.getReadOnlyProperty();
    }

    void files(Transcript transcript, List<Path> files) {
        refused.set(Optional.empty());
        read(
                transcript,
                files.stream().<Supplier<Reading>>map(file -> () -> texts.read(file)).toList());
    }

    /// What was pasted and is too long to be typed.
    void text(Transcript transcript, String name, String text) {
        refused.set(Optional.empty());
        read(transcript, List.of(() -> texts.of(name, text)));
    }

    void remove(Transcript transcript, Attached file) {
        transcript.files().remove(file);
        file.id().ifPresent(id -> background.tell(() -> drafts.remove(id)));
    }

    /// Told what a person wants to see of a file.
    void onFile(BiConsumer<Attached, byte[]> listener) {
        onFile = listener;
    }

    @Override
    public void open(Attached file) {
        read(file, bytes -> onFile.accept(file, bytes));
    }

    @Override
    public void read(Attached file, Consumer<byte[]> shown) {
        file.text().ifPresent(text -> shown.accept(text.getBytes(UTF_8)));
        file.id()
                .ifPresent(id ->
                        background.ask(
                                () -> attachments.bytes(id), bytes -> bytes.ifPresent(shown)));
    }

    /// What is beside the text is kept, or not, as the conversation is now.
    void follow(Transcript transcript) {
        for (Attached file : List.copyOf(transcript.files())) {
            transcript.reads(1);
            file.text().ifPresent(text -> takeAnew(transcript, file, text));
            file.id()
                    .ifPresent(id ->
                            whileItReads(transcript)
                                    .ask(
                                            () -> attachments.bytes(id),
                                            bytes ->
                                                    bytes.ifPresentOrElse(
                                                            found ->
                                                                    takeAnew(
                                                                            transcript,
                                                                            file,
                                                                            new String(
                                                                                    found, UTF_8)),
                                                            () -> transcript.reads(-1))));
        }
    }

    private void takeAnew(Transcript transcript, Attached file, String text) {
        remove(transcript, file);
        take(transcript, texts.of(file.name(), text));
    }

    /// One after the other, so that they stand in the order in which they were given.
    private void read(Transcript transcript, List<Supplier<Reading>> reads) {
        transcript.reads(reads.size());
        Thread.ofVirtual()
                .name("attach")
                .start(() -> {
                    for (Supplier<Reading> read : reads) {
                        Reading reading = read.get();
                        background.ui().later(() -> take(transcript, reading));
                    }
                });
    }

    private void take(Transcript transcript, Reading reading) {
        switch (reading) {
            case Reading.Refused no -> {
                refused.set(Optional.of(no));
                transcript.reads(-1);
            }
            case Reading.Text text when transcript.temporary().get() -> {
                int bytes = text.text().getBytes(UTF_8).length;
                add(
                        transcript,
                        new Attached(
                                Optional.empty(), text.name(), bytes, Optional.of(text.text())));
            }
            case Reading.Text text -> keep(transcript, text);
        }
    }

    private void keep(Transcript transcript, Reading.Text text) {
        Optional<ConversationId> id = transcript.id();
        whileItReads(transcript)
                .ask(
                        () -> drafts.add(id, text.name(), text.text().getBytes(UTF_8)),
                        kept -> add(transcript, Attached.of(kept)));
    }

    /// What fails is not waited for any more.
    private Background whileItReads(Transcript transcript) {
        return new Background(
                background.executor(),
                background.ui(),
                failure -> {
                    transcript.reads(-1);
                    background.onFailure().accept(failure);
                });
    }

    private static void add(Transcript transcript, Attached file) {
        transcript.files().add(file);
        transcript.reads(-1);
    }
}
