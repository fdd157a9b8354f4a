package nearside.desktop.chat;

import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import nearside.desktop.attach.FilesBox;
import nearside.desktop.chat.Rung.Say;
import nearside.desktop.theme.Panel;
import nearside.desktop.trouble.Trouble;
import nearside.desktop.trouble.TroubleView;
import nearside.desktop.words.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An answer: plain text on the page beside the stripe that says where it was written.
final class AnswerView extends VBox {
    private final Answer answer;
    private final Words words;
    private final AnswerActions actions;
    private final VBox parts = new VBox();
    private final List<PartView> texts = new ArrayList<>();
    private final List<StripedRow> rows = new ArrayList<>();
    private final StripedRow foot;
    private final VBox trouble = new VBox();
    private final Label why;
    private final AnswerFooter footer;
    private String wanted = "";

    AnswerView(Answer answer, Words words, AnswerActions actions) {
        this.answer = answer;
        this.words = words;
        this.actions = actions;
        getStyleClass().add("answer");
        answer.pin().subscribe(this::name);
        why = line("why-text", "why", answer.why());
        show(why, false);
        footer =
                new AnswerFooter(
                        answer,
                        words,
                        actions,
                        () -> show(why, !why.isVisible()),
                        () -> rewrite(actions.shaping()));
        VBox below = new VBox(trouble, footer, why);
        below.getStyleClass().add("answer-body");
        foot = new StripedRow(below);
        Label borrowed = shownWithText(line("borrowed-line", "ladder-line", answer.borrowed()));
        borrowed.setMaxWidth(Double.MAX_VALUE);
        VBox.setMargin(borrowed, new Insets(0, 0, 12, 0));
        getChildren()
                .addAll(
                        borrowed,
                        shownWithText(line("notice", "given-up", answer.notice())),
                        settling(actions),
                        parts);
        getChildren().addAll(FilesBox.of(answer.files(), actions.files(), words));
        getChildren().add(foot);
        answer.parts().addListener((ListChangeListener<Part>) _ -> fill());
        fill();
        answer.progress().subscribe(this::explain);
        answer.progress().subscribe(_ -> mark());
        answer.why().subscribe(_ -> mark());
    }

    /// What the person can do about what was given up.
    private HBox settling(AnswerActions actions) {
        Button undo = link("rung-undo", "rung.undo", () -> actions.settle().accept(Say.UNDO));
        Button keep = link("rung-keep", "rung.keep", () -> actions.settle().accept(Say.KEEP));
        HBox links = new HBox(undo, keep);
        links.getStyleClass().addAll("footer", "settling");
        answer.rung()
                .subscribe(rung -> {
                    show(links, rung.isPresent());
                    show(keep, rung.filter(Rung::canBeKept).isPresent());
                });
        return links;
    }

    private Button link(String id, String key, Runnable action) {
        Button link = new Panel(words).button(new Button(), id, key, action);
        link.getStyleClass().add("link");
        return link;
    }

    private static Label line(String id, String style, ObservableValue<String> text) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        label.textProperty().bind(text);
        return label;
    }

    private static Label shownWithText(Label label) {
        label.textProperty().subscribe(text -> show(label, !text.isEmpty()));
        return label;
    }

    /// Always has it read from now on, or no longer.
    void pin() {
        footer.pin();
    }

    private void name(Row.Pin pin) {
        setAccessibleText(
                switch (pin) {
                    case LOOSE -> words.of("chat.answer");
                    case PINNED -> words.of("chat.answer.pinned");
                });
    }

    void find(String found) {
        wanted = found;
        texts.forEach(text -> text.find(wanted));
    }

    private void fill() {
        parts.getChildren().clear();
        texts.clear();
        rows.clear();
        for (Part part : answer.parts()) {
            PartView view = new PartView(part, words, actions.links());
            view.tellWriter(answer.parts().size() > 1);
            StripedRow row = new StripedRow(view);
            rows.add(row);
            parts.getChildren().add(row);
            texts.add(view);
        }
        find(wanted);
        mark();
    }

    /// Its words become a field to write in, until they are taken or left.
    private void rewrite(Shaping shaping) {
        EditBox box =
                new EditBox(
                        answer.text().get(),
                        "chat.edit.keep",
                        shaping.may(),
                        words,
                        text -> {
                            leave(shaping);
                            shaping.rewrite(answer, text);
                        },
                        () -> leave(shaping));
        rows.clear();
        texts.clear();
        parts.getChildren().setAll(box);
        box.begin();
    }

    private void leave(Shaping shaping) {
        fill();
        shaping.left();
    }

    private void mark() {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).mark(answer.parts().get(i).writer(), answer);
        }
        foot.mark(answer.parts().getLast().writer(), answer);
    }

    private void explain(Progress progress) {
        Optional<Trouble> found =
                progress instanceof Progress.Over over ? over.trouble() : Optional.empty();
        trouble.getChildren().clear();
        found.ifPresent(said -> trouble.getChildren().add(new TroubleView(said, words)));
        show(trouble, found.isPresent());
    }

    private static void show(Region region, boolean shown) {
        region.setVisible(shown);
        region.setManaged(shown);
    }
}
