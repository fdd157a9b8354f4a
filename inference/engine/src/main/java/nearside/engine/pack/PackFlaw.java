package nearside.engine.pack;

import java.util.List;

/// Why nothing in a folder is loaded.
public sealed interface PackFlaw {
    /// It is not there, no folder, or cannot be read.
    record Unreadable() implements PackFlaw {}

    /// The folder or something in it is a link, which may lead to where others can write.
    record Link(String name) implements PackFlaw {}

    /// It holds a runtime, of another system.
    record OtherSystem(String file) implements PackFlaw {}

    /// A file is not there, or is a folder.
    record Missing(List<String> files) implements PackFlaw {
        public Missing {
            files = List.copyOf(files);
        }
    }

    /// It holds a runtime for the processor alone, which the program has already.
    record NoAccelerator() implements PackFlaw {}

    /// A file says by its name that it is of another version than the worker's classes.
    record OtherVersion(String found, String needed) implements PackFlaw {}

    /// Others than administrators can exchange what a policy names.
    ///
    /// @param entry the folder or file that they can write to, or that is theirs
    record Unguarded(String entry) implements PackFlaw {}
}
