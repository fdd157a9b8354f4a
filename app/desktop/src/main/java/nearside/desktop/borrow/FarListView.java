package nearside.desktop.borrow;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import nearside.copilot.borrow.Lender;
import nearside.desktop.theme.Panel;
import nearside.desktop.trouble.TroubleView;
import nearside.desktop.words.Words;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The far models in their order, and what can be done with the chosen one.
final class FarListView extends VBox {
    private static final double LIST_HEIGHT = 210;

    private final BorrowViewModel borrow;
    private final Words words;
    private final BorrowText text;
    private final ListView<Lender> list = new ListView<>();
    private final Label said = Panel.text("trouble-text", "borrow-said");
    private final VBox failed = new VBox();
    private final Button stop = new Button();
    private String chosenId = "";

    FarListView(BorrowViewModel borrow, Words words) {
        this.borrow = borrow;
        this.words = words;
        this.text = new BorrowText(words);
        getStyleClass().add("panel-part");
        Panel panel = new Panel(words);
        Label read = Panel.text("refused", "borrow-read");
        fillList(panel);
        failed.getStyleClass().addAll("notice", "notice-danger", "notice-box");
        getChildren()
                .addAll(
                        panel.text("trouble-title", "borrow-title", "borrow.title"),
                        panel.text("trouble-text", "borrow-note", "borrow.note"),
                        policy(),
                        read,
                        list,
                        actions(panel),
                        said,
                        failed);
        borrow.read()
                .subscribe(now -> {
                    read.setText(text.of(now));
                    Panel.show(read, now != BorrowViewModel.Read.SOUND);
                });
        borrow.told().subscribe(this::show);
    }

    /// What the policy of the device says of far models.
    private Label policy() {
        Label policy = Panel.text("trouble-text", "borrow-policy");
        policy.setText(
                borrow.shutByPolicy()
                        .map(text::of)
                        .or(() ->
                                borrow.servers()
                                        .map(all ->
                                                words.of("borrow.servers", String.join(", ", all))))
                        .orElse(""));
        Panel.show(policy, !policy.getText().isEmpty());
        return policy;
    }

    private void fillList(Panel panel) {
        list.setId("borrow-list");
        list.getStyleClass().add("far-list");
        list.setAccessibleText(words.of("borrow.list"));
        list.setItems(borrow.rows());
        list.setPrefHeight(LIST_HEIGHT);
        list.setPlaceholder(panel.text("missing-text", "borrow-none", "borrow.none"));
        list.setCellFactory(_ -> new FarCell(text));
        list.getSelectionModel().selectedItemProperty().subscribe(this::chose);
        borrow.kept().subscribe(id -> chosenId = id);
        borrow.rows().subscribe(this::chooseAgain);
    }

    private HBox actions(Panel panel) {
        Button add = panel.button(new Button(), "borrow-add", "borrow.add", borrow::add);
        add.setDisable(borrow.shutByPolicy().isPresent());
        Button edit = chosen(panel, "borrow-edit", "borrow.edit", borrow::edit);
        Button remove = chosen(panel, "borrow-remove", "borrow.remove", borrow::remove);
        Button up = chosen(panel, "borrow-up", "borrow.up", borrow::up);
        Button down = chosen(panel, "borrow-down", "borrow.down", borrow::down);
        Button attempt = chosen(panel, "borrow-try", "borrow.try", borrow::tryIt);
        if (borrow.shutByPolicy().isPresent()) {
            attempt.disableProperty().unbind();
            attempt.setDisable(true);
        }
        panel.button(stop, "borrow-stop", "borrow.stop", borrow::stop);
        List<Button> ofOne = List.of(edit, remove, up, down, attempt);
        showFor(ofOne);
        borrow.rows().subscribe(() -> showFor(ofOne));
        return Panel.actions(add, edit, remove, up, down, attempt, stop);
    }

    /// Where there is none, one button leads on.
    private void showFor(List<Button> ofOne) {
        ofOne.forEach(it -> Panel.show(it, !borrow.rows().isEmpty()));
    }

    /// A button for the chosen one.
    private Button chosen(Panel panel, String id, String key, Consumer<Lender> action) {
        Button button =
                panel.button(
                        new Button(),
                        id,
                        key,
                        () ->
                                Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                                        .ifPresent(action));
        button.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        return button;
    }

    /// What is chosen stays chosen wherever it goes.
    private void chooseAgain() {
        list.getItems().stream()
                .filter(it -> it.id().equals(chosenId))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select);
    }

    private void chose(@Nullable Lender lender) {
        if (lender != null) {
            chosenId = lender.id();
        }
    }

    private void show(Told told) {
        said.setText(text.of(told));
        Panel.show(said, !said.getText().isEmpty());
        Panel.show(stop, told instanceof Told.Trying);
        failed.getChildren().clear();
        if (told instanceof Told.Failed(var trouble)) {
            failed.getChildren().add(new TroubleView(trouble, words));
        }
        Panel.show(failed, told instanceof Told.Failed);
    }
}
