package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.stream.Stream;

/// What is put into the real window without a name or a role is found there.
final class ReachedFxTest extends WindowFx {
    private static Node iconButton() {
        return new Button("", new FontIcon(Feather.TRASH));
    }

    private static Node fieldWithAPrompt() {
        TextField field = new TextField("typed");
        field.setPromptText("Passphrase");
        return field;
    }

    private static Node bareRegion() {
        Region region = new Region();
        region.setFocusTraversable(true);
        region.setAccessibleText("A name");
        return region;
    }

    record Flawed(String flaw, Node node) {}

    private static Stream<Flawed> flawed() {
        return onFx(() ->
                Stream.of(
                        new Flawed("no name", iconButton()),
                        new Flawed("no name", fieldWithAPrompt()),
                        new Flawed("no role", bareRegion())));
    }

    @ParameterizedTest
    @MethodSource("flawed")
    void whatIsPutIntoTheBarOnTopWithAFlawIsFound(Flawed flawed) {
        List<String> before = onFx(() -> Reached.inAllWindows().flaws());
        onFx(() -> robot.lookup("#top-bar").queryAs(HBox.class).getChildren().add(flawed.node()));
        List<String> after = onFx(() -> Reached.inAllWindows().flaws());
        assertEquals(List.of(), before);
        assertEquals(1, after.size(), after.toString());
        assertTrue(after.getFirst().startsWith(flawed.flaw()), after.getFirst());
    }

    @Test
    void whatIsNotSeenIsNotReached() {
        Parent hidden = onFx(() -> new HBox(iconButton()));
        onFx(() -> {
            hidden.setVisible(false);
            return true;
        });
        assertEquals(0, onFx(() -> Reached.in(hidden).nodes().size()));
    }

    @Test
    void aFieldIsNamedByItsLabel() {
        assertEquals(
                "Passphrase",
                onFx(() -> {
                    Label label = new Label("Passphrase");
                    TextField field = new TextField();
                    label.setLabelFor(field);
                    return Reached.name(field);
                }));
    }
}
