package nearside.packaging.layout;

/// The machine that a folder is laid out for: always the one that builds it, since neither the
/// runtime nor the AOT cache can be made for another.
public record Machine(Platform platform, Processor processor) {

    /// The machine this program runs on.
    public static Machine current() {
        return new Machine(
                Platform.named(System.getProperty("os.name")),
                Processor.named(System.getProperty("os.arch")));
    }

    /// The name by which `jmod` and `jlink` know this machine.
    public String jmodTarget() {
        String system =
                switch (platform) {
                    case LINUX -> "linux";
                    case WINDOWS -> "windows";
                    case MACOS -> "macos";
                };
        return system + "-" + (processor == Processor.X64 ? "amd64" : "aarch64");
    }
}
