package nearside.desktop.borrow;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import nearside.cloud.FarModel.Dialect;
import nearside.cloud.outbound.Key.Header;
import nearside.copilot.borrow.Lender.Whose;
import nearside.desktop.borrow.FarFormViewModel.KeyStanding;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import java.util.stream.Collectors;

/// The fields in which a far model is set up or changed.
final class FarFormView extends VBox {
    private static final int AMOUNT_LETTERS = 5;

    private final FarFormViewModel form;
    private final Words words;
    private final BorrowText text;
    private final Fields fields;
    private final GridPane grid = new GridPane();

    FarFormView(BorrowViewModel borrow, Words words) {
        this.form = borrow.form();
        this.words = words;
        this.text = new BorrowText(words);
        this.fields = new Fields(words);
        setId("far-form");
        getStyleClass().add("panel-part");
        Label title = Panel.text("trouble-title", "far-title");
        grid.getStyleClass().add("far-grid");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        fillGrid();
        Panel panel = new Panel(words);
        Button keep = panel.button(new Button(), "far-keep", "far.keep", borrow::keep);
        keep.setDefaultButton(true);
        keep.getStyleClass().add("send");
        Button cancel = panel.button(new Button(), "far-cancel", "far.cancel", form::cancel);
        getChildren().addAll(title, grid, readable(), flaws(), Panel.actions(keep, cancel));
        form.open()
                .subscribe(_ ->
                        title.setText(
                                form.isChange()
                                        ? words.of("far.title.change")
                                        : words.of("far.title.new")));
    }

    private void fillGrid() {
        row("far.kind", kind());
        row("far.name", fields.text("far-name", "far.name", form.name));
        row("far.address", fields.text("far-address", "far.address", form.address));
        row("far.whose", whose());
        row("far.model", fields.text("far-model", "far.model", form.model));
        row("far.key", key());
        row("far.window", fields.text("far-window", "far.window", form.window));
        row("far.price", price());
        row("far.manner", manner());
    }

    private void row(String key, Node field) {
        Label name = new Label(words.of(key));
        name.setLabelFor(field);
        int at = grid.getRowCount();
        grid.addRow(at, name, field);
        GridPane.setValignment(name, VPos.TOP);
        name.getStyleClass().add("far-field");
        name.visibleProperty().bind(field.visibleProperty());
        name.managedProperty().bind(field.managedProperty());
    }

    private Node kind() {
        ComboBox<Preset> kind = fields.choice("far-kind", "far.kind", text::of, Preset.values());
        form.open()
                .subscribe(open -> {
                    Panel.show(kind, !form.isChange());
                    if (open && !form.isChange()) {
                        kind.setValue(Preset.OPENAI);
                    }
                });
        kind.setOnAction(_ -> {
            if (kind.getValue() != null && form.open().get() && !form.isChange()) {
                form.take(kind.getValue());
            }
        });
        return kind;
    }

    private Node whose() {
        ToggleGroup group = new ToggleGroup();
        HBox both =
                new HBox(
                        whose("far-whose-cloud", Whose.CLOUD, group),
                        whose("far-whose-mine", Whose.MY_DEVICE, group));
        both.getStyleClass().addAll("unlock-actions", "far-radios");
        return both;
    }

    private RadioButton whose(String id, Whose whose, ToggleGroup group) {
        RadioButton radio = new RadioButton(text.whose(whose));
        radio.setId(id);
        radio.setToggleGroup(group);
        Panel.choose(radio, form.whose, whose, form.whose::set);
        return radio;
    }

    private Node key() {
        PasswordField key = new PasswordField();
        key.setId("far-key");
        key.setAccessibleText(words.of("far.key"));
        key.textProperty().bindBidirectional(form.key);
        HBox.setHgrow(key, Priority.ALWAYS);
        Button forget =
                new Panel(words)
                        .button(new Button(), "far-forget", "far.key.forget", form::forgetKey);
        Label note = Panel.text("second", "far-key-note");
        HBox line = new HBox(key, forget);
        line.getStyleClass().add("unlock-actions");
        VBox all = new VBox(line, note);
        all.getStyleClass().add("far-value");
        form.keyStanding()
                .subscribe(now -> {
                    Panel.show(forget, now == KeyStanding.KEPT);
                    note.setText(
                            switch (now) {
                                case NONE -> words.of("far.key.none");
                                case KEPT -> words.of("far.key.kept");
                                case FOR_ANOTHER_SERVER -> words.of("far.key.anew");
                            });
                });
        return all;
    }

    private Node price() {
        TextField in = fields.text("far-usd-in", "far.usd-in", form.price.usdIn);
        TextField cached = fields.text("far-usd-cached", "far.usd-cached", form.price.usdCached);
        TextField out = fields.text("far-usd-out", "far.usd-out", form.price.usdOut);
        TextField day = fields.text("far-as-of", "far.as-of", form.price.asOf);
        in.setPrefColumnCount(AMOUNT_LETTERS);
        cached.setPrefColumnCount(AMOUNT_LETTERS);
        out.setPrefColumnCount(AMOUNT_LETTERS);
        day.setPrefColumnCount(AMOUNT_LETTERS + 3);
        HBox line =
                new HBox(
                        in,
                        fields.unit("far.usd-in.short"),
                        cached,
                        fields.unit("far.usd-cached.short"),
                        out,
                        fields.unit("far.usd-out.short"),
                        fields.unit("far.as-of.short"),
                        day);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("far-amounts");
        Label note = Panel.text("second", "far-price-note");
        form.price
                .source()
                .subscribe(row ->
                        note.setText(
                                row.map(text::of).orElseGet(() -> words.of("far.price.note"))));
        VBox all = new VBox(line, note);
        all.getStyleClass().add("far-value");
        return all;
    }

    private Node manner() {
        ComboBox<Dialect> dialect =
                fields.choice(
                        "far-dialect",
                        "far.dialect",
                        it ->
                                switch (it) {
                                    case OPENAI -> words.of("far.dialect.openai");
                                    case COMPATIBLE -> words.of("far.dialect.compatible");
                                },
                        Dialect.values());
        dialect.valueProperty().bindBidirectional(form.dialect);
        ComboBox<Header> header =
                fields.choice(
                        "far-header",
                        "far.header",
                        it ->
                                switch (it) {
                                    case BEARER -> words.of("far.header.bearer");
                                    case API_KEY -> words.of("far.header.api-key");
                                },
                        Header.values());
        header.valueProperty().bindBidirectional(form.header);
        HBox both = new HBox(dialect, header);
        both.getStyleClass().add("unlock-actions");
        return both;
    }

    private Label readable() {
        Label warning = new Panel(words).text("warned", "far-readable", "far.readable");
        form.readable().subscribe(now -> Panel.show(warning, now));
        return warning;
    }

    private Label flaws() {
        Label flaws = Panel.text("refused", "far-flaws");
        form.flaws().subscribe(() -> tell(flaws));
        tell(flaws);
        return flaws;
    }

    private void tell(Label flaws) {
        flaws.setText(form.flaws().stream().map(text::of).collect(Collectors.joining("\n")));
        Panel.show(flaws, !form.flaws().isEmpty());
    }
}
