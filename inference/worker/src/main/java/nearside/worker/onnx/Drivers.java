package nearside.worker.onnx;

import nearside.engine.accelerator.Provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Versions of what drives a device. Where no driver tells its own, the system's version stands for
/// it: drivers mostly come with updates of the system.
///
/// @param nvidia the file in which the kernel module of NVIDIA says its version
/// @param system name and version of the operating system
record Drivers(Path nvidia, String system) {
    Drivers() {
        this(
                Path.of("/sys/module/nvidia/version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }

    /// Provider, driver, or what stands for it.
    ///
    /// @param providerVersion empty when it says none
    String of(Provider provider, String providerVersion) {
        String driver =
                switch (provider) {
                    case CUDA -> nvidiaVersion().map(it -> "NVIDIA " + it).orElse(system);
                    case DIRECTML, COREML, WEBGPU -> system;
                    case CPU -> "";
                };
        return (providerVersion + " " + driver).strip();
    }

    private Optional<String> nvidiaVersion() {
        try {
            return Optional.of(Files.readString(nvidia).strip());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
