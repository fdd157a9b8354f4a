package nearside.desktop.settings;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import nearside.desktop.models.CacheChoice;
import nearside.desktop.models.Relief;
import nearside.desktop.models.ReliefViewModel;
import nearside.desktop.theme.Choice;
import nearside.desktop.theme.LookNames;
import nearside.desktop.theme.LookViewModel;
import nearside.desktop.theme.Panel;
import nearside.desktop.theme.TextSize;
import nearside.desktop.theme.ThemeChoice;
import nearside.desktop.words.LanguageChoice;
import nearside.desktop.words.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// All settings on one page, each with a sentence, with a field to find them by.
public final class SettingsView extends VBox {
    private static final double HEIGHT = 460;

    private final SettingsViewModel settings;
    private final SettingNames names;
    private final LookNames lookNames;
    private final Words words;
    private final List<Section> sections = new ArrayList<>();
    private final Label none;

    /// What a page of its own has.
    ///
    /// @param id of its button
    /// @param note says what is there
    public record Door(String id, String text, String note, Runnable open) {}

    /// @param doors lead to settings that have pages of their own
    public SettingsView(SettingsViewModel settings, Words words, List<Door> doors) {
        this.settings = settings;
        this.words = words;
        names = new SettingNames(words);
        lookNames = new LookNames(words);
        setId("settings-page");
        getStyleClass().add("protection");
        Panel panel = new Panel(words);
        TextField find = new TextField();
        find.setId("settings-find");
        find.setPromptText(words.of("settings.find"));
        find.setAccessibleText(words.of("settings.find"));
        none = panel.text("second", "settings-none", "settings.find.none");
        Panel.show(none, false);
        sections.addAll(
                List.of(look(settings.look()), models(), fetching(), desktop(), elsewhere(doors)));
        locks().forEach(sections::add);
        VBox all = new VBox(none);
        all.getChildren().addAll(sections);
        all.getStyleClass().add("settings-all");
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(HEIGHT);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("plain-scroll");
        find.textProperty().subscribe(this::filter);
        getChildren()
                .addAll(
                        panel.text("trouble-title", "settings-title", "settings.name"),
                        find,
                        scroll,
                        Panel.actions(
                                panel.button(
                                        new Button(),
                                        "settings-reset",
                                        "settings.reset",
                                        settings::reset)));
    }

    private void filter(String typed) {
        boolean any = false;
        for (Section section : sections) {
            any |= section.filter(typed);
        }
        Panel.show(none, !any);
    }

    private Section look(LookViewModel look) {
        CheckBox still = box("still-box", look.still().getValue());
        look.still().subscribe(still::setSelected);
        still.setOnAction(_ -> {
            if (still.isSelected()) {
                look.holdStill();
            } else {
                look.moveAsSystem();
            }
        });
        return new Section(
                words.of("settings.section.look"),
                List.of(
                        row(
                                "settings.theme",
                                "settings.theme.about",
                                new Choice<>(
                                        "theme",
                                        List.of(ThemeChoice.values()),
                                        lookNames::of,
                                        look.theme(),
                                        look::choose)),
                        row(
                                "settings.text",
                                "settings.text.about",
                                new Choice<>(
                                        "text-size",
                                        TextSize.STEPS,
                                        lookNames::of,
                                        look.textSize(),
                                        look::choose)),
                        row("settings.still", "settings.still.about", still),
                        row(
                                "settings.language",
                                "settings.restart",
                                new Choice<>(
                                        "language",
                                        List.of(LanguageChoice.values()),
                                        lookNames::of,
                                        look.language(),
                                        look::choose))));
    }

    private Section models() {
        List<Row> rows = new ArrayList<>();
        rows.add(
                row(
                        "settings.cache",
                        "settings.cache.about",
                        new Choice<>(
                                "cache",
                                List.of(CacheChoice.values()),
                                names::of,
                                settings.cache().choice(),
                                settings.cache()::choose)));
        rows.add(
                row(
                        "settings.pause",
                        "settings.pause.about",
                        new Choice<>(
                                "pause",
                                Pause.ALL,
                                names::of,
                                settings.pause(),
                                settings::choose)));
        for (Relief relief : Relief.values()) {
            rows.add(
                    new Row(
                            names.of(relief),
                            words.of("settings.relief"),
                            relief(settings.reliefs(), relief)));
        }
        return new Section(words.of("settings.section.models"), rows);
    }

    private Section fetching() {
        return new Section(
                words.of("settings.section.fetching"),
                new FetchingRows(settings.fetching(), names, words).all(settings.policy()));
    }

    private Section desktop() {
        return new Section(
                words.of("settings.section.desktop"),
                new DesktopRows(settings.manners(), names, words).all());
    }

    private static CheckBox relief(ReliefViewModel reliefs, Relief relief) {
        CheckBox box =
                box(
                        "relief-" + relief.name().toLowerCase(Locale.ROOT),
                        reliefs.allowed(relief).get());
        reliefs.allowed(relief).subscribe(box::setSelected);
        box.setOnAction(_ -> {
            if (box.isSelected()) {
                reliefs.allow(relief);
            } else {
                reliefs.forbid(relief);
            }
        });
        return box;
    }

    private Section elsewhere(List<Door> doors) {
        return new Section(
                words.of("settings.section.more"),
                doors.stream().map(door -> new Row(door.text(), door.note(), open(door))).toList());
    }

    private Button open(Door door) {
        Button button =
                new Panel(words)
                        .button(
                                new Button(),
                                "page-" + door.id(),
                                "settings.open",
                                () -> {
                                    getScene().getWindow().hide();
                                    door.open().run();
                                });
        button.setAccessibleText(words.of("settings.open") + ": " + door.text());
        return button;
    }

    /// Locked by a policy, each with where it stands.
    private List<Section> locks() {
        Locks locks = new Locks(words);
        List<String> locked = locks.of(settings.policy());
        return locked.isEmpty()
                ? List.of()
                : List.of(
                        new Section(
                                words.of("settings.section.policy"),
                                locked.stream()
                                        .map(text ->
                                                new Row(
                                                        text,
                                                        locks.source(settings.policy()),
                                                        lock()))
                                        .toList()));
    }

    private Label lock() {
        Label lock = new Label(words.of("settings.locked"));
        lock.getStyleClass().addAll("second", "lock");
        lock.setMinWidth(USE_PREF_SIZE);
        // Nothing can be changed there, but who uses keys alone has to come to it to read it.
        lock.setFocusTraversable(true);
        return lock;
    }

    private static CheckBox box(String id, boolean selected) {
        CheckBox box = new CheckBox();
        box.setId(id);
        box.setSelected(selected);
        return box;
    }

    private Row row(String key, String about, Node control) {
        return new Row(words.of(key), words.of(about), control);
    }
}
