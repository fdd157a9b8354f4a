package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.Rectangle2D;

import nearside.storage.Settings.Place;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

final class PlacingTest {
    private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1_920, 1_080);
    private static final Rectangle2D RIGHT = new Rectangle2D(1_920, 0, 1_280, 1_024);

    private static Place at(double x, double y) {
        return new Place(x, y, 1_000, 700, Place.Maximized.NO);
    }

    private static Optional<Place> placed(Place place, Rectangle2D... screens) {
        return new Placing(List.of(screens)).of(Optional.of(place));
    }

    @Test
    void screensAreCalledByTheirSizeAndPlaceInAnyOrder() {
        Rectangle2D left = new Rectangle2D(0, 0, 1920, 1080);
        Rectangle2D right = new Rectangle2D(1920, 0, 2560, 1440);
        assertEquals("1920x1080@0,0 2560x1440@1920,0", new Placing(List.of(left, right)).name());
        assertEquals(
                new Placing(List.of(left, right)).name(), new Placing(List.of(right, left)).name());
    }

    @Test
    void aWindowOpensWhereItStood() {
        assertEquals(Optional.of(at(100, 80)), placed(at(100, 80), SCREEN));
        assertEquals(Optional.of(at(2_000, 80)), placed(at(2_000, 80), SCREEN, RIGHT));
    }

    @Test
    void aPlaceOnAScreenThatIsGoneIsForgotten() {
        assertEquals(Optional.empty(), placed(at(2_000, 80), SCREEN));
    }

    @Test
    void aTitleBarOutOfReachIsForgotten() {
        assertEquals(Optional.empty(), placed(at(100, -300), SCREEN));
        assertEquals(Optional.empty(), placed(at(100, 1_060), SCREEN));
        assertEquals(Optional.empty(), placed(at(-950, 100), SCREEN));
    }

    @Test
    void aSliverIsMadeLargeEnough() {
        Place sliver = new Place(10, 10, 150, 30, Place.Maximized.YES);
        assertEquals(
                Optional.of(
                        new Place(
                                10,
                                10,
                                Placing.LEAST_WIDTH,
                                Placing.LEAST_HEIGHT,
                                Place.Maximized.YES)),
                placed(sliver, SCREEN));
    }

    @Test
    void withoutAPlaceTheUsualOneIsTaken() {
        assertEquals(Optional.empty(), new Placing(List.of(SCREEN)).of(Optional.empty()));
    }
}
