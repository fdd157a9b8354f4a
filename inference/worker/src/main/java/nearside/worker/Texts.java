package nearside.worker;

import nearside.engine.Prompt;
import nearside.engine.TokenIds;
import nearside.engine.folder.ModelFolder;
import nearside.worker.text.ModelText;
import nearside.worker.text.ReplyText;
import nearside.worker.text.TokenBytes;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The open model's text side, which the thinking thread and the counting one take turns with.
final class Texts {
    private Optional<ModelText> open = Optional.empty();

    synchronized void open(ModelFolder folder) {
        close();
        open = Optional.of(ModelText.open(folder));
    }

    synchronized TokenIds encode(Prompt prompt) {
        return open.orElseThrow().encode(prompt);
    }

    synchronized ReplyText reply(List<String> stops) {
        return open.orElseThrow().reply(stops);
    }

    synchronized TokenBytes tokenBytes() {
        return open.orElseThrow().tokenBytes();
    }

    synchronized OptionalInt count(String text) {
        return open.map(tokenizer -> OptionalInt.of(tokenizer.count(text)))
                .orElseGet(OptionalInt::empty);
    }

    synchronized void close() {
        open.ifPresent(ModelText::close);
        open = Optional.empty();
    }
}
