package nearside.worker;

import nearside.engine.Prompt;
import nearside.engine.TokenIds;
import nearside.engine.folder.ModelFolder;
import nearside.worker.template.TemplateException;
import nearside.worker.text.ModelText;
import nearside.worker.text.ReplyText;
import nearside.worker.text.TokenBytes;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The open model's text side, which the thinking thread and the counting one take turns with.
/// Opening it takes a third of the time in which the weights are packed, so that is done beside it.
final class Texts {
    private Optional<CompletableFuture<ModelText>> open = Optional.empty();

    /// Begins to open, and returns at once.
    synchronized void open(ModelFolder folder) {
        close();
        open =
                Optional.of(
                        CompletableFuture.supplyAsync(
                                () -> ModelText.open(folder),
                                Thread.ofPlatform().daemon().name("text")::start));
    }

    /// Waits until it is open.
    ///
    /// @throws TemplateException if there is no template that can be used
    synchronized void await() {
        var _ = opened();
    }

    private ModelText opened() {
        try {
            return open.orElseThrow().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    synchronized TokenIds encode(Prompt prompt) {
        return opened().encode(prompt);
    }

    synchronized ReplyText reply(List<String> stops) {
        return opened().reply(stops);
    }

    synchronized TokenBytes tokenBytes() {
        return opened().tokenBytes();
    }

    /// Empty where none is open.
    synchronized OptionalInt count(String text) {
        try {
            return open.isPresent() ? OptionalInt.of(opened().count(text)) : OptionalInt.empty();
        } catch (TemplateException cannotBeOpened) {
            return OptionalInt.empty();
        }
    }

    /// Closes what is open; what could not be opened holds nothing.
    synchronized void close() {
        open.map(opening -> opening.thenAccept(ModelText::close).exceptionally(_ -> null))
                .ifPresent(CompletableFuture::join);
        open = Optional.empty();
    }
}
