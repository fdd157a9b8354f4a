package nearside.packaging.layout;

import java.util.Locale;

/// A system that Nearside is packaged for.
public enum Platform {
    LINUX,
    WINDOWS,
    MACOS;

    /// The system that a Java `os.name` stands for.
    public static Platform named(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        return name.startsWith("mac") ? MACOS : LINUX;
    }
}
