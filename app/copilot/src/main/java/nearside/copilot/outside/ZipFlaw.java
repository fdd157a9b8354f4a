package nearside.copilot.outside;

import java.util.List;

/// Why nothing is taken out of a zip archive. Names of entries are shown with `?` for what cannot
/// be printed.
public sealed interface ZipFlaw {
    /// It is cut or does not agree with itself.
    record Damaged(String problem) implements ZipFlaw {}

    record TooManyEntries(int most) implements ZipFlaw {}

    /// More comes out of it than any model has.
    record TooLarge(long mostBytes) implements ZipFlaw {}

    record Encrypted(String name) implements ZipFlaw {}

    /// An entry packed in a way that is not read here.
    ///
    /// @param method its number by the zip specification, such as 9 for Deflate64
    record OtherMethod(String name, int method) implements ZipFlaw {}

    /// A name that leads elsewhere or means something else on some system.
    record BadName(String name) implements ZipFlaw {}

    /// Two entries of one name where capitals do not count.
    record Twice(String name) implements ZipFlaw {}

    /// An entry in a folder of a folder.
    record TooDeep(String name) implements ZipFlaw {}

    /// A symbolic link, or something else that is neither file nor folder.
    record NotAPlainFile(String name) implements ZipFlaw {}

    /// Files of models in more than one folder; the empty name is the root.
    record SeveralFolders(List<String> folders) implements ZipFlaw {
        public SeveralFolders {
            folders = List.copyOf(folders);
        }
    }

    /// No file of a model in it.
    record Nothing() implements ZipFlaw {}
}
