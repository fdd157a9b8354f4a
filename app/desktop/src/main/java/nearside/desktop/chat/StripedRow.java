package nearside.desktop.chat;

import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import nearside.desktop.chat.Part.Writer;

/// Something beside the stripe that says where it was written.
final class StripedRow extends HBox {
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final PseudoClass BORROWED = PseudoClass.getPseudoClass("borrowed");

    private final Region stripe = new Region();

    StripedRow(Region content) {
        getStyleClass().add("striped");
        stripe.getStyleClass().add("stripe");
        HBox.setHgrow(content, Priority.ALWAYS);
        getChildren().addAll(stripe, content);
    }

    void mark(Writer writer, Answer answer) {
        stripe.pseudoClassStateChanged(BORROWED, writer instanceof Writer.Far);
        stripe.pseudoClassStateChanged(
                UNKNOWN,
                writer instanceof Writer.Person
                        || (writer instanceof Writer.Here && !answer.tellsWhere()));
    }
}
