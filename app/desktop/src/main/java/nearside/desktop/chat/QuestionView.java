package nearside.desktop.chat;

import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import nearside.desktop.attach.Attached;
import nearside.desktop.attach.Chips;
import nearside.desktop.attach.FileActions;
import nearside.desktop.attach.FilesBox;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import java.util.List;

/// A person's own message: a soft bubble on the right, below it what can be made of it, and while
/// it waits what it waits for.
final class QuestionView extends VBox {
    private final Question question;
    private final Shaping shaping;
    private final Words words;
    private final SelectableText text;
    private final Node bubble;
    private final Button edit;
    private final MoreMenu more;
    private final HBox foot = new HBox();
    private final FileActions actions;
    private final List<FilesBox> files;

    QuestionView(
            Question question, Words words, Shaping shaping, FileActions actions, Runnable cancel) {
        this.question = question;
        this.shaping = shaping;
        this.words = words;
        this.actions = actions;
        files = FilesBox.of(question.files(), actions, words);
        getStyleClass().add("question");
        question.pin().subscribe(this::name);
        text = new SelectableText(new SimpleStringProperty(question.text()));
        bubble = new Bubble(text);
        edit = new Panel(words).button(new Button(), "edit", "chat.edit", question::edit);
        edit.setAccessibleText(words.of("chat.edit.name"));
        edit.getStyleClass().addAll("link", "on-demand");
        BranchBar branch = new BranchBar(question, shaping, shaping::show, words);
        foot.getStyleClass().add("question-foot");
        more = new MoreMenu(question, shaping, words);
        foot.getChildren()
                .addAll(
                        new PinMark(question, words),
                        new UnseenMark(question, words),
                        edit,
                        more,
                        branch,
                        waiting(cancel));
        shaping.mayWhileShown(this).subscribe(_ -> offer());
        question.standing().subscribe(_ -> offer());
        question.edited().subscribe(this::show);
    }

    /// Always has it read from now on, or no longer.
    void pin() {
        more.pin();
    }

    private void name(Row.Pin pin) {
        setAccessibleText(
                switch (pin) {
                    case LOOSE -> words.of("chat.question");
                    case PINNED -> words.of("chat.question.pinned");
                });
    }

    void find(String found) {
        text.find(found);
    }

    private void offer() {
        show(edit, shaping.may().getValue() && question.canBeEdited());
        show(more, shaping.may().getValue() && question.canBeEdited());
    }

    private void show(boolean edited) {
        if (edited) {
            ObservableList<Attached> kept = FXCollections.observableArrayList(question.files());
            EditBox box =
                    new EditBox(
                            question.text(),
                            "chat.edit.send",
                            shaping.may(),
                            words,
                            anew -> {
                                question.leave();
                                shaping.ask(question, anew, List.copyOf(kept));
                            },
                            question::leave);
            getChildren().setAll(Chips.loose(kept, actions::open, kept::remove, words), box);
            box.begin();
        } else {
            boolean was = !getChildren().isEmpty();
            getChildren().setAll(files);
            getChildren().addAll(bubble, foot);
            if (was) {
                shaping.left();
            }
        }
    }

    private HBox waiting(Runnable cancel) {
        Label state = new Label();
        state.setId("question-state");
        state.getStyleClass().add("second");
        Button take = new Button(words.of("chat.cancel"));
        take.setId("cancel-question");
        take.setAccessibleText(words.of("chat.cancel.name"));
        take.getStyleClass().add("link");
        take.setOnAction(_ -> cancel.run());
        HBox line = new HBox(state, take);
        line.getStyleClass().add("question-waits");
        question.standing()
                .subscribe(standing -> {
                    state.setText(text(standing, words));
                    show(line, !state.getText().isEmpty());
                    show(take, standing == Question.Standing.QUEUED);
                });
        return line;
    }

    private static void show(Region region, boolean shown) {
        region.setVisible(shown);
        region.setManaged(shown);
    }

    private static String text(Question.Standing standing, Words words) {
        return switch (standing) {
            case QUEUED -> words.of("chat.queued");
            case UNSAVED -> words.of("chat.unsaved");
            case DAMAGED -> words.of("chat.damaged");
            case SENDING, SAVED, NOT_KEPT -> "";
        };
    }
}
