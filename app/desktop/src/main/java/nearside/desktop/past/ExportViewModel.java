package nearside.desktop.past;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import nearside.desktop.pace.Background;
import nearside.desktop.words.Words;
import nearside.storage.ConversationId;
import nearside.storage.Past;
import nearside.storage.past.PastConversation;
import nearside.storage.policy.Policy.Export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/// Writes one conversation as a file. Lives on the UI thread; the file is written elsewhere.
public final class ExportViewModel {
    /// How long what became of it is said.
    static final Duration TOLD = Duration.ofSeconds(10);

    private final Past past;
    private final Export policy;
    private final Pages pages;
    private final Background background;
    private final Words words;
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private Runnable forget = () -> {};

    /// A file and what is to be written there.
    public record Target(Path file, PageFormat format) {}

    /// Asks a person where to.
    public interface Asking {
        /// Asks for a file; the person may take long.
        ///
        /// @param name of the file, without its ending
        /// @return empty for nowhere
        Optional<Target> where(String name);
    }

    /// @param policy whether the device allows it
    public ExportViewModel(Past past, Export policy, Background background, Words words) {
        this.past = past;
        this.policy = policy;
        this.pages = new Pages(new PageText(words, ZoneId.systemDefault()));
        this.background = background;
        this.words = words;
    }

    /// What became of the last one; empty after a while.
    public ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    public void export(String conversation, Asking asking) {
        switch (policy) {
            case FORBIDDEN -> say(words.of("past.forbidden"));
            case ALLOWED ->
                    background.ask(
                            () -> past.find(new ConversationId(conversation)),
                            found -> found.ifPresent(it -> ask(it, asking)));
        }
    }

    private void ask(PastConversation conversation, Asking asking) {
        asking.where(FileNames.stem(conversation)).ifPresent(it -> write(conversation, it));
    }

    private void write(PastConversation conversation, Target target) {
        background.ask(() -> written(conversation, target), this::say);
    }

    private String written(PastConversation conversation, Target target) {
        try {
            PageFile.write(target.file(), out -> pages.write(conversation, target.format(), out));
            String written = words.of("past.written", target.file());
            int lost = conversation.lostAttachments();
            return lost == 0 ? written : written + "\n" + words.of("past.lost-attachments", lost);
        } catch (IOException | UncheckedIOException refused) {
            return words.of(
                    "past.not-written", target.file(), String.valueOf(refused.getMessage()));
        }
    }

    private void say(String sentence) {
        said.set(sentence);
        forget.run();
        forget = background.ui().after(TOLD, () -> said.set(""));
    }
}
