package nearside.desktop.window;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

import nearside.desktop.tray.TrayPicture;

import java.util.Arrays;
import java.util.List;

/// The pictures of the program as a tray takes them.
final class TrayPictures {
    private static final int LARGEST = 64;

    private TrayPictures() {}

    static List<TrayPicture> of(List<Image> icons) {
        return icons.stream()
                .filter(icon -> icon.getWidth() <= LARGEST && icon.getWidth() > 0)
                .map(TrayPictures::picture)
                .toList();
    }

    private static TrayPicture picture(Image icon) {
        int width = (int) icon.getWidth();
        int height = (int) icon.getHeight();
        int[] points = new int[width * height];
        icon.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), points, 0, width);
        return new TrayPicture(width, height, Arrays.stream(points).boxed().toList());
    }
}
