package nearside.desktop.theme;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

import nearside.desktop.words.Words;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Locale;

/// The menu for theme, size of letters and motion, and more below.
public final class LookMenu extends MenuButton {
    private final LookViewModel look;
    private final Words words;

    /// @param last the items at the end
    public LookMenu(LookViewModel look, Words words, List<MenuItem> last) {
        this.look = look;
        this.words = words;
        setId("settings");
        setAccessibleText(words.of("settings.name"));
        getStyleClass().addAll("pill", "icon-only");
        setGraphic(new FontIcon(Feather.SETTINGS));
        getItems().addAll(themes(), textSizes(), motion());
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
        RadioMenuItem item = new RadioMenuItem(new LookNames(words).of(choice));
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
            RadioMenuItem item = new RadioMenuItem(new LookNames(words).of(size));
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
}
