package nearside.desktop.quick;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import nearside.desktop.chat.Aside;
import nearside.storage.ConversationId;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// One question from anywhere, in a conversation of its own. Lives on the UI thread.
public final class QuickViewModel {
    private final Function<String, Aside> asking;
    private final Consumer<Aside> ending;
    private final StringProperty question = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper asked = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private Optional<Aside> aside = Optional.empty();
    private Consumer<ConversationId> onOpen = _ -> {};

    /// @param asking asks a question in a conversation of its own
    /// @param ending ends its answer
    public QuickViewModel(Function<String, Aside> asking, Consumer<Aside> ending) {
        this.asking = asking;
        this.ending = ending;
    }

    /// What is typed.
    public StringProperty question() {
        return question;
    }

    /// What is answered, as it comes.
    public ReadOnlyStringProperty answer() {
        return answer.getReadOnlyProperty();
    }

    /// One line on how far the answer is.
    public ReadOnlyStringProperty line() {
        return line.getReadOnlyProperty();
    }

    /// Whether there is a question that was asked.
    public ReadOnlyBooleanProperty asked() {
        return asked.getReadOnlyProperty();
    }

    /// Whether more of the answer comes.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Told which conversation a person wants to see in the window.
    public void onOpen(Consumer<ConversationId> listener) {
        onOpen = listener;
    }

    /// Asks what is typed; does nothing for nothing, and while an answer comes.
    void ask() {
        String text = question.get().strip();
        if (!text.isEmpty() && !busy.get()) {
            Aside now = asking.apply(text);
            aside = Optional.of(now);
            answer.bind(now.text());
            line.bind(now.line());
            busy.bind(now.over().not());
            asked.set(true);
        }
    }

    /// Ends the answer that comes.
    void stop() {
        aside.ifPresent(now -> {
            ending.accept(now);
            if (now.conversation().isEmpty()) {
                forget(); // it waited, and was taken back
            }
        });
    }

    /// Shows it in the window, where it goes on; does nothing before it is kept.
    void open() {
        aside.flatMap(Aside::conversation)
                .ifPresent(conversation -> {
                    onOpen.accept(conversation);
                    beginAnew();
                });
    }

    /// An empty field again. An answer that still comes goes on, and is kept.
    void beginAnew() {
        question.set("");
        forget();
    }

    private void forget() {
        aside = Optional.empty();
        answer.unbind();
        line.unbind();
        busy.unbind();
        answer.set("");
        line.set("");
        busy.set(false);
        asked.set(false);
    }
}
