package nearside.cloud.download;

import nearside.cloud.outbound.Slice;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Optional;

/// Where a file is asked for: at the hub, then at the host to which it pointed, as long as that
/// answers. Any thread.
final class FileAddress {
    /// So often a host may send all of a file when a part was asked for.
    private static final int MOST_IGNORED = 3;

    private final Asking asking;
    private final URI hubs;
    private final long size;
    private @Nullable URI pointed;
    private @Nullable String tag;
    private int ignored;

    FileAddress(Asking asking, URI hubs, long size) {
        this.asking = asking;
        this.hubs = hubs;
        this.size = size;
    }

    /// The bytes of a part, and nothing else.
    Answer part(long from, long to) throws Setback, InterruptedException {
        Slice slice = new Slice(from, to, tag());
        Answer answer = ask(Optional.of(slice));
        try {
            if (!answer.isPart(slice, size)) {
                throw ignored(slice);
            }
            same(answer.tag());
            return answer;
        } catch (Setback unusable) {
            answer.close();
            throw unusable;
        }
    }

    /// The file from its first byte to its last.
    Answer whole() throws Setback, InterruptedException {
        Answer answer = ask(Optional.empty());
        try {
            answer.whole(size);
            return answer;
        } catch (Setback unusable) {
            answer.close();
            throw unusable;
        }
    }

    /// What a pointed address refuses may be had at the one that the hub gives next.
    private Answer ask(Optional<Slice> slice) throws Setback, InterruptedException {
        Optional<URI> known = pointed();
        try {
            Answer answer = asking.get(known.orElse(hubs), slice);
            found(answer.at());
            return answer;
        } catch (Setback.Lasting failed) {
            if (known.isPresent() && isOfThatAddress(failed.failure())) {
                forget();
                throw new Setback.Passing(failed.failure());
            }
            throw failed;
        } catch (Setback.Passing failed) {
            forget();
            throw failed;
        }
    }

    private static boolean isOfThatAddress(DownloadFailure failure) {
        return failure instanceof DownloadFailure.Refused
                || failure instanceof DownloadFailure.NotThere;
    }

    private synchronized Optional<URI> pointed() {
        return Optional.ofNullable(pointed);
    }

    private synchronized Optional<String> tag() {
        return Optional.ofNullable(tag);
    }

    private synchronized void found(URI at) {
        pointed = at.equals(hubs) ? null : at;
    }

    private synchronized void forget() {
        pointed = null;
    }

    /// A file that changed is sent whole; without the tag one sees whether that was the reason.
    private synchronized Setback ignored(Slice slice) {
        if (slice.tag().isPresent()) {
            tag = null;
        } else {
            ignored++;
        }
        return new Setback.Passing(
                new DownloadFailure.Unlike(Asking.host(hubs), "a part of the file", "all of it"));
    }

    /// Whether parts cannot be had there.
    synchronized boolean isWholeOnly() {
        return ignored >= MOST_IGNORED;
    }

    /// Another tag is another file, unless it comes again: the sum decides then.
    private synchronized void same(Optional<String> found) throws Setback {
        String before = tag;
        tag = found.orElse(null);
        if (before != null && found.isPresent() && !before.equals(found.get())) {
            tag = null;
            throw new Setback.Passing(
                    new DownloadFailure.Unlike(
                            Asking.host(hubs), "the file " + before, found.get()));
        }
    }
}
