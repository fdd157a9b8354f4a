package nearside.desktop.theme;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

import nearside.desktop.models.CacheChoice;
import nearside.desktop.models.CacheViewModel;
import nearside.desktop.models.Relief;
import nearside.desktop.models.ReliefViewModel;
import nearside.desktop.words.LanguageChoice;
import nearside.desktop.words.Words;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Locale;

/// The menu for theme and language, how models keep what they read, what may be given up where
/// memory is short, and more below.
public final class LookMenu extends MenuButton {
    private final LookViewModel look;
    private final Words words;

    /// @param last the items at the end
    public LookMenu(
            LookViewModel look,
            CacheViewModel cache,
            ReliefViewModel reliefs,
            Words words,
            List<MenuItem> last) {
        this.look = look;
        this.words = words;
        setId("settings");
        setAccessibleText(words.of("settings.name"));
        getStyleClass().addAll("pill", "icon-only");
        setGraphic(new FontIcon(Feather.SETTINGS));
        getItems().add(heading(words.of("settings.theme")));
        ToggleGroup themes = new ToggleGroup();
        for (ThemeChoice choice : ThemeChoice.values()) {
            getItems().add(theme(choice, themes));
        }
        getItems().addAll(new SeparatorMenuItem(), heading(words.of("settings.language")));
        ToggleGroup languages = new ToggleGroup();
        for (LanguageChoice choice : LanguageChoice.values()) {
            getItems().add(language(choice, languages));
        }
        CustomMenuItem restart = heading(words.of("settings.restart"));
        restart.setId("needs-restart");
        restart.visibleProperty().bind(look.needsRestart());
        getItems().addAll(restart, new SeparatorMenuItem(), heading(words.of("settings.cache")));
        ToggleGroup caches = new ToggleGroup();
        for (CacheChoice choice : CacheChoice.values()) {
            getItems().add(cache(cache, choice, caches));
        }
        getItems().addAll(new SeparatorMenuItem(), heading(words.of("settings.relief")));
        for (Relief relief : Relief.values()) {
            getItems().add(relief(reliefs, relief));
        }
        getItems().add(new SeparatorMenuItem());
        getItems().addAll(last);
    }

    private RadioMenuItem theme(ThemeChoice choice, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(name(choice));
        item.setId("theme-" + choice.name().toLowerCase(Locale.ROOT));
        item.setToggleGroup(group);
        item.setOnAction(_ -> look.choose(choice));
        look.theme().subscribe(now -> item.setSelected(now == choice));
        return item;
    }

    private RadioMenuItem language(LanguageChoice choice, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(name(choice));
        item.setId("language-" + choice.name().toLowerCase(Locale.ROOT));
        item.setToggleGroup(group);
        item.setOnAction(_ -> look.choose(choice));
        look.language().subscribe(now -> item.setSelected(now == choice));
        return item;
    }

    private RadioMenuItem cache(CacheViewModel cache, CacheChoice choice, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(name(choice));
        item.setId("cache-" + choice.name().toLowerCase(Locale.ROOT));
        item.setToggleGroup(group);
        item.setOnAction(_ -> cache.choose(choice));
        cache.choice().subscribe(now -> item.setSelected(now == choice));
        return item;
    }

    private CheckMenuItem relief(ReliefViewModel reliefs, Relief relief) {
        CheckMenuItem item = new CheckMenuItem(name(relief));
        item.setId("relief-" + relief.name().toLowerCase(Locale.ROOT));
        item.setOnAction(_ -> {
            if (item.isSelected()) {
                reliefs.allow(relief);
            } else {
                reliefs.forbid(relief);
            }
        });
        reliefs.allowed(relief).subscribe(item::setSelected);
        return item;
    }

    private String name(Relief relief) {
        return switch (relief) {
            case STAND_IN -> words.of("settings.relief.stand-in");
            case LEAVE_OUT -> words.of("settings.relief.leave-out");
            case SHORT_REPLY -> words.of("settings.relief.short-reply");
        };
    }

    private String name(CacheChoice choice) {
        return switch (choice) {
            case AUTO -> words.of("settings.cache.auto");
            case EXACT -> words.of("settings.cache.exact");
            case SMALL -> words.of("settings.cache.small");
        };
    }

    private String name(ThemeChoice choice) {
        return switch (choice) {
            case SYSTEM -> words.of("settings.theme.system");
            case LIGHT -> words.of("settings.theme.light");
            case DARK -> words.of("settings.theme.dark");
        };
    }

    private String name(LanguageChoice choice) {
        return switch (choice) {
            case SYSTEM -> words.of("settings.language.system");
            case ENGLISH -> words.of("settings.language.english");
            case CHINESE -> words.of("settings.language.chinese");
        };
    }

    private static CustomMenuItem heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("menu-note");
        CustomMenuItem item = new CustomMenuItem(label, false);
        item.getStyleClass().add("note");
        return item;
    }
}
