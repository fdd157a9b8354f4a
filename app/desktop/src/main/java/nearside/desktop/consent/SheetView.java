package nearside.desktop.consent;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import nearside.copilot.orchestrator.Consent;
import nearside.desktop.theme.Panel;
import nearside.desktop.theme.ScrollKeys;
import nearside.desktop.theme.TabRing;
import nearside.desktop.words.Words;
import nearside.desktop.writing.Pieces;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The sheet over the conversation that asks before something leaves.
public final class SheetView extends StackPane {
    /// As much of the table do notes take before they go on in a second line.
    private static final double NOTES = 0.3;

    private final SheetViewModel consent;
    private final Panel panel;
    private final Words words;

    public SheetView(SheetViewModel consent, Words words) {
        this.consent = consent;
        this.words = words;
        panel = new Panel(words);
        setId("consent");
        getStyleClass().add("consent");
        consent.sheet().subscribe(this::show);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void show(Optional<Sheet> sheet) {
        Panel.show(this, sheet.isPresent());
        getChildren().clear();
        sheet.map(this::card).ifPresent(this::put);
    }

    /// A card that is higher than the window scrolls.
    private void put(Region card) {
        ScrollPane page = new ScrollPane(new StackPane(card));
        page.setFitToWidth(true);
        page.setFitToHeight(true);
        ScrollKeys.listenIn(page);
        TabRing.within(page, card);
        page.getStyleClass().addAll("bare-scroll", "edge-to-edge");
        getChildren().setAll(page);
        // The card itself: Enter, meant for the composer, must not send. It is in the window when
        // the page is laid out.
        page.applyCss();
        page.layout();
        card.requestFocus();
    }

    private Region card(Sheet sheet) {
        Label title = Panel.text("consent-title", "consent-title");
        title.setText(sheet.title());
        Label why = Panel.text("second-text", "consent-why");
        why.setText(sheet.why());
        Label to = Panel.text("consent-to", "consent-to");
        to.setText(sheet.to());
        TextArea exact = exact(sheet.exact());
        Button never = button("consent-never", sheet.buttons().never(), Consent.NEVER_HERE);
        Panel.show(never, !sheet.buttons().never().isEmpty());
        never.getStyleClass().add("link");
        VBox card =
                new VBox(
                        title,
                        why,
                        table(sheet.rows()),
                        exact,
                        to,
                        buttons(sheet.buttons(), exact),
                        never);
        card.setId("consent-card");
        card.getStyleClass().add("consent-card");
        card.setMinHeight(USE_PREF_SIZE);
        card.setMaxHeight(USE_PREF_SIZE);
        card.setFocusTraversable(true);
        card.setAccessibleRole(AccessibleRole.DIALOG);
        card.setAccessibleText(spoken(sheet));
        return card;
    }

    private static String spoken(Sheet sheet) {
        String rows =
                sheet.rows().stream()
                        .map(row -> String.join(" ", row.what(), row.amount(), row.note()))
                        .collect(Collectors.joining("\n"));
        return String.join("\n", sheet.title(), sheet.why(), rows, sheet.to());
    }

    private TextArea exact(String text) {
        TextArea exact = new TextArea(text);
        exact.setId("consent-exact");
        exact.setAccessibleText(words.of("consent.exact"));
        exact.setEditable(false);
        exact.setWrapText(!Pieces.turns(text));
        exact.setPrefRowCount(8);
        Panel.show(exact, false);
        return exact;
    }

    private GridPane table(List<Sheet.Line> rows) {
        GridPane table = new GridPane();
        table.setId("consent-rows");
        table.getStyleClass().add("consent-rows");
        ColumnConstraints what = new ColumnConstraints();
        what.setHgrow(Priority.ALWAYS);
        what.setFillWidth(true);
        table.getColumnConstraints().add(what);
        table.addRow(
                0, cell("head", words.of("consent.leaves")), cell("head", ""), cell("head", ""));
        for (int i = 0; i < rows.size(); i++) {
            Sheet.Line row = rows.get(i);
            Label note = cell("note", row.note());
            table.widthProperty().subscribe(width -> keep(note, width.doubleValue() * NOTES));
            table.addRow(i + 1, cell("what", row.what()), cell("amount", row.amount()), note);
        }
        return table;
    }

    private static void keep(Label note, double most) {
        note.setMinWidth(Math.min(note.prefWidth(-1), most));
    }

    private static Label cell(String style, String text) {
        Label cell = new Label(text);
        cell.getStyleClass().addAll("consent-cell", style);
        cell.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        cell.setWrapText(!style.equals("amount"));
        if (style.equals("amount")) {
            cell.setMinWidth(USE_PREF_SIZE);
        }
        return cell;
    }

    /// With large letters they take several rows.
    private FlowPane buttons(Sheet.Buttons texts, TextArea exact) {
        Button show =
                panel.button(
                        new Button(),
                        "consent-show",
                        "consent.show",
                        () -> Panel.show(exact, true));
        Button stay = button("consent-stay", texts.stay(), Consent.STAY_HERE);
        Button less = button("consent-less", texts.less(), Consent.SEND_LESS);
        Panel.show(less, !texts.less().isEmpty());
        Button whole = button("consent-all", texts.all(), Consent.SEND_ALL);
        Panel.show(whole, !texts.all().isEmpty());
        Button send = button("consent-send", texts.send(), Consent.SEND);
        send.getStyleClass().add("borrow");
        FlowPane all = new FlowPane(show, stay, less, whole, send);
        all.getStyleClass().add("consent-actions");
        return all;
    }

    private Button button(String id, String text, Consent says) {
        Button button = new Button(text);
        button.setId(id);
        button.setAccessibleText(text);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> consent.say(says));
        return button;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            consent.say(Consent.STAY_HERE);
        }
    }
}
