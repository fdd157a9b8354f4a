package nearside.cloud.download;

import java.util.regex.Pattern;

/// A folder of a repository of models, at one of its revisions.
///
/// @param repository `owner/name`
/// @param revision a branch, or the 40 digits of a commit
/// @param folder relative to the repository; empty for all of it
public record Source(String repository, String revision, String folder) {
    private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9._-]{0,95}";
    private static final Pattern REPOSITORY = Pattern.compile(NAME + "/" + NAME);
    private static final Pattern REVISION = Pattern.compile(NAME);
    private static final String SEGMENT = "[A-Za-z0-9_][A-Za-z0-9_.+=-]{0,95}";
    private static final Pattern FOLDER = Pattern.compile("(" + SEGMENT + "(/" + SEGMENT + ")*)?");

    /// A commit, which never changes.
    static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    public Source {
        check(REPOSITORY, "repository", repository);
        check(REVISION, "revision", revision);
        check(FOLDER, "folder", folder);
    }

    private static void check(Pattern allowed, String what, String found) {
        if (!allowed.matcher(found).matches()) {
            throw new IllegalArgumentException(
                    what + ": expected plain names, found \"" + found + "\"");
        }
    }

    /// The path of a file of the folder in the repository.
    String path(String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
