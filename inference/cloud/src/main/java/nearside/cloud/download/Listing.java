package nearside.cloud.download;

import nearside.cloud.download.Progress.Stage;
import nearside.engine.folder.FileNames;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Asks a hub what a model consists of.
record Listing(Hub hub, Source source, Means means) {
    private static final int MOST_DESCRIPTION = 4 << 20;

    /// Somebody has just asked for it and looks on.
    private static final int MOST_TRIES = 5;

    private interface Try<T> {
        T now() throws Setback, InterruptedException;
    }

    /// All files of the model, at the commit that the branch has now.
    Plan plan() throws Setback, InterruptedException {
        String revision = persevering(this::commit);
        List<HubFile> files = persevering(() -> files(revision));
        try {
            return new Plan(source, revision, files);
        } catch (IllegalArgumentException unfit) {
            throw new Setback.Lasting(
                    new DownloadFailure.Unlike(
                            hub.origin().toString(),
                            "the files of a model",
                            files.size() + " files; " + unfit.getMessage()));
        }
    }

    private <T> T persevering(Try<T> wanted) throws Setback, InterruptedException {
        Perseverance tries = means.perseverance(MOST_TRIES);
        while (true) {
            try {
                return wanted.now();
            } catch (Setback.Passing failed) {
                means.meter().stage(Stage.WAITING);
                tries.after(failed);
            }
        }
    }

    /// A mirror may not tell the commit; then it is the branch as it is.
    private String commit() throws Setback, InterruptedException {
        URI description = hub.file(source, source.revision(), FileNames.DESCRIPTION);
        try (Answer answer = means.asking().get(description, Optional.empty())) {
            byte[] content = answer.all(MOST_DESCRIPTION);
            means.meter().came(content.length);
            return answer.first()
                    .header("X-Repo-Commit")
                    .filter(text -> Source.COMMIT.matcher(text).matches())
                    .orElse(source.revision());
        }
    }

    private List<HubFile> files(String revision) throws Setback, InterruptedException {
        try (Answer answer = means.asking().get(hub.tree(source, revision), Optional.empty())) {
            byte[] content = answer.all(TreeReader.MOST_BYTES);
            means.meter().came(content.length);
            return new TreeReader(hub.origin().toString(), source).read(content);
        }
    }
}
