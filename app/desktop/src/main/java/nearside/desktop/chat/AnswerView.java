package nearside.desktop.chat;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import nearside.desktop.trouble.Trouble;
import nearside.desktop.trouble.TroubleView;
import nearside.desktop.words.Words;

import java.util.Optional;

/// An answer: plain text on the page beside the stripe that says where it was written.
final class AnswerView extends HBox {
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    private final Words words;
    private final SelectableText text;
    private final VBox trouble = new VBox();
    private final Label why = new Label();

    AnswerView(Answer answer, Words words, AnswerActions actions) {
        this.words = words;
        getStyleClass().add("answer");
        setAccessibleText(words.of("chat.answer"));
        Region stripe = new Region();
        stripe.getStyleClass().add("stripe");
        text = new SelectableText(answer.text());
        text.setId("answer-text");
        why.setId("why-text");
        why.setWrapText(true);
        why.getStyleClass().add("why");
        why.textProperty().bind(answer.why());
        show(why, false);
        Label notice = new Label();
        notice.setId("notice");
        notice.setWrapText(true);
        notice.getStyleClass().add("given-up");
        notice.textProperty().bind(answer.notice());
        answer.notice().subscribe(line -> show(notice, !line.isEmpty()));
        AnswerFooter footer =
                new AnswerFooter(answer, words, actions, () -> show(why, !why.isVisible()));
        VBox body = new VBox(notice, text, trouble, footer, why);
        body.getStyleClass().add("answer-body");
        HBox.setHgrow(body, Priority.ALWAYS);
        getChildren().addAll(stripe, body);
        answer.text().subscribe(content -> show(text, !content.isEmpty()));
        answer.progress().subscribe(this::explain);
        answer.progress().subscribe(_ -> mark(stripe, answer));
        answer.why().subscribe(_ -> mark(stripe, answer));
    }

    private static void mark(Region stripe, Answer answer) {
        stripe.pseudoClassStateChanged(UNKNOWN, !answer.tellsWhere());
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
