package nearside.packaging.icons;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.imageio.ImageIO;

/// The bytes of an icon file. Windows and macOS both take PNG pictures inside a container.
public final class IconFile {
    private static final int[] WINDOWS = {16, 24, 32, 48, 64, 128, 256};

    /// The types that Apple gives to PNG pictures of each size.
    private static final Map<String, Integer> MACOS =
            new TreeMap<>(
                    Map.of(
                            "icp4", 16, "icp5", 32, "ic11", 32, "ic12", 64, "ic07", 128, "ic08",
                            256, "ic09", 512, "ic10", 1024));

    private IconFile() {}

    /// One picture.
    public static byte[] png(BufferedImage image) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// A Windows icon: a head of 6 bytes, 16 bytes for each picture (size, planes, bits, length,
    /// place), then the pictures.
    public static byte[] ico(Drawing drawing) {
        List<byte[]> pictures = new ArrayList<>();
        for (int size : WINDOWS) {
            pictures.add(png(drawing.at(size)));
        }
        int place = 6 + 16 * WINDOWS.length;
        int length = place + pictures.stream().mapToInt(picture -> picture.length).sum();
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS.length);
        for (int i = 0; i < WINDOWS.length; i++) {
            byte side = (byte) (WINDOWS[i] % 256); // 256 is written as 0
            file.put(side).put(side).putShort((short) 0);
            file.putShort((short) 1).putShort((short) 32);
            file.putInt(pictures.get(i).length).putInt(place);
            place += pictures.get(i).length;
        }
        pictures.forEach(file::put);
        return file.array();
    }

    /// A macOS icon: `icns` and the file's length, then each picture after its type and length.
    public static byte[] icns(Drawing drawing) {
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        MACOS.forEach((type, size) -> append(pictures, type, png(drawing.at(size))));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        append(file, "icns", pictures.toByteArray());
        return file.toByteArray();
    }

    private static void append(ByteArrayOutputStream out, String type, byte[] content) {
        out.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(ByteBuffer.allocate(4).putInt(8 + content.length).array());
        out.writeBytes(content);
    }
}
