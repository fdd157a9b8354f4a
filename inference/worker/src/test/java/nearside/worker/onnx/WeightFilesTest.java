package nearside.worker.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.worker.RealModels;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

@EnabledOnOs(OS.LINUX)
class WeightFilesTest {
    private static final Pattern RESIDENT = Pattern.compile("Rss: +(\\d+) kB");
    private static final int[] IDS = IntStream.range(0, 60).map(i -> 1000 + 7 * i).toArray();

    /// KiB of this folder's files that are resident in this process.
    private static long resident(Path folder) throws IOException {
        long sum = 0;
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("/proc/self/smaps"))) {
            Matcher size = RESIDENT.matcher(line);
            if (size.matches()) {
                sum += inside ? Long.parseLong(size.group(1)) : 0;
            } else if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) {
                inside = line.contains(folder.toRealPath() + "/");
            }
        }
        return sum;
    }

    @Test
    void aLoadedModelComputesTheSameWithoutTheFilesPages() throws Exception {
        Path folder = RealModels.folder("smollm2-135m-instruct-int4").path();
        try (OnnxModel model = OnnxModel.open(RealModels.folder("smollm2-135m-instruct-int4"))) {
            float[] before = InPieces.logits(model, IDS, IDS.length, IDS.length);
            long held = resident(folder);
            WeightFiles.letGo(folder);
            assertTrue(held > 1_000, held + " KiB were mapped");
            assertTrue(resident(folder) < held / 10, resident(folder) + " KiB of " + held);
            assertArrayEquals(before, InPieces.logits(model, IDS, IDS.length, IDS.length));
        }
    }

    /// What was written into a private mapping would be lost.
    @Test
    void aChangedMappingStays(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("weights"), new byte[1 << 20]);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer mapped = channel.map(MapMode.PRIVATE, 0, 1 << 20);
            mapped.put(5000, (byte) 7);
            WeightFiles.letGo(folder);
            assertEquals(7, mapped.get(5000));
        }
    }

    @Test
    void otherFoldersKeepTheirs(@TempDir Path folder) throws Exception {
        Path other = RealModels.folder("smollm2-135m-instruct-int4").path();
        try (OnnxModel model = OnnxModel.open(RealModels.folder("smollm2-135m-instruct-int4"))) {
            long held = resident(other);
            WeightFiles.letGo(folder);
            assertTrue(resident(other) >= held, "still there");
            assertTrue(model.cutsLogits());
        }
    }
}
