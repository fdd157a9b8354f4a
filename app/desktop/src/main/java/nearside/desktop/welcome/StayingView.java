package nearside.desktop.welcome;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.Panel;
import nearside.desktop.welcome.StayingViewModel.Choice;
import nearside.desktop.welcome.StayingViewModel.Stay;
import nearside.desktop.words.Words;

import org.jspecify.annotations.Nullable;

/// The choice whether everything stays here.
final class StayingView extends VBox {
    private final StayingViewModel staying;
    private final StayText text;
    private final ToggleGroup either = new ToggleGroup();
    private final Label why = Panel.text("second", "stay-why");

    StayingView(StayingViewModel staying, Words words) {
        this.staying = staying;
        this.text = new StayText(words);
        setId("stay");
        getStyleClass().add("welcome-part");
        getChildren()
                .addAll(
                        new Panel(words).text("welcome-heading", "stay-heading", "welcome.stay"),
                        radio("stay-here", words.of("welcome.stay.here"), Choice.HERE),
                        radio("stay-may-ask", words.of("welcome.stay.may-ask"), Choice.MAY_ASK),
                        why);
        staying.stay().subscribe(now -> why.setText(text.of(now)));
        either.selectedToggleProperty().subscribe(this::chose);
    }

    private RadioButton radio(String id, String name, Choice choice) {
        RadioButton radio = new RadioButton(name);
        radio.setId(id);
        radio.setAccessibleText(name);
        radio.setAlignment(Pos.CENTER_LEFT);
        radio.setUserData(choice);
        radio.setToggleGroup(either);
        staying.stay().subscribe(now -> show(radio, choice, now));
        return radio;
    }

    /// By a click or an arrow, which is no action to the toolkit. What is chosen shows when it has
    /// come to be; not at once, since an arrow selects twice.
    private void chose(@Nullable Toggle toggle) {
        if (toggle != null && toggle.getUserData() instanceof Choice choice && choice != shown()) {
            Platform.runLater(this::showTruth);
            staying.choose(choice);
        }
    }

    private void showTruth() {
        either.getToggles().forEach(it -> it.setSelected(it.getUserData() == shown()));
    }

    private Choice shown() {
        return StayingViewModel.choice(staying.stay().get());
    }

    private static void show(RadioButton radio, Choice choice, Stay now) {
        radio.setSelected(StayingViewModel.choice(now) == choice);
        radio.setDisable(now instanceof Stay.Locked && choice == Choice.MAY_ASK);
    }
}
