package nearside.desktop.trouble;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import nearside.desktop.clipboard.Copying;
import nearside.desktop.words.Words;

/// A trouble on the page: what happened, what it means, what to do next, and the details to copy.
public final class TroubleView extends VBox {
    public TroubleView(Trouble trouble, Words words) {
        getStyleClass().add("trouble");
        setId("trouble");
        setAccessibleText(trouble.title());
        getChildren()
                .addAll(
                        line(trouble.title(), "trouble-title"),
                        line(trouble.meaning(), "trouble-text"));
        trouble.next().forEach(step -> getChildren().add(step(step)));
        Button copy = new Button(words.of("trouble.copy"));
        copy.setId("copy-details");
        copy.setAccessibleText(words.of("trouble.copy.name"));
        copy.getStyleClass().add("link");
        copy.setOnAction(_ -> copy(trouble));
        getChildren().add(copy);
    }

    private static HBox step(String text) {
        Label bullet = new Label("•");
        bullet.getStyleClass().add("second");
        HBox step = new HBox(bullet, line(text, "trouble-text"));
        step.getStyleClass().add("trouble-step");
        return step;
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static void copy(Trouble trouble) {
        Copying.text(trouble.title() + "\n" + trouble.details());
    }
}
