package nearside.desktop.chat;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

import java.util.Optional;
import java.util.function.Consumer;

/// Follows the last answer of the open conversation and says each of its stages once.
final class Voice {
    private final SpokenProgress spoken;
    private final Consumer<String> says;
    private final InvalidationListener onRows = _ -> followLast();
    private final ChangeListener<Progress> onProgress = (_, _, now) -> tell(now);
    private Optional<Transcript> transcript = Optional.empty();
    private Optional<Answer> followed = Optional.empty();
    private String said = "";

    private Voice(SpokenProgress spoken, Consumer<String> says) {
        this.spoken = spoken;
        this.says = says;
    }

    /// @param says tells the person
    static void follow(
            ObservableValue<Transcript> open, SpokenProgress spoken, Consumer<String> says) {
        open.subscribe(new Voice(spoken, says)::listen);
    }

    private void listen(Transcript now) {
        transcript.ifPresent(before -> before.rows().removeListener(onRows));
        transcript = Optional.of(now);
        now.rows().addListener(onRows);
        followLast();
    }

    private void followLast() {
        Optional<Answer> last = transcript.flatMap(Voice::last);
        if (!last.equals(followed)) {
            followed.ifPresent(answer -> answer.progress().removeListener(onProgress));
            followed = last;
            said = "";
            last.ifPresent(answer -> answer.progress().addListener(onProgress));
        }
    }

    private static Optional<Answer> last(Transcript transcript) {
        return transcript.rows().reversed().stream()
                .filter(Answer.class::isInstance)
                .map(Answer.class::cast)
                .findFirst();
    }

    private void tell(Progress now) {
        String text = spoken.of(now);
        if (!text.isEmpty() && !text.equals(said)) {
            said = text;
            says.accept(text);
        }
    }
}
