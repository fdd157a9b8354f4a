package nearside.desktop.chat;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;
import nearside.storage.MessageId;

import java.util.Optional;
import java.util.function.Consumer;

/// Says which of several ways is shown, and goes to the others. Hidden where there is one.
final class BranchBar extends HBox {
    private final Row row;
    private final Label place = new Label();
    private final Button before;
    private final Button after;

    /// @param show told of the message that is to be shown instead
    BranchBar(Row row, Shaping shaping, Consumer<MessageId> show, Words words) {
        this.row = row;
        getStyleClass().add("branch");
        setAlignment(Pos.CENTER_LEFT);
        place.setId("branch-place");
        place.getStyleClass().add("second");
        place.setMinWidth(USE_PREF_SIZE);
        before = button("branch-before", "branch.before", words, () -> go(show, true));
        before.setText("‹");
        after = button("branch-after", "branch.after", words, () -> go(show, false));
        after.setText("›");
        getChildren().addAll(before, place, after);
        row.branch().subscribe(branch -> tell(branch, words));
        shaping.mayWhileShown(this).subscribe(may -> setDisable(!may));
    }

    private static Button button(String id, String key, Words words, Runnable action) {
        Button button = new Panel(words).button(new Button(), id, key, action);
        button.getStyleClass().add("link");
        return button;
    }

    private void go(Consumer<MessageId> show, boolean back) {
        Branch branch = row.branch().get();
        Optional<MessageId> to = back ? branch.before() : branch.after();
        to.ifPresent(show);
    }

    private void tell(Branch branch, Words words) {
        setVisible(branch.isFork());
        setManaged(branch.isFork());
        place.setText((branch.at() + 1) + " / " + branch.all().size());
        place.setAccessibleText(words.of("branch.place", branch.at() + 1, branch.all().size()));
        before.setDisable(branch.before().isEmpty());
        after.setDisable(branch.after().isEmpty());
    }
}
