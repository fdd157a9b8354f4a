package nearside.storage.campaign;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A disk of so many bytes, where this machine lets us mount one.
record SmallDisk(Path folder) implements AutoCloseable {
    private static final int BLOCK = 4_096;

    /// Whether one can be made here: only root on Linux may.
    static boolean canBe() throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of("/bin/mount"))) {
            return false;
        }
        Path folder = Files.createTempDirectory("nearside-disk-");
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", "" + folder);
        if (mounted) {
            run("umount", folder.toString());
        }
        Files.delete(folder);
        return mounted;
    }

    static SmallDisk of(long bytes) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("nearside-disk-");
        if (!run("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", folder.toString())) {
            throw new IOException("no disk of " + bytes);
        }
        return new SmallDisk(folder);
    }

    /// Takes all that is free but so many bytes.
    Path fill(long left) throws IOException {
        Path filler = folder.resolve("filler");
        long free = Files.getFileStore(folder).getUsableSpace();
        try (OutputStream out = Files.newOutputStream(filler)) {
            for (long written = BLOCK; written <= free - left; written += BLOCK) {
                out.write(new byte[BLOCK]);
            }
        }
        return filler;
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", folder.toString());
        } catch (InterruptedException stopped) {
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
