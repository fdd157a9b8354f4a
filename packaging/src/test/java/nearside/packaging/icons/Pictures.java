package nearside.packaging.icons;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

/// The pictures inside an icon file, as pixels: packing may differ between JDKs, pixels may not.
record Pictures(List<Picture> all) {

    record Picture(int size, List<Integer> pixels) {}

    /// Finds every PNG in the bytes of a PNG, ICO or ICNS file.
    static Pictures in(byte[] file) throws IOException {
        String bytes = new String(file, StandardCharsets.ISO_8859_1);
        List<Picture> found = new ArrayList<>();
        int start = bytes.indexOf("\u0089PNG");
        while (start >= 0) {
            int end = bytes.indexOf("IEND", start) + 8;
            var png = new ByteArrayInputStream(file, start, end - start);
            found.add(pixels(ImageIO.read(png)));
            start = bytes.indexOf("\u0089PNG", end);
        }
        return new Pictures(found);
    }

    private static Picture pixels(BufferedImage image) {
        int size = image.getWidth();
        List<Integer> pixels = new ArrayList<>();
        for (int argb : image.getRGB(0, 0, size, size, null, 0, size)) {
            pixels.add(argb);
        }
        return new Picture(size, pixels);
    }
}
