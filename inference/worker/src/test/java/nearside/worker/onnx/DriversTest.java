package nearside.worker.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.engine.accelerator.Provider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class DriversTest {
    @TempDir Path temp;

    @Test
    void nvidiaSaysItsVersion() throws IOException {
        Path file = Files.writeString(temp.resolve("version"), "580.65.06\n");
        Drivers drivers = new Drivers(file, "Linux 6.8");
        assertEquals("NVIDIA 580.65.06", drivers.of(Provider.CUDA, ""));
        assertEquals("1.15 Linux 6.8", drivers.of(Provider.DIRECTML, "1.15"));
        assertEquals("1.29.0", drivers.of(Provider.CPU, "1.29.0"));
    }

    @Test
    void whereNoDriverTellsTheSystemStandsForIt() {
        Drivers drivers = new Drivers(temp.resolve("none"), "Windows 11 10.0");
        assertEquals("Windows 11 10.0", drivers.of(Provider.CUDA, ""));
    }
}
