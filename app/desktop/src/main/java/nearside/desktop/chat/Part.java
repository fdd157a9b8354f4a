package nearside.desktop.chat;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.Objects;

/// A run of an answer that one engine wrote.
public final class Part {
    private final Writer writer;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Standing> standing;

    Part(Writer writer, String text, Standing standing) {
        this.writer = Objects.requireNonNull(writer);
        this.text.set(text);
        this.standing = new ReadOnlyObjectWrapper<>(standing);
    }

    public Writer writer() {
        return writer;
    }

    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    void append(String more) {
        text.set(text.get() + more);
    }

    void giveUp() {
        standing.set(Standing.GIVEN_UP);
    }

    /// Who wrote it.
    public sealed interface Writer {
        /// This device.
        record Here() implements Writer {}

        /// A far model, by the name that the person gave it; empty where it is not known any more.
        record Far(String name) implements Writer {}

        /// A person, in the place of an answer.
        record Person() implements Writer {}
    }

    /// Whether it is a part of the answer.
    public enum Standing {
        COUNTS,
        /// The answer began anew after it.
        GIVEN_UP
    }
}
