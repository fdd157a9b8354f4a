package nearside.worker;

import nearside.engine.folder.ModelFolder;
import nearside.worker.text.ModelText;

import java.util.Optional;
import java.util.OptionalInt;

/// The open model's text side, shared by the thinking thread and the counting one.
final class Texts {
    private Optional<ModelText> open = Optional.empty();

    synchronized ModelText open(ModelFolder folder) {
        close();
        ModelText text = ModelText.open(folder);
        open = Optional.of(text);
        return text;
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
