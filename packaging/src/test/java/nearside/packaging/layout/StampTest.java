package nearside.packaging.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

class StampTest {
    @TempDir Path temp;
    private Path file;

    @BeforeEach
    void oneInput() throws IOException {
        file = Files.createDirectory(temp.resolve("in")).resolve("input");
        Files.writeString(file, "before");
    }

    @Test
    void theSameInputsGiveTheSameStamp() throws IOException {
        Stamp first = stamp("25");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1000));
        assertEquals(first, stamp("25"));
    }

    @Test
    void anotherByteAnotherNameOrAnotherFactChangesIt() throws IOException {
        Stamp first = stamp("25");
        assertNotEquals(first, stamp("26"));
        Files.writeString(file, "beforf");
        Stamp second = stamp("25");
        assertNotEquals(first, second);
        Files.move(file, file.resolveSibling("renamed"));
        assertNotEquals(second, stamp("25"));
    }

    @Test
    void aStepStandsOnlyWhenItWasStampedWithTheseInputs() throws IOException {
        Path stampFile = temp.resolve("target/step.stamp");
        Stamp stamp = stamp("25");
        assertFalse(stamp.standsIn(stampFile));
        stamp.writeTo(stampFile);
        assertTrue(stamp.standsIn(stampFile));
        assertFalse(stamp("26").standsIn(stampFile));
    }

    private Stamp stamp(String fact) throws IOException {
        return Stamp.of(List.of(fact), List.of(temp.resolve("in")));
    }
}
