package nearside.engine.folder;

/// The outcome of looking at a model folder.
public sealed interface FolderCheck {
    record Sound(ModelFolder folder) implements FolderCheck {}

    record Flawed(FolderFlaw flaw) implements FolderCheck {}
}
