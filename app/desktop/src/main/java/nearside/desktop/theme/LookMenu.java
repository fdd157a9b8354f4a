package nearside.desktop.theme;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
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

/// The menu for theme, size of letters and language, how models keep what they read, what may be
/// given up where memory is short, and more below.
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
        getItems().addAll(themes(), textSizes(), motion());
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

    private Menu themes() {
        Menu themes = new Menu(words.of("settings.theme"));
        themes.setId("themes");
        ToggleGroup group = new ToggleGroup();
        for (ThemeChoice choice : ThemeChoice.values()) {
            themes.getItems().add(theme(choice, group));
        }
        return themes;
    }

    private RadioMenuItem theme(ThemeChoice choice, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(name(choice));
        item.setId("theme-" + choice.name().toLowerCase(Locale.ROOT));
        item.setToggleGroup(group);
        item.setOnAction(_ -> look.choose(choice));
        look.theme().subscribe(now -> item.setSelected(now == choice));
        return item;
    }

    private Menu textSizes() {
        Menu sizes = new Menu(words.of("settings.text"));
        sizes.setId("text-sizes");
        ToggleGroup group = new ToggleGroup();
        for (TextSize size : TextSize.STEPS) {
            RadioMenuItem item = new RadioMenuItem(words.of("settings.text.size", size.percent()));
            item.setId("text-" + size.percent());
            item.setToggleGroup(group);
            item.setOnAction(_ -> look.choose(size));
            look.textSize().subscribe(now -> item.setSelected(now.equals(size)));
            sizes.getItems().add(item);
        }
        return sizes;
    }

    private CheckMenuItem motion() {
        CheckMenuItem item = new CheckMenuItem(words.of("settings.still"));
        item.setId("still");
        item.setOnAction(_ -> {
            if (item.isSelected()) {
                look.holdStill();
            } else {
                look.moveAsSystem();
            }
        });
        look.still().subscribe(item::setSelected);
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
            case CONTRAST_LIGHT -> words.of("settings.theme.contrast-light");
            case CONTRAST_DARK -> words.of("settings.theme.contrast-dark");
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
