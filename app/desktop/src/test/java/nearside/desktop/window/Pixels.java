package nearside.desktop.window;

import java.awt.image.BufferedImage;

/// How far two pictures are from each other.
final class Pixels {
    /// Of a channel: edges of letters differ by less from one machine to another.
    private static final int SEEN = 48;

    private Pixels() {}

    /// The share of pixels that a person would see to be different; 1 for other sizes.
    static double different(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return 1;
        }
        long seen = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                seen += isSeen(one.getRGB(x, y), other.getRGB(x, y)) ? 1 : 0;
            }
        }
        return seen / ((double) one.getWidth() * one.getHeight());
    }

    private static boolean isSeen(int one, int other) {
        return isFar(one >> 16, other >> 16) || isFar(one >> 8, other >> 8) || isFar(one, other);
    }

    private static boolean isFar(int one, int other) {
        return Math.abs((one & 0xFF) - (other & 0xFF)) > SEEN;
    }
}
