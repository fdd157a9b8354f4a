package nearside.desktop.attach;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// A picture, small enough for a conversation: of a large one, every n-th pixel is read. Nothing is
/// written to the disk for it, and of one that moves the first picture is taken.
final class Picture {
    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp");
    private static final int SIDE = 640;
    private static final long MOST_PIXELS = 200_000_000;

    private Picture() {}

    /// Whether the name says so.
    static boolean isNamed(Attached file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    /// Empty for what is no picture, or too large a one. Slow: not for the UI thread.
    static Optional<Image> of(byte[] bytes) {
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext() ? read(readers.next(), in) : Optional.empty();
        } catch (IOException | RuntimeException broken) {
            // Readers of damaged pictures throw whatever they come upon.
            return Optional.empty();
        }
    }

    private static Optional<Image> read(ImageReader reader, ImageInputStream in)
            throws IOException {
        try {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                return Optional.empty();
            }
            ImageReadParam sparse = reader.getDefaultReadParam();
            int step = Math.max(1, Math.ceilDiv(Math.max(width, height), SIDE));
            sparse.setSourceSubsampling(step, step, 0, 0);
            return Optional.of(shown(reader.read(0, sparse)));
        } finally {
            reader.dispose();
        }
    }

    private static Image shown(BufferedImage read) {
        int width = read.getWidth();
        int height = read.getHeight();
        int[] pixels = read.getRGB(0, 0, width, height, null, 0, width);
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter()
                .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }
}
