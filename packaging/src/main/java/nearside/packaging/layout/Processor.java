package nearside.packaging.layout;

/// A kind of processor that Nearside has native libraries for.
public enum Processor {
    X64,
    ARM64;

    /// The processor that a Java `os.arch` stands for.
    public static Processor named(String osArch) {
        return switch (osArch) {
            case "amd64", "x86_64" -> X64;
            case "aarch64", "arm64" -> ARM64;
            default ->
                    throw new IllegalArgumentException(
                            "no native libraries for processor " + osArch);
        };
    }
}
