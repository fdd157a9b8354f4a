package nearside.desktop.window;

import javafx.geometry.Rectangle2D;

import nearside.storage.Settings.Place;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Decides where a window opens: where it stood, if enough of that is on a screen that is there.
record Placing(List<Rectangle2D> screens) {
    static final double LEAST_WIDTH = 460;
    static final double LEAST_HEIGHT = 420;
    private static final double VISIBLE = 120;

    /// The place to open at; empty means centred with the usual size.
    Optional<Place> of(Optional<Place> stored) {
        return stored.filter(this::visible).map(Placing::sane);
    }

    /// What these screens are called: how large they are and where they stand.
    String name() {
        return screens.stream().map(Placing::name).sorted().collect(Collectors.joining(" "));
    }

    private static String name(Rectangle2D screen) {
        return Math.round(screen.getWidth())
                + "x"
                + Math.round(screen.getHeight())
                + "@"
                + Math.round(screen.getMinX())
                + ","
                + Math.round(screen.getMinY());
    }

    private boolean visible(Place place) {
        return screens.stream()
                .anyMatch(screen ->
                        overlap(place.x(), place.width(), screen.getMinX(), screen.getMaxX())
                                        >= VISIBLE
                                && place.y() >= screen.getMinY() - 1
                                && place.y() <= screen.getMaxY() - VISIBLE);
    }

    private static double overlap(double start, double length, double from, double to) {
        return Math.min(start + length, to) - Math.max(start, from);
    }

    private static Place sane(Place place) {
        return new Place(
                place.x(),
                place.y(),
                Math.max(LEAST_WIDTH, place.width()),
                Math.max(LEAST_HEIGHT, place.height()),
                place.maximized());
    }
}
