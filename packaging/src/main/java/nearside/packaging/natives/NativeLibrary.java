package nearside.packaging.natives;

import java.nio.file.Path;

/// Native files of one system inside one jar, and where the program looks for them.
///
/// @param jar how the jar's file name begins
/// @param folder the folder inside the jar, with a slash at its end
/// @param place where they go below the folder of natives
public record NativeLibrary(String jar, String folder, Path place) {

    boolean isIn(Path file) {
        return file.getFileName().toString().startsWith(jar);
    }

    boolean holds(String entry) {
        return entry.startsWith(folder) && !entry.substring(folder.length()).contains("/");
    }
}
