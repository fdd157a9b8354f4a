package nearside.packaging.natives;

import nearside.packaging.layout.Machine;
import nearside.packaging.layout.Platform;
import nearside.packaging.layout.Processor;

import java.nio.file.Path;
import java.util.List;

/// Which native files each library brings for a machine. Each library has its own words for systems
/// and processors, and its own idea of where it looks.
public final class NativeLibraries {
    private NativeLibraries() {}

    /// All that the program loads on this machine.
    ///
    /// @param tokenizers the version that the tokenizer's jar gives its library; the loader looks
    ///   for a folder of that name
    public static List<NativeLibrary> on(Machine machine, String tokenizers) {
        Path here = Path.of("");
        String rust = rust(machine);
        return List.of(
                new NativeLibrary(
                        "onnxruntime-", "ai/onnxruntime/native/" + onnx(machine) + "/", here),
                new NativeLibrary(
                        "tokenizers-",
                        "native/lib/" + rust + "/cpu/",
                        Path.of("tokenizers", tokenizers + "-cpu-" + rust)),
                new NativeLibrary("jna-", "com/sun/jna/" + jna(machine) + "/", here),
                new NativeLibrary(
                        "sqlite-jdbc-", "org/sqlite/native/" + sqlite(machine) + "/", here));
    }

    private static String onnx(Machine machine) {
        return system(machine, "linux", "win", "osx") + processor(machine, "-x64", "-aarch64");
    }

    private static String rust(Machine machine) {
        return system(machine, "linux", "win", "osx") + processor(machine, "-x86_64", "-aarch64");
    }

    private static String jna(Machine machine) {
        return system(machine, "linux", "win32", "darwin")
                + processor(machine, "-x86-64", "-aarch64");
    }

    private static String sqlite(Machine machine) {
        return system(machine, "Linux", "Windows", "Mac")
                + processor(machine, "/x86_64", "/aarch64");
    }

    private static String system(Machine machine, String linux, String windows, String macos) {
        Platform platform = machine.platform();
        return switch (platform) {
            case LINUX -> linux;
            case WINDOWS -> windows;
            case MACOS -> macos;
        };
    }

    private static String processor(Machine machine, String x64, String arm64) {
        return machine.processor() == Processor.X64 ? x64 : arm64;
    }
}
