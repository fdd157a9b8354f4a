package nearside.desktop.settings;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;

import nearside.desktop.theme.Choice;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;
import nearside.storage.policy.PolicyState;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The settings of how models come.
record FetchingRows(FetchingViewModel fetching, SettingNames names, Words words) {
    private static final int WIDE = 24;

    /// Where models lie is no choice where a policy says it.
    List<Row> all(PolicyState state) {
        List<Row> rows = new ArrayList<>();
        if (state.policy().models().place().isEmpty()) {
            rows.add(
                    new Row(
                            words.of("settings.hub"),
                            words.of("settings.hub.about"),
                            field(),
                            Optional.of(wrong())));
        }
        rows.add(
                new Row(
                        words.of("settings.limit"),
                        words.of("settings.limit.about"),
                        new Choice<>(
                                "limit",
                                SpeedLimit.ALL,
                                names::of,
                                fetching.limit(),
                                fetching::choose)));
        return rows;
    }

    private TextField field() {
        TextField field = new TextField();
        field.setId("hub");
        field.setPrefColumnCount(WIDE);
        field.setPromptText(words.of("settings.hub.public"));
        fetching.hub().subscribe(field::setText);
        field.setOnAction(_ -> take(field));
        field.focusedProperty()
                .subscribe((_, focused) -> {
                    if (!focused) {
                        take(field);
                    }
                });
        return field;
    }

    /// What cannot be taken stays, to be mended.
    private void take(TextField field) {
        fetching.type(field.getText());
        if (!fetching.wrong().get()) {
            field.setText(fetching.hub().getValue());
        }
    }

    private Label wrong() {
        Label wrong = new Panel(words).text("setting-trouble", "hub-wrong", "settings.hub.wrong");
        fetching.wrong().subscribe(now -> Panel.show(wrong, now));
        return wrong;
    }
}
