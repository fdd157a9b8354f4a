package nearside.desktop.history;

import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import nearside.desktop.words.Words;
import nearside.desktop.writing.Side;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/// One conversation in the list, with the heading of its group when it is the first of it.
final class HistoryCell extends ListCell<HistoryItem> {
    private final HistoryViewModel history;
    private final Words words;
    private final Label heading = new Label();
    private final Label title = new Label();
    private final Label when = new Label();
    private final TextField field = new TextField();
    private final HBox line = new HBox(title, when);
    private final ContextMenu menu = new ContextMenu();
    private final VBox box = new VBox(heading, line);

    HistoryCell(HistoryViewModel history, Words words) {
        this.history = history;
        this.words = words;
        heading.getStyleClass().add("group");
        heading.addEventFilter(MouseEvent.ANY, MouseEvent::consume);
        title.getStyleClass().add("title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        when.getStyleClass().add("when");
        when.setMinWidth(USE_PREF_SIZE);
        line.getStyleClass().add("line");
        line.setAlignment(Pos.CENTER_LEFT);
        field.setId("rename");
        field.setAccessibleText(words.of("history.rename.name"));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        field.focusedProperty().addListener((_, _, focused) -> left(focused));
        line.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                rename();
            }
        });
        setPrefWidth(0);
        addEventFilter(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                _ -> menu.getItems().setAll(items(getItem())));
    }

    @Override
    protected void updateItem(HistoryItem item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setContextMenu(null);
            return;
        }
        heading.setText(item.opens().map(this::group).orElse(""));
        heading.setVisible(item.opens().isPresent());
        heading.setManaged(item.opens().isPresent());
        title.setText(item.title());
        title.setNodeOrientation(Side.of(item.title()));
        when.setText(
                new WhenText(words.locale(), ZonedDateTime.now(ZoneId.systemDefault()))
                        .of(item.changed()));
        setAccessibleText(item.title());
        setContextMenu(menu);
        setGraphic(box);
    }

    /// What can be done with it, below it.
    void openMenu() {
        menu.getItems().setAll(items(getItem()));
        menu.show(this, javafx.geometry.Side.BOTTOM, 0, 0);
    }

    @Override
    public void startEdit() {
        super.startEdit();
        if (isEditing()) {
            field.setText(getItem().title());
            line.getChildren().setAll(field);
            HBox.setHgrow(field, Priority.ALWAYS);
            field.requestFocus();
            field.selectAll();
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        showLine();
    }

    private void rename() {
        if (getListView() instanceof HistoryList list) {
            list.rename(getIndex());
        }
    }

    private void showLine() {
        line.getChildren().setAll(title, when);
    }

    private void typed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            keep();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            cancelEdit();
            event.consume();
        }
    }

    private void left(boolean focused) {
        if (!focused && isEditing()) {
            keep();
        }
    }

    private void keep() {
        HistoryItem item = getItem();
        String text = field.getText();
        cancelEdit();
        if (!text.equals(item.title())) {
            title.setText(text);
            history.rename(item.id(), text);
        }
        getListView().requestFocus();
    }

    private List<MenuItem> items(HistoryItem item) {
        String pin =
                switch (item.pin()) {
                    case LOOSE -> words.of("history.pin");
                    case PINNED -> words.of("history.unpin");
                };
        return List.of(
                item("menu-rename", words.of("history.rename"), this::rename),
                item("menu-pin", pin, () -> history.pin(item)),
                new FilingMenus(history, item, words).folder(),
                new FilingMenus(history, item, words).tags(),
                item("menu-archive", archive(), () -> history.archive(item)),
                item("menu-export", words.of("history.export"), () -> history.export(item)),
                item("menu-print", words.of("history.print"), () -> history.print(item)),
                item("menu-delete", words.of("history.delete"), () -> history.delete(item)));
    }

    private String archive() {
        return history.filter().get() instanceof Filter.Archived
                ? words.of("history.unarchive")
                : words.of("history.archive");
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private String group(HistoryItem.Age age) {
        return switch (age) {
            case PINNED -> words.of("history.pinned");
            case TODAY -> words.of("history.today");
            case THIS_WEEK -> words.of("history.this-week");
            case EARLIER -> words.of("history.earlier");
        };
    }
}
