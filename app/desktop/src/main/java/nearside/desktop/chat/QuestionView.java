package nearside.desktop.chat;

import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import nearside.desktop.words.Words;

/// A person's own message: a soft bubble on the right, with a line below while it waits.
final class QuestionView extends VBox {
    QuestionView(Question question, Words words, Runnable cancel) {
        getStyleClass().add("question");
        setAccessibleText(words.of("chat.question"));
        Bubble bubble = new Bubble(new SelectableText(new SimpleStringProperty(question.text())));
        getChildren().addAll(bubble, waiting(question, words, cancel));
    }

    private static HBox waiting(Question question, Words words, Runnable cancel) {
        Label state = new Label();
        state.setId("question-state");
        state.getStyleClass().add("second");
        Button take = new Button(words.of("chat.cancel"));
        take.setId("cancel-question");
        take.setAccessibleText(words.of("chat.cancel.name"));
        take.getStyleClass().add("link");
        take.setOnAction(_ -> cancel.run());
        HBox line = new HBox(state, take);
        line.getStyleClass().add("question-foot");
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
            case SENDING, SAVED -> "";
        };
    }
}
