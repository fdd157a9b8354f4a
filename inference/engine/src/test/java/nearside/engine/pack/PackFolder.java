package nearside.engine.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Makes folders that look like packs; what is in their files is nothing to those who only look.
public final class PackFolder {
    /// What a pack for CUDA holds on Linux.
    public static final List<String> CUDA_ON_LINUX =
            List.of(
                    "libonnxruntime.so",
                    "libonnxruntime4j_jni.so",
                    "libonnxruntime_providers_shared.so",
                    "libonnxruntime_providers_cuda.so");

    static final List<String> CUDA_ON_WINDOWS =
            List.of(
                    "onnxruntime.dll",
                    "onnxruntime4j_jni.dll",
                    "onnxruntime_providers_shared.dll",
                    "onnxruntime_providers_cuda.dll");

    static final List<String> DIRECTML =
            List.of("onnxruntime.dll", "onnxruntime4j_jni.dll", "DirectML.dll");

    private PackFolder() {}

    /// A folder with these files.
    public static Path of(Path folder, List<String> files) throws IOException {
        Files.createDirectories(folder);
        for (String file : files) {
            Files.writeString(folder.resolve(file), file);
        }
        return folder;
    }
}
