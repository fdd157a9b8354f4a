package nearside.desktop.tray;

import java.util.List;

/// A picture of so many points.
///
/// @param points row by row, each `0xAARRGGBB`
public record TrayPicture(int width, int height, List<Integer> points) {
    public TrayPicture {
        points = List.copyOf(points);
        if (points.size() != width * height) {
            throw new IllegalArgumentException(
                    "expected " + width + " x " + height + " points, found " + points.size());
        }
    }
}
