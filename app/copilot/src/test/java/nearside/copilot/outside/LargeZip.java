package nearside.copilot.outside;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A zip archive of a model and, behind it, of many zeros in a file that may lie beside one.
///
/// @param zeros how many
/// @param level of compression
public record LargeZip(Path model, long zeros, int level) {
    private static final byte[] PIECE = new byte[1 << 20];

    public static LargeZip of(Path model, long zeros) {
        return new LargeZip(model, zeros, Deflater.BEST_SPEED);
    }

    public Path to(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(level);
            try (var files = Files.list(model)) {
                for (Path each : files.sorted().toList()) {
                    zip.putNextEntry(new ZipEntry(String.valueOf(each.getFileName())));
                    Files.copy(each, zip);
                }
            }
            zip.putNextEntry(new ZipEntry("zeros.data"));
            for (long left = zeros; left > 0; left -= PIECE.length) {
                zip.write(PIECE, 0, (int) Math.min(left, PIECE.length));
            }
        }
        return file;
    }
}
