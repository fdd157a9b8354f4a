package nearside.desktop.window;

import javafx.geometry.NodeOrientation;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/// The mark of the program: the moon seen from here, its near side lit.
final class Mark extends StackPane {
    Mark() {
        getStyleClass().add("mark-moon");
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        Region disc = new Region();
        disc.getStyleClass().add("mark-disc");
        SVGPath lit = new SVGPath();
        lit.setContent("M11 0 A11 11 0 0 0 11 22 A15 15 0 0 0 11 0 Z");
        lit.getStyleClass().add("mark-lit");
        StackPane.setAlignment(lit, javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(disc, lit);
    }
}
