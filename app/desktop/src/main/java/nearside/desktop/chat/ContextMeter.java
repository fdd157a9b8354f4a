package nearside.desktop.chat;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.ProgressBar;

import nearside.copilot.orchestrator.Outlook;
import nearside.desktop.theme.Panel;

import java.util.Optional;

/// How much of what the model sees the conversation takes with what is typed. The text beside it
/// says the numbers.
final class ContextMeter extends ProgressBar {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    ContextMeter(ObservableValue<Optional<Outlook>> outlook) {
        super(0);
        setId("context-meter");
        getStyleClass().add("context-meter");
        setFocusTraversable(false);
        outlook.subscribe(this::tell);
    }

    private void tell(Optional<Outlook> found) {
        Panel.show(this, found.isPresent());
        found.ifPresent(now -> {
            setProgress(Math.min(1, now.tokens() / (double) now.window()));
            pseudoClassStateChanged(OVER, now.tokens() > now.window());
        });
    }
}
