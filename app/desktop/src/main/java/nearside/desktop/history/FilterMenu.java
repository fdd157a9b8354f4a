package nearside.desktop.history;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;
import nearside.storage.Label;

import java.util.ArrayList;
import java.util.List;

/// Says which conversations the list shows, and shows others: those of a folder, with a tag, or put
/// away. Not there while nothing is filed.
final class FilterMenu extends MenuButton {
    private final HistoryViewModel history;
    private final Words words;

    FilterMenu(HistoryViewModel history, Words words) {
        this.history = history;
        this.words = words;
        setId("filter");
        getStyleClass().add("filter");
        setMaxWidth(Double.MAX_VALUE);
        history.filter().subscribe(_ -> tell());
        history.filed().subscribe(_ -> tell());
        setOnShowing(_ -> fill());
    }

    private void tell() {
        String name = name(history.filter().get());
        setText(name);
        setAccessibleText(words.of("filter.name", name));
        Panel.show(this, history.filed().get());
        fill();
    }

    private void fill() {
        ToggleGroup group = new ToggleGroup();
        List<MenuItem> items = new ArrayList<>();
        items.add(item(new Filter.All(), group, "filter-all"));
        for (Label folder : history.filing().folders()) {
            items.add(item(new Filter.InFolder(folder), group, "filter-folder"));
        }
        for (Label tag : history.filing().tags()) {
            items.add(item(new Filter.Tagged(tag), group, "filter-tag"));
        }
        items.add(item(new Filter.Archived(), group, "filter-archived"));
        switch (history.filter().get()) {
            case Filter.InFolder(Label folder) ->
                    items.addAll(
                            removal(
                                    "filter.remove.folder",
                                    () -> history.filing().removeFolder(folder)));
            case Filter.Tagged(Label tag) ->
                    items.addAll(
                            removal("filter.remove.tag", () -> history.filing().removeTag(tag)));
            case Filter.All(), Filter.Archived() -> {}
        }
        getItems().setAll(items);
    }

    private RadioMenuItem item(Filter filter, ToggleGroup group, String id) {
        RadioMenuItem item = new RadioMenuItem(name(filter));
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(filter.equals(history.filter().get()));
        item.setOnAction(_ -> history.show(filter));
        return item;
    }

    private List<MenuItem> removal(String key, Runnable action) {
        MenuItem item = new MenuItem(words.of(key));
        item.setId("filter-remove");
        item.setOnAction(_ -> action.run());
        return List.of(new SeparatorMenuItem(), item);
    }

    private String name(Filter filter) {
        return switch (filter) {
            case Filter.All() -> words.of("filter.all");
            case Filter.Archived() -> words.of("filter.archived");
            case Filter.InFolder(Label folder) -> words.of("filter.folder", folder.name());
            case Filter.Tagged(Label tag) -> words.of("filter.tag", tag.name());
        };
    }
}
