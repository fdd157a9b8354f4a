package nearside.desktop.chat;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import nearside.desktop.clipboard.Copying;
import nearside.desktop.words.Words;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;

/// What else can be done with a message.
final class MoreMenu extends MenuButton {
    /// Nearly the likeliest words, and surprising ones.
    private static final double CLOSE = 0.3;

    private static final double FREE = 1.2;

    private final Row row;
    private final Shaping shaping;
    private final Words words;

    MoreMenu(Row row, Shaping shaping, Words words) {
        this.row = row;
        this.shaping = shaping;
        this.words = words;
        setId("more");
        setGraphic(new FontIcon(Feather.MORE_HORIZONTAL));
        setAccessibleText(words.of("more.name"));
        getStyleClass().addAll("icon-only", "more", "on-demand");
        // A menu without items does not open.
        getItems().add(new MenuItem());
        setOnShowing(_ -> fill());
    }

    /// Always has the message read from now on, or no longer, where more can be done with it.
    void pin() {
        if (isVisible()) {
            shaping.pin(row);
        }
    }

    /// When it opens: there is one at each message, and models and ways come and go.
    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        if (row instanceof Answer answer) {
            items.add(item("more-close", "more.close", () -> shaping.again(answer, CLOSE)));
            items.add(item("more-free", "more.free", () -> shaping.again(answer, FREE)));
            items.addAll(others(answer));
        }
        if (row.branch().get().isFork()) {
            items.add(item("more-compare", "more.compare", () -> shaping.compare(row)));
        }
        items.add(pinning());
        items.add(item("more-tree", "more.tree", shaping::tree));
        items.add(item("more-fork", "more.fork", () -> shaping.fork(row)));
        items.add(
                item(
                        "more-link",
                        "more.link",
                        () ->
                                shaping.link(row)
                                        .map(MessageLink::address)
                                        .ifPresent(Copying::text)));
        items.add(new SeparatorMenuItem());
        items.add(item("more-remove", "more.remove", () -> shaping.remove(row)));
        getItems().setAll(items);
    }

    private MenuItem pinning() {
        String text =
                switch (row.pin().get()) {
                    case LOOSE -> words.of("more.pin");
                    case PINNED -> words.of("more.unpin");
                };
        return said("more-pin", text, () -> shaping.pin(row));
    }

    private List<MenuItem> others(Answer answer) {
        List<MenuItem> models =
                shaping.otherModels().stream()
                        .map(model -> {
                            MenuItem item = new MenuItem(model);
                            item.setMnemonicParsing(false);
                            item.setOnAction(_ -> shaping.again(answer, model));
                            return item;
                        })
                        .toList();
        if (models.isEmpty()) {
            return List.of();
        }
        Menu menu = new Menu(words.of("more.model"));
        menu.setId("more-model");
        menu.getItems().setAll(models);
        return List.of(menu);
    }

    private MenuItem item(String id, String key, Runnable action) {
        return said(id, words.of(key), action);
    }

    private static MenuItem said(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
