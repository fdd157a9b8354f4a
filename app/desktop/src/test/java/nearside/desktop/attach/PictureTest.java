package nearside.desktop.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.image.Image;

import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

import javax.imageio.ImageIO;

class PictureTest {
    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        assertTrue(ImageIO.write(image, "png", bytes));
        return bytes.toByteArray();
    }

    @Test
    void aSmallOneIsReadAsItIsAndALargeOneSparsely() throws IOException {
        Image small = Picture.of(png(40, 30)).orElseThrow();
        assertEquals(40, small.getWidth());
        assertEquals(30, small.getHeight());
        Image large = Picture.of(png(6_400, 3_200)).orElseThrow();
        assertEquals(640, large.getWidth());
        assertEquals(320, large.getHeight());
    }

    @Test
    void oneThatWouldFillTheMemoryIsNotRead() throws IOException {
        assertEquals(Optional.empty(), Picture.of(png(20_000, 10_001)));
    }

    @Test
    void whatIsDamagedIsNotShown() throws IOException {
        byte[] whole = png(40, 30);
        assertEquals(Optional.empty(), Picture.of(Arrays.copyOf(whole, 30)));
        assertEquals(Optional.empty(), Picture.of(new byte[] {1, 2, 3}));
        assertEquals(Optional.empty(), Picture.of(new byte[0]));
    }

    @Test
    void theNameSaysWhetherItIsOne() {
        assertTrue(Picture.isNamed(named("Moon.PNG")));
        assertFalse(Picture.isNamed(named("moon.txt")));
    }

    private static Attached named(String name) {
        return new Attached(Optional.empty(), name, 1, Optional.empty());
    }
}
