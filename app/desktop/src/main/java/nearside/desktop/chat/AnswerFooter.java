package nearside.desktop.chat;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

import nearside.desktop.chat.Part.Writer;
import nearside.desktop.clipboard.Copying;
import nearside.desktop.words.Words;

import java.util.List;
import java.util.stream.Collectors;

/// The line below an answer: where it was written, how fast, how it ended, and what can be done
/// with it.
final class AnswerFooter extends HBox {
    private static final PseudoClass BORROWED = PseudoClass.getPseudoClass("borrowed");
    private static final Duration COPIED_SHOWN = Duration.millis(1_600);

    private final Words words;
    private final FooterText footerText;
    private final Label here = new Label();
    private final Label facts = new Label();
    private final Button why;
    private final Button copy;
    private final Button goOn;
    private final Button stop;
    private final Button again;
    private final Button edit;
    private final MoreMenu more;
    private final Answer answer;
    private final AnswerActions actions;

    /// @param rewrite opens the answer to be written anew
    AnswerFooter(
            Answer answer,
            Words words,
            AnswerActions actions,
            Runnable toggleWhy,
            Runnable rewrite) {
        this.words = words;
        this.answer = answer;
        this.actions = actions;
        footerText = new FooterText(words);
        getStyleClass().add("footer");
        setAlignment(Pos.CENTER_LEFT);
        here.setId("here");
        here.getStyleClass().add("here");
        here.setMinWidth(USE_PREF_SIZE);
        facts.setId("facts");
        facts.getStyleClass().add("second");
        why = link("why", words.of("chat.why"), words.of("chat.why.name"), toggleWhy);
        why.getStyleClass().add("why-link");
        copy = link("copy", words.of("chat.copy"), words.of("chat.copy.name"), this::copy);
        goOn =
                link(
                        "continue",
                        words.of("chat.continue"),
                        words.of("chat.continue.name"),
                        actions.goOn());
        stop = link("stop", words.of("chat.stop"), words.of("chat.stop.name"), actions.stop());
        again =
                link(
                        "again",
                        words.of("chat.another"),
                        words.of("chat.another.name"),
                        () -> actions.shaping().again(answer));
        edit = link("rewrite", words.of("chat.edit"), words.of("chat.rewrite.name"), rewrite);
        BranchBar branch = new BranchBar(answer, actions.shaping(), actions.shaping()::show, words);
        more = new MoreMenu(answer, actions.shaping(), words);
        TwoSides sides =
                new TwoSides(
                        side(
                                Pos.CENTER_LEFT,
                                here,
                                facts,
                                why,
                                branch,
                                new PinMark(answer, words),
                                new UnseenMark(answer, words)),
                        side(Pos.CENTER_RIGHT, goOn, again, edit, copy, more, stop));
        HBox.setHgrow(sides, Priority.ALWAYS);
        getChildren().add(sides);
        answer.progress().subscribe(this::show);
        actions.mayGoOn().subscribe(_ -> show(answer.progress().get()));
        actions.shaping().mayWhileShown(this).subscribe(_ -> show(answer.progress().get()));
        answer.why().subscribe(_ -> show(answer.progress().get()));
    }

    /// Always has the answer read from now on, or no longer.
    void pin() {
        more.pin();
    }

    private static HBox side(Pos alignment, Node... nodes) {
        HBox side = new HBox(nodes);
        side.setAlignment(alignment);
        side.getStyleClass().add("footer");
        return side;
    }

    private void show(Progress progress) {
        boolean mayShape =
                progress.over()
                        && answer.id().isPresent()
                        && !answer.text().get().isEmpty()
                        && actions.shaping().may().getValue();
        show(again, mayShape);
        show(edit, mayShape);
        show(more, mayShape);
        show(here, answer.tellsWhere() || isRewritten());
        tellWriters();
        facts.setText(footerText.of(progress));
        goOn.setText(footerText.goOn(progress));
        show(why, progress.over() && !answer.why().get().isEmpty());
        show(copy, progress.over() && !answer.text().get().isEmpty());
        show(goOn, answer.canContinue() && actions.mayGoOn().getValue());
        show(stop, !progress.over());
    }

    private void tellWriters() {
        List<Writer> writers = answer.parts().stream().map(Part::writer).distinct().toList();
        String far =
                writers.stream()
                        .filter(Writer.Far.class::isInstance)
                        .map(writer -> ((Writer.Far) writer).name())
                        .collect(Collectors.joining(", "));
        boolean borrowed = writers.stream().anyMatch(Writer.Far.class::isInstance);
        here.pseudoClassStateChanged(BORROWED, borrowed);
        here.setText(where(writers, far));
    }

    private String where(List<Writer> writers, String far) {
        if (isRewritten()) {
            return words.of("chat.rewritten");
        }
        if (writers.stream().noneMatch(Writer.Far.class::isInstance)) {
            return words.of("chat.here");
        }
        return far.isEmpty()
                ? words.of("chat.borrowed.unknown")
                : words.of(
                        writers.size() > 1 && writers.contains(new Writer.Here())
                                ? "chat.mixed"
                                : "chat.borrowed",
                        far);
    }

    private boolean isRewritten() {
        return answer.parts().getLast().writer() instanceof Writer.Person;
    }

    private void copy() {
        Copying.text(answer.text().get());
        copy.setText(words.of("chat.copied"));
        PauseTransition pause = new PauseTransition(COPIED_SHOWN);
        pause.setOnFinished(_ -> copy.setText(words.of("chat.copy")));
        pause.play();
    }

    private static Button link(String id, String label, String name, Runnable action) {
        Button button = new Button(label);
        button.setId(id);
        button.setAccessibleText(name);
        button.getStyleClass().add("link");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static void show(Control control, boolean shown) {
        control.setVisible(shown);
        control.setManaged(shown);
    }
}
