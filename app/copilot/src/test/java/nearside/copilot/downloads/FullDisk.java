package nearside.copilot.downloads;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A disk of its own that somebody else fills up, where this machine lets us mount one: root on
/// Linux.
record FullDisk(Path folder) implements AutoCloseable {
    /// The model, what stays free beside it, and a little.
    private static final String SIZE = "size=96m";

    private static final int PIECE = 1 << 16;

    static boolean canBe() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("nearside-disk-");
        boolean mounted = Files.isExecutable(Path.of("/bin/mount")) && mount(folder);
        if (mounted) {
            new FullDisk(folder).close();
        } else {
            Files.delete(folder);
        }
        return mounted;
    }

    static FullDisk of(Path folder) throws IOException, InterruptedException {
        if (!mount(folder)) {
            throw new IOException("no disk at " + folder);
        }
        return new FullDisk(folder);
    }

    private static boolean mount(Path folder) throws IOException, InterruptedException {
        return run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString());
    }

    /// Writes until nothing more fits.
    void fill() {
        byte[] piece = new byte[PIECE];
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException full) {
            // that is what it is for
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() throws IOException {
        try {
            if (!run("umount", folder.toString())) {
                throw new IOException("still mounted: " + folder);
            }
        } catch (InterruptedException left) {
            Thread.currentThread().interrupt();
        }
        Files.delete(folder);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
