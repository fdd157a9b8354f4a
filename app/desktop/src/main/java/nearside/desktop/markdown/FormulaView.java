package nearside.desktop.markdown;

import javafx.application.Platform;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Screen;
import javafx.stage.Window;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A formula: its source until it is drawn, and for good where it cannot be.
final class FormulaView extends Region {
    /// The first formula takes a third of a second: fonts are read.
    private static final ExecutorService DRAWING =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("formulas").factory());

    /// Letters of formulas are smaller than those of text in the same size.
    private static final double LARGER = 1.3;

    private final String tex;
    private final Tex.Display display;
    private final Runnable onDrawn;
    private final Text source;
    private final ImageView image = new ImageView();
    private double scale = 1;
    private double depth;
    private Optional<Wish> wished = Optional.empty();

    /// All that decides how it looks.
    private record Wish(double size, int argb) {}

    /// @param onDrawn told when it has another size than its source
    FormulaView(Run run, Tex.Display display, Runnable onDrawn) {
        this.onDrawn = onDrawn;
        this.tex = run.tex().orElseThrow();
        this.display = display;
        source = new Text(run.text());
        source.getStyleClass().addAll("content", "md-code");
        source.setTextOrigin(VPos.TOP);
        setAccessibleText(run.text());
        getStyleClass().add("md-formula");
        image.setManaged(false);
        image.setVisible(false);
        getChildren().addAll(source, image);
        source.fillProperty().subscribe(_ -> draw());
        source.fontProperty().subscribe(_ -> draw());
        sceneProperty().subscribe(_ -> draw());
    }

    /// Once more where letters look otherwise now.
    private void draw() {
        if (getScene() == null || !(source.getFill() instanceof Color colour)) {
            return;
        }
        scale =
                Optional.ofNullable(getScene().getWindow())
                        .map(Window::getOutputScaleX)
                        .orElseGet(() -> Screen.getPrimary().getOutputScaleX());
        Wish wish = new Wish(source.getFont().getSize() * LARGER * scale, argb(colour));
        if (!wished.equals(Optional.of(wish))) {
            wished = Optional.of(wish);
            DRAWING.execute(() ->
                    Tex.draw(tex, display, wish.size(), wish.argb())
                            .ifPresent(drawn -> Platform.runLater(() -> show(wish, drawn))));
        }
    }

    private static int argb(Color colour) {
        return (int) Math.round(colour.getOpacity() * 255) << 24
                | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }

    private void show(Wish wish, Tex.Drawn drawn) {
        if (wished.equals(Optional.of(wish))) {
            WritableImage pixels = new WritableImage(drawn.width(), drawn.height());
            pixels.getPixelWriter()
                    .setPixels(
                            0,
                            0,
                            drawn.width(),
                            drawn.height(),
                            PixelFormat.getIntArgbInstance(),
                            drawn.pixels(),
                            drawn.width());
            image.setImage(pixels);
            image.setFitWidth(drawn.width() / scale);
            image.setFitHeight(drawn.height() / scale);
            depth = drawn.depth() / scale;
            image.setVisible(true);
            source.setVisible(false);
            requestLayout();
            onDrawn.run();
        }
    }

    private Node shown() {
        return image.isVisible() ? image : source;
    }

    @Override
    public double getBaselineOffset() {
        return image.isVisible() ? image.getFitHeight() - depth : source.getBaselineOffset();
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(shown().getLayoutBounds().getWidth());
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(shown().getLayoutBounds().getHeight());
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        shown().relocate(0, 0);
    }
}
