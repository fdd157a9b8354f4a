package nearside.engine.folder;

/// What is wrong with a model folder. Files are named relative to the folder.
public sealed interface FolderFlaw {
    /// There is no folder at that place, or it cannot be read.
    record NotAFolder() implements FolderFlaw {}

    record Missing(String file) implements FolderFlaw {}

    /// A symbolic link, or something that is neither file nor folder.
    record NotAPlainFile(String file) implements FolderFlaw {}

    /// A file of the wrong size: external data shorter than the graph says, or a graph cut in its
    /// middle.
    record Cut(String file, long expectedBytes, long foundBytes) implements FolderFlaw {}

    record NotJson(String file, String problem) implements FolderFlaw {}

    /// A value that is absent or of another kind than expected.
    record WrongValue(String file, String key, String expected, String found)
            implements FolderFlaw {}

    /// A configuration that names native code to be loaded.
    record NativeCode(String file, String key, String value) implements FolderFlaw {}

    /// The graph points at a file outside the folder or at one that is not allowed.
    record StrayData(String file, String location) implements FolderFlaw {}

    /// The file is not an ONNX graph.
    record NotOnnx(String file, String problem) implements FolderFlaw {}

    /// The graph holds parts that nothing but this provider can run.
    record MadeFor(String provider) implements FolderFlaw {}

    /// A layout that the engine does not run.
    record Unsupported(String what) implements FolderFlaw {}
}
