package nearside.desktop.print;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import nearside.desktop.spoken.Status;
import nearside.desktop.theme.Missing;
import nearside.desktop.theme.Panel;
import nearside.desktop.trouble.TroubleView;
import nearside.desktop.words.Words;
import nearside.desktop.writing.Side;

import java.util.Optional;

/// Chooses a printer and how many copies, and says what became of them.
public final class PrintView extends VBox {
    private static final double LIST_HEIGHT = 140;

    private final PrintViewModel print;
    private final Words words;
    private final ListView<String> list = new ListView<>();
    private final TextField copies = new TextField();
    private final Label said = Panel.text("trouble-text", "print-said");
    private final VBox trouble = new VBox();
    private final Button send = new Button();
    private final Button save = new Button();
    private final VBox choices;
    private final Missing missing;
    private final HBox actions;
    private final Status status = new Status();

    public PrintView(PrintViewModel print, Words words) {
        this.print = print;
        this.words = words;
        setId("print");
        getStyleClass().add("protection");
        Panel panel = new Panel(words);
        Label of = Panel.text("trouble-text", "print-of");
        of.setText(print.title());
        of.setWrapText(false);
        of.setNodeOrientation(Side.of(print.title()));
        Panel.show(of, !print.title().isEmpty());
        Label note = panel.text("second", "print-note", "print.note");
        fillList();
        choices = new VBox(list, copies(), fault());
        choices.getStyleClass().add("far-value");
        note.visibleProperty().bind(choices.visibleProperty());
        note.managedProperty().bind(choices.managedProperty());
        missing = new Missing(panel, "print-none", "print.none", "print.save", this::save);
        panel.button(send, "print-send", "print.send", print::print);
        send.setDefaultButton(true);
        send.getStyleClass().add("send");
        actions = Panel.actions(send, panel.button(save, "print-save", "print.save", this::save));
        getChildren()
                .addAll(
                        panel.text("trouble-title", "print-title", "print.title"),
                        of,
                        choices,
                        missing,
                        note,
                        said,
                        trouble,
                        actions,
                        status);
        print.printing().subscribe(this::show);
        print.chosen.subscribe(this::choose);
        print.copies().typed().subscribe(this::enable);
    }

    private void fillList() {
        list.setId("print-list");
        list.setAccessibleText(words.of("print.list"));
        list.setItems(print.names());
        list.setPrefHeight(LIST_HEIGHT);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(name -> {
                    if (name != null) {
                        print.chosen.set(Optional.of(name));
                    }
                });
        // A list keeps Enter for itself.
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            print.print();
        }
    }

    private void choose(Optional<String> printer) {
        printer.ifPresentOrElse(
                list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
        enable();
    }

    private HBox copies() {
        Label name = new Label(words.of("print.copies"));
        name.setMinWidth(USE_PREF_SIZE);
        name.setLabelFor(copies);
        copies.setId("print-copies");
        copies.setAccessibleText(words.of("print.copies"));
        copies.setPrefColumnCount(2);
        copies.textProperty().bindBidirectional(print.copies().typed());
        HBox line = new HBox(name, copies);
        line.getStyleClass().add("unlock-actions");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Label fault() {
        Label fault = Panel.text("refused", "print-fault");
        fault.textProperty().bind(print.copies().fault());
        fault.visibleProperty().bind(fault.textProperty().isNotEmpty());
        fault.managedProperty().bind(fault.visibleProperty());
        return fault;
    }

    private void enable() {
        send.setDisable(!print.canPrint());
        save.setDisable(!print.canSave());
    }

    private void show(Printing now) {
        boolean none = now instanceof Printing.NoPrinters;
        boolean shut = now instanceof Printing.NotKept || now instanceof Printing.Forbidden;
        Panel.show(choices, !none && !shut);
        Panel.show(missing, none);
        Panel.show(actions, !none && !shut);
        choices.setDisable(now instanceof Printing.Sending);
        enable();
        say(sentence(now));
        trouble.getChildren().clear();
        Panel.show(trouble, now instanceof Printing.Failed);
        if (now instanceof Printing.Failed(var failed)) {
            trouble.getChildren().add(new TroubleView(failed, words));
        }
    }

    private void say(String sentence) {
        said.setText(sentence);
        Panel.show(said, !sentence.isEmpty());
        status.say(sentence);
    }

    private String sentence(Printing now) {
        return switch (now) {
            case Printing.Looking _ -> words.of("print.looking");
            case Printing.Ready _, Printing.Failed _ -> "";
            case Printing.NoPrinters(String system) -> system;
            case Printing.Sending(String printer) -> words.of("print.sending", printer);
            case Printing.Sent(String printer) -> words.of("print.sent", printer);
            case Printing.NotKept _ -> words.of("print.not-kept");
            case Printing.Forbidden _ -> words.of("past.forbidden");
        };
    }

    private void save() {
        print.save();
        getScene().getWindow().hide();
    }
}
