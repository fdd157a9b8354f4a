package nearside.desktop.borrow;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

import nearside.copilot.borrow.Lender;

import org.jspecify.annotations.Nullable;

/// A far model in the list.
final class FarCell extends ListCell<Lender> {
    private final BorrowText text;
    private final Label name = new Label();
    private final Label facts = new Label();
    private final Label price = new Label();
    private final VBox line = new VBox(name, facts, price);

    FarCell(BorrowText text) {
        this.text = text;
        line.getStyleClass().add("far-line");
        name.getStyleClass().add("far-name");
        facts.getStyleClass().add("second");
        price.getStyleClass().add("second");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Lender lender, boolean empty) {
        super.updateItem(lender, empty);
        if (lender == null || empty) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        name.setText(lender.model().name());
        facts.setText(text.of(lender));
        price.setText(text.price(lender));
        setGraphic(line);
        setAccessibleText(String.join(", ", name.getText(), facts.getText(), price.getText()));
    }
}
