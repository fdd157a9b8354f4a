package nearside.worker.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Provider;
import nearside.engine.folder.ModelFolder;
import nearside.worker.RealModels;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Map;

class DevicesTest {
    private static final ModelFolder FOLDER = RealModels.folder("phi3-tiny-4k");
    private static final int[] TEXT = {1, 450, 7483, 310, 3444, 338};

    private static float[] logits(OnnxModel model) throws OnnxFailure {
        try (Context context = model.context(64);
                Interruption never = model.interruption()) {
            Logits logits = context.readForLast(never, TEXT);
            return logits.row(logits.rows() - 1).clone();
        }
    }

    /// The way by a device's handle, with the one device that is surely there.
    @Test
    void aModelIsOpenedByTheHandleOfADevice() throws OnnxFailure {
        Device cpu = OnnxModel.devices().getFirst();
        assertEquals(Provider.CPU, cpu.provider());
        try (OnnxModel byHandle = OnnxModel.open(FOLDER, cpu);
                OnnxModel usual = OnnxModel.open(FOLDER)) {
            assertTrue(byHandle.cutsLogits());
            assertTrue(byHandle.roundsByRows());
            assertArrayEquals(logits(usual), logits(byHandle), 1e-4f);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Provider.class,
            names = {"CUDA", "DIRECTML", "WEBGPU"})
    void aProviderThatThisBuildLacksIsRefusedInTheRuntimesWords(Provider provider) {
        OnnxFailure failure =
                assertThrows(
                        OnnxFailure.class,
                        () -> OnnxModel.open(FOLDER, new Device(provider, "", "")));
        assertTrue(String.valueOf(failure.getMessage()).contains("Error code"), failure::toString);
    }

    @Test
    void aDeviceThatIsGoneIsNamed() {
        OnnxFailure failure =
                assertThrows(
                        OnnxFailure.class,
                        () -> OnnxModel.open(FOLDER, new Device(Provider.CUDA, "GPU 7", "")));
        assertEquals("there is no device \"GPU 7\" for cuda any more", failure.getMessage());
    }

    @Test
    void aNameHoldsNothingThatChangesFromStartToStart() {
        Map<String, String> metadata =
                Map.of("Description", "NVIDIA RTX 4070", "LUID", "48151", "Discrete", "1");
        assertEquals(
                "NVIDIA GPU NVIDIA RTX 4070 10de:2786",
                Devices.name("NVIDIA", "GPU", 0x10de, 0x2786, metadata));
        assertEquals("GPU 8086:0001", Devices.name("", "GPU", 0x8086, 1, Map.of()));
    }

    @Test
    void aGraphicsCardComesBeforeTheProcessorsOwnGraphics() {
        assertTrue(Devices.rank(Map.of("Discrete", "1")) < Devices.rank(Map.of()));
        assertTrue(Devices.rank(Map.of("Discrete", "1")) < Devices.rank(Map.of("Discrete", "0")));
    }
}
