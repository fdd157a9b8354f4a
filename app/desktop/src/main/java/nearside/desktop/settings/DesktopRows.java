package nearside.desktop.settings;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;

import nearside.desktop.hotkey.Hotkey.Grab;
import nearside.desktop.manners.MannersViewModel;
import nearside.desktop.manners.QuickKey;
import nearside.desktop.theme.Choice;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import java.util.List;
import java.util.Optional;

/// The settings of how the program behaves beside others.
record DesktopRows(MannersViewModel manners, SettingNames names, Words words) {
    List<Row> all() {
        CheckBox stays = new CheckBox();
        stays.setId("stays-box");
        manners.stays().subscribe(stays::setSelected);
        stays.setOnAction(_ -> manners.stay(stays.isSelected()));
        CheckBox tells = new CheckBox();
        tells.setId("tells-box");
        manners.tells().subscribe(tells::setSelected);
        tells.setOnAction(_ -> manners.tell(tells.isSelected()));
        return List.of(
                new Row(
                        words.of("settings.stays"),
                        words.of("settings.stays.about"),
                        stays,
                        Optional.of(seen())),
                new Row(words.of("settings.tells"), words.of("settings.tells.about"), tells),
                new Row(
                        words.of("settings.quick"),
                        words.of("settings.quick.about"),
                        new Choice<>(
                                "quick-key",
                                List.of(QuickKey.values()),
                                names::of,
                                manners.quickKey(),
                                manners::choose),
                        Optional.of(grabbed())));
    }

    private Label seen() {
        Label none = new Panel(words).text("setting-trouble", "stays-none", "settings.stays.none");
        Runnable look = () -> Panel.show(none, manners.stays().get() && !manners.seen().get());
        manners.stays().subscribe(_ -> look.run());
        manners.seen().subscribe(_ -> look.run());
        return none;
    }

    private Label grabbed() {
        Label trouble = Panel.text("setting-trouble", "quick-trouble");
        manners.grab()
                .subscribe(grab -> {
                    trouble.setText(grab.map(this::said).orElse(""));
                    Panel.show(trouble, !trouble.getText().isEmpty());
                });
        return trouble;
    }

    private String said(Grab grab) {
        return switch (grab) {
            case DONE -> "";
            case TAKEN -> words.of("settings.quick.taken");
            case IMPOSSIBLE -> words.of("settings.quick.impossible");
        };
    }
}
