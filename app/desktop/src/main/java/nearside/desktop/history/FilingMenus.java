package nearside.desktop.history;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

import nearside.desktop.words.Words;
import nearside.storage.Label;
import nearside.storage.LabelId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Where a conversation is filed, as two menus.
record FilingMenus(HistoryViewModel history, HistoryItem item, Words words) {
    /// The folder it is in.
    Menu folder() {
        Filing filing = history.filing();
        Optional<LabelId> now = filing.folder(item);
        ToggleGroup group = new ToggleGroup();
        List<MenuItem> items = new ArrayList<>();
        RadioMenuItem none = new RadioMenuItem(words.of("filing.none"));
        none.setToggleGroup(group);
        none.setSelected(now.isEmpty());
        none.setOnAction(_ -> filing.put(item, Optional.empty()));
        items.add(none);
        for (Label folder : filing.folders()) {
            RadioMenuItem each = new RadioMenuItem(folder.name());
            each.setMnemonicParsing(false);
            each.setToggleGroup(group);
            each.setSelected(now.equals(Optional.of(folder.id())));
            each.setOnAction(_ -> filing.put(item, Optional.of(folder)));
            items.add(each);
        }
        items.add(new SeparatorMenuItem());
        items.add(
                fresh("menu-folder-new", "filing.folder.new", name -> filing.putInto(item, name)));
        return menu("menu-folder", "filing.folder", items);
    }

    /// The tags it has.
    Menu tags() {
        Filing filing = history.filing();
        List<MenuItem> items = new ArrayList<>();
        for (Label tag : filing.tags()) {
            CheckMenuItem each = new CheckMenuItem(tag.name());
            each.setMnemonicParsing(false);
            each.setSelected(filing.hasTag(item, tag));
            each.setOnAction(_ -> set(tag, each.isSelected()));
            items.add(each);
        }
        items.add(fresh("menu-tag-new", "filing.tag.new", name -> filing.tag(item, name)));
        return menu("menu-tags", "filing.tags", items);
    }

    private void set(Label tag, boolean wanted) {
        if (wanted) {
            history.filing().tag(item, tag.name());
        } else {
            history.filing().untag(item, tag);
        }
    }

    private MenuItem fresh(String id, String key, Consumer<String> named) {
        MenuItem fresh = new MenuItem(words.of(key));
        fresh.setId(id);
        fresh.setOnAction(_ -> history.name(new Naming(key, named)));
        return fresh;
    }

    private Menu menu(String id, String key, List<MenuItem> items) {
        Menu menu = new Menu(words.of(key));
        menu.setId(id);
        menu.getItems().setAll(items);
        return menu;
    }
}
