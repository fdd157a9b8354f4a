package nearside.desktop.welcome;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import nearside.desktop.device.CalibrationViewModel;
import nearside.desktop.device.DeviceViewModel;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The card for a new person: what this device can do, what leaves it, and two ways on. It stands
/// in nobody's way: a click or Escape puts it away, and a question can be asked at once.
public final class WelcomeView extends VBox {

    private final WelcomeViewModel welcome;
    private final Words words;
    private final Ways ways;

    /// Where its buttons lead.
    ///
    /// @param get shows how a larger model comes here
    /// @param bringIn brings conversations of other programs in
    /// @param leave puts the cursor to where a person writes
    public record Ways(Runnable get, Runnable bringIn, Runnable leave) {}

    public WelcomeView(
            WelcomeViewModel welcome,
            DeviceViewModel device,
            CalibrationViewModel calibration,
            Words words,
            Ways ways) {
        this.welcome = welcome;
        this.words = words;
        this.ways = ways;
        setId("welcome");
        getStyleClass().add("welcome");
        AbilityView ability = new AbilityView(welcome.ability(), device, calibration, words);
        StayingView staying = new StayingView(welcome.staying(), words);
        FlowPane parts = new FlowPane(ability, staying);
        parts.getStyleClass().add("welcome-parts");
        getChildren().addAll(head(), parts, foot());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        welcome.shown().subscribe(shown -> Panel.show(this, shown));
    }

    private HBox head() {
        Label title = new Panel(words).text("welcome-title", "welcome-title", "welcome.title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button skip = new Button("", new FontIcon(Feather.X));
        skip.setId("welcome-skip");
        skip.setAccessibleText(words.of("welcome.skip"));
        skip.getStyleClass().add("plain");
        skip.setOnAction(_ -> skip());
        HBox head = new HBox(title, skip);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private FlowPane foot() {
        GettingViewModel getting = welcome.getting();
        Button get = new Button();
        get.setId("welcome-get");
        get.setMinWidth(Region.USE_PREF_SIZE);
        get.setOnAction(_ -> ways.get().run());
        Label times = new Label();
        times.setId("welcome-times");
        times.getStyleClass().add("second");
        getting.found().subscribe(_ -> offer(get, times));
        getting.offline().subscribe(_ -> offer(get, times));
        getting.here().subscribe(_ -> offer(get, times));
        Button bringIn =
                new Panel(words)
                        .button(new Button(), "welcome-past", "settings.past", ways.bringIn());
        FlowPane foot = new FlowPane(get, times, bringIn);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("welcome-foot");
        return foot;
    }

    private void offer(Button get, Label times) {
        GettingViewModel getting = welcome.getting();
        boolean offered = getting.found().get().isPresent() && !getting.here().get();
        Panel.show(get, offered);
        Panel.show(times, offered);
        getting.found()
                .get()
                .map(GettingViewModel.Found::published)
                .ifPresent(model -> {
                    get.setText(getting.text().offer(model, getting.offline().getValue()));
                    get.setAccessibleText(get.getText());
                    times.setText(getting.text().times(model));
                });
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            skip();
        }
    }

    private void skip() {
        welcome.skip();
        ways.leave().run();
    }
}
