package nearside.desktop.consent;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import nearside.copilot.orchestrator.Consent;
import nearside.copilot.orchestrator.TurnEvent;

import java.util.Optional;
import java.util.function.Consumer;

/// The question whether something may leave, while it is open. Lives on the UI thread.
public final class SheetViewModel {
    private final SheetText text;
    private final ReadOnlyObjectWrapper<Optional<Sheet>> sheet =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Consumer<Consent> answer = _ -> {};

    public SheetViewModel(SheetText text) {
        this.text = text;
    }

    /// What is asked; empty while nothing is.
    public ReadOnlyObjectProperty<Optional<Sheet>> sheet() {
        return sheet.getReadOnlyProperty();
    }

    /// Asks the person.
    ///
    /// @param told gets what the person says, once
    public void ask(TurnEvent.Asking asking, Consumer<Consent> told) {
        answer = told;
        sheet.set(Optional.of(text.of(asking)));
    }

    /// Nothing is asked any more.
    public void withdraw() {
        answer = _ -> {};
        sheet.set(Optional.empty());
    }

    /// What the person says.
    public void say(Consent consent) {
        Consumer<Consent> told = answer;
        withdraw();
        told.accept(consent);
    }
}
