package nearside.desktop.borrow;

import javafx.scene.layout.VBox;

import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

/// Shows the far models and who is asked; in their place the fields of one while it is set up.
public final class BorrowView extends VBox {
    public BorrowView(BorrowViewModel borrow, Words words) {
        setId("borrow");
        getStyleClass().add("protection");
        FarListView list = new FarListView(borrow, words);
        ConsentView consent = new ConsentView(borrow.consent(), words);
        consent.setDisable(borrow.shutByPolicy().isPresent());
        FarFormView form = new FarFormView(borrow, words);
        getChildren().addAll(list, consent, form);
        borrow.form()
                .open()
                .subscribe(open -> {
                    Panel.show(list, !open);
                    Panel.show(consent, !open);
                    Panel.show(form, open);
                });
    }
}
