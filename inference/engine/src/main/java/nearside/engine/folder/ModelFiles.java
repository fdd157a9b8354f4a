package nearside.engine.folder;

/// Which files make a model folder.
public final class ModelFiles {
    /// What describes the model, and has to be there.
    public static final String DESCRIPTION = GenaiConfig.FILE;

    private ModelFiles() {}

    /// Whether a file of that name can be a part of a model: plain, and of a kind that holds no
    /// code.
    public static boolean belongs(String name) {
        return name.equals(DESCRIPTION)
                || name.equals(FileNames.TOKENIZER)
                || name.equals(FileNames.TOKENIZER_CONFIG)
                || FileNames.COMPANIONS.contains(name)
                || FileNames.isGraph(name)
                || FileNames.isData(name);
    }
}
