package nearside.desktop.ledger;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.Missing;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import java.time.ZoneId;
import java.util.function.Function;

/// Shows what left this device, what stayed, and whether the ledger is whole.
public final class LedgerView extends VBox {
    private static final double TABLE_HEIGHT = 240;

    private final LedgerViewModel ledger;
    private final Words words;
    private final LedgerText text;
    private final Label counts = Panel.text("panel-heading", "ledger-counts");
    private final Label saved = Panel.text("second", "ledger-saved");
    private final Label chain = Panel.text("second", "ledger-chain");
    private final WeekBars weeks;

    /// @param setUp shows what can be borrowed
    public LedgerView(LedgerViewModel ledger, Words words, Runnable setUp) {
        this.ledger = ledger;
        this.words = words;
        this.text = new LedgerText(words, ZoneId.systemDefault());
        this.weeks = new WeekBars(text);
        setId("ledger");
        getStyleClass().add("protection");
        Panel panel = new Panel(words);
        Label said = Panel.text("trouble-text", "ledger-said");
        said.textProperty().bind(ledger.said());
        said.visibleProperty().bind(said.textProperty().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());
        getChildren()
                .addAll(
                        panel.text("trouble-title", "ledger-title", "ledger.title"),
                        panel.text("trouble-text", "ledger-note", "ledger.note"),
                        counts,
                        saved,
                        legend(),
                        weeks,
                        table(panel, setUp),
                        chain,
                        export(panel),
                        said);
        ledger.page().subscribe(this::show);
    }

    /// What the colours mean, in words.
    private HBox legend() {
        HBox legend =
                new HBox(
                        key("week-here"),
                        word("ledger.legend.here"),
                        key("week-borrowed"),
                        word("ledger.legend.borrowed"));
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.getStyleClass().add("legend");
        return legend;
    }

    private static Region key(String style) {
        Region key = new Region();
        key.getStyleClass().addAll(style, "legend-key");
        return key;
    }

    private Label word(String key) {
        Label word = new Label(words.of(key));
        word.getStyleClass().add("second");
        return word;
    }

    private TableView<Attempt> table(Panel panel, Runnable setUp) {
        TableView<Attempt> table = new TableView<>(ledger.attempts());
        table.setId("ledger-table");
        table.getStyleClass().add("ledger-table");
        table.setAccessibleText(words.of("ledger.title"));
        table.setPrefHeight(TABLE_HEIGHT);
        table.setPlaceholder(
                new Missing(
                        panel,
                        "ledger-none",
                        "ledger.none",
                        "settings.borrow",
                        () -> leaveTo(setUp)));
        // What is first looked for is in the table.
        sceneProperty().subscribe(_ -> table.requestFocus());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("ledger.column.time", 168, text::time));
        table.getColumns().add(column("ledger.column.server", 160, text::server));
        table.getColumns().add(column("ledger.column.purpose", 85, text::purpose));
        table.getColumns().add(column("ledger.column.reason", 165, text::reason));
        table.getColumns().add(column("ledger.column.sent", 75, text::sent));
        table.getColumns().add(column("ledger.column.received", 80, text::received));
        table.getColumns().add(column("ledger.column.outcome", 105, text::outcome));
        return table;
    }

    private void leaveTo(Runnable other) {
        getScene().getWindow().hide();
        other.run();
    }

    private TableColumn<Attempt, String> column(
            String key, double width, Function<Attempt, String> shown) {
        TableColumn<Attempt, String> column = new TableColumn<>(words.of(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(shown.apply(row.getValue())));
        return column;
    }

    private HBox export(Panel panel) {
        Button export =
                panel.button(
                        new Button(),
                        "ledger-export",
                        "ledger.export",
                        () -> ledger.export(new LedgerDialog(getScene().getWindow(), words)));
        export.setDisable(!ledger.mayExport());
        HBox actions = Panel.actions(export);
        if (!ledger.mayExport()) {
            actions.getChildren().add(panel.text("second", "ledger-forbidden", "ledger.forbidden"));
        }
        return actions;
    }

    private void show(Page page) {
        counts.setText(text.of(page.counts()));
        saved.setText(page.saved().map(text::of).orElse(""));
        Panel.show(saved, page.saved().isPresent());
        weeks.show(page.weeks());
        chain.setText(text.chain(page));
        chain.getStyleClass()
                .setAll("label", page.firstBroken().isPresent() ? "refused" : "second");
    }
}
