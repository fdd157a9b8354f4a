package nearside.storage.shelf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

class ArrivalTest {
    private static final int BLOCK = ArrivingFile.BLOCK;
    private static final long SIZE = 3L * BLOCK + 17;

    @TempDir Path folder;

    private Path shelf() throws IOException {
        return Files.createDirectories(folder.resolve("models"));
    }

    private Arrival arrival() throws IOException {
        return Arrival.of(shelf(), "phi").orElseThrow();
    }

    private static byte[] content() {
        byte[] content = new byte[(int) SIZE];
        new Random(7).nextBytes(content);
        return content;
    }

    private static ByteBuffer block(int number) {
        int start = number * BLOCK;
        return ByteBuffer.wrap(content(), start, (int) Math.min(BLOCK, SIZE - start)).slice();
    }

    private static BitSet blocks(int... numbers) {
        BitSet blocks = new BitSet();
        for (int number : numbers) {
            blocks.set(number);
        }
        return blocks;
    }

    private Path part() throws IOException {
        return shelf().resolve(".fetch-phi/parts/model.onnx.data.part");
    }

    private Path journal() throws IOException {
        return shelf().resolve(".fetch-phi/parts/model.onnx.data.blocks");
    }

    /// Writes the last and the first block, and leaves.
    private void beginAndLeave() throws IOException {
        try (Arrival arrival = arrival();
                ArrivingFile file = arrival.open("model.onnx.data", SIZE)) {
            file.write(3, block(3));
            file.write(0, block(0));
        }
    }

    private BitSet found() throws IOException {
        try (Arrival arrival = arrival();
                ArrivingFile file = arrival.open("model.onnx.data", SIZE)) {
            return file.blocks();
        }
    }

    @Test
    void whatCameIsFoundAgain() throws IOException {
        beginAndLeave();
        assertEquals(blocks(0, 3), found());
    }

    @Test
    void aBlockThatThePowerTookBackIsMissing() throws IOException {
        beginAndLeave();
        try (RandomAccessFile part = new RandomAccessFile(part().toFile(), "rw")) {
            part.seek(BLOCK / 2);
            part.write(new byte[64]);
        }
        assertEquals(blocks(3), found());
    }

    @Test
    void aFileThatWasCutLosesItsLastBlock() throws IOException {
        beginAndLeave();
        try (RandomAccessFile part = new RandomAccessFile(part().toFile(), "rw")) {
            part.setLength(SIZE - 1);
        }
        assertEquals(blocks(0), found());
    }

    @Test
    void aTornRecordIsNoneAndTheNextOneIsReadable() throws IOException {
        beginAndLeave();
        byte[] records = Files.readAllBytes(journal());
        Files.write(journal(), Arrays.copyOf(records, 17));
        assertEquals(blocks(3), found());
        try (Arrival arrival = arrival();
                ArrivingFile file = arrival.open("model.onnx.data", SIZE)) {
            file.write(1, block(1));
        }
        assertEquals(blocks(1, 3), found());
    }

    @Test
    void aRecordOfRubbishIsNone() throws IOException {
        beginAndLeave();
        byte[] records = Files.readAllBytes(journal());
        records[3] ^= 1; // the number of the first one
        Files.write(journal(), records);
        assertEquals(blocks(0), found());
    }

    @Test
    void onlyWholeBlocksAreTaken() throws IOException {
        try (Arrival arrival = arrival();
                ArrivingFile file = arrival.open("model.onnx.data", SIZE)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> file.write(0, ByteBuffer.allocate(BLOCK - 1)));
            assertEquals(blocks(), file.blocks());
        }
    }

    @Test
    void nothingBearsTheFinalNameBeforeAllIsSettled() throws IOException {
        try (Arrival arrival = arrival()) {
            try (ArrivingFile file = arrival.open("model.onnx.data", SIZE)) {
                for (int number = 0; number < 4; number++) {
                    file.write(number, block(number));
                }
                assertFalse(arrival.has("model.onnx.data", SIZE));
                file.settle();
            }
            assertTrue(arrival.has("model.onnx.data", SIZE));
            assertFalse(Files.exists(shelf().resolve("phi")));
            Path settled = arrival.settle(Set.of());
            assertEquals(shelf().resolve("phi"), settled);
            assertArrayEquals(content(), Files.readAllBytes(settled.resolve("model.onnx.data")));
        }
        try (Stream<Path> left = Files.list(shelf())) {
            assertEquals(List.of(shelf().resolve("phi")), left.toList());
        }
    }

    @Test
    void aNameThatIsTakenGetsANumber() throws IOException {
        Files.createDirectories(shelf().resolve("phi"));
        try (Arrival arrival = arrival()) {
            assertEquals(shelf().resolve("phi-2"), arrival.settle(Set.of()));
        }
    }

    @Test
    void aFileThatIsDroppedBeginsAnew() throws IOException {
        beginAndLeave();
        try (Arrival arrival = arrival()) {
            arrival.drop("model.onnx.data");
        }
        assertEquals(blocks(), found());
    }

    @Test
    void onlyOneBringsTheSame() throws IOException {
        try (Arrival first = arrival()) {
            assertEquals(Optional.empty(), Arrival.of(shelf(), "phi"));
            assertEquals(Optional.empty(), first.plan());
        }
        arrival().close();
    }

    @Test
    void whatIsKnownOfItIsKeptUntilItIsGivenUp() throws IOException {
        try (Arrival arrival = arrival()) {
            arrival.keep(new byte[] {1, 2, 3});
        }
        try (Arrival arrival = arrival()) {
            assertArrayEquals(new byte[] {1, 2, 3}, arrival.plan().orElseThrow());
            assertEquals(List.of("phi"), Arrival.names(shelf()).toList());
            arrival.discard();
        }
        assertEquals(List.of(), Arrival.names(shelf()).toList());
    }

    private Path model(String name, String content) throws IOException {
        Path model = Files.createDirectories(shelf().resolve(name));
        Files.writeString(model.resolve("genai_config.json"), content);
        return model;
    }

    @Test
    void whatArrivedTakesThePlaceOfWhatWasThereAndNothingIsLeft() throws IOException {
        Path old = model("phi", "old");
        Files.writeString(old.resolve("only-in-the-old-one"), "");
        Arrival arrival = arrival();
        arrival.enclose("genai_config.json", "new".getBytes(StandardCharsets.UTF_8));
        assertEquals(Optional.of(old), arrival.replace());
        assertEquals("new", Files.readString(old.resolve("genai_config.json")));
        assertFalse(Files.exists(old.resolve("only-in-the-old-one")));
        try (Stream<Path> left = Files.list(shelf())) {
            assertEquals(
                    List.of(),
                    left.map(it -> it.getFileName().toString())
                            .filter(it -> it.startsWith(".gone") || it.startsWith(".fetch"))
                            .toList());
        }
    }

    /// As on Windows while a process uses it; here because it is not there.
    @Test
    void whatCannotGoStaysAndSoDoesWhatArrived() throws IOException {
        Arrival arrival = arrival();
        arrival.enclose("genai_config.json", new byte[1]);
        assertEquals(Optional.empty(), arrival.replace());
        assertTrue(arrival.has("genai_config.json", 1));
        assertEquals(shelf().resolve("phi"), arrival.settle(Set.of()));
    }
}
