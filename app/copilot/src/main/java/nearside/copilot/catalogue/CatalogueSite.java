package nearside.copilot.catalogue;

import nearside.cloud.download.DownloadFailure;
import nearside.cloud.download.SmallFile;
import nearside.cloud.download.SmallFile.Outcome;
import nearside.cloud.outbound.Origin;
import nearside.engine.EngineFailure.Far;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// Asks the address that a policy names for its catalogue, and does not ask again unless somebody
/// wishes for that. Any thread; it blocks.
public final class CatalogueSite {
    private final Function<URI, Fetched> asking;
    private Optional<Answer> last = Optional.empty();

    /// How a file of it is asked for.
    public interface Way {
        /// Blocks until it is here, or failed.
        Outcome ask(SmallFile wanted) throws InterruptedException;
    }

    private record Answer(URI from, Fetched fetched) {}

    private CatalogueSite(Function<URI, Fetched> asking) {
        this.asking = asking;
    }

    /// One that is asked by that way.
    public static CatalogueSite by(Way way) {
        Objects.requireNonNull(way);
        return new CatalogueSite(catalogue -> fetched(way, catalogue));
    }

    /// One to which there is no way, and why.
    public static CatalogueSite closed(CatalogueFault why) {
        return new CatalogueSite(_ -> new Fetched.Untold(why));
    }

    /// What the address says, or said before.
    public synchronized Fetched ask(URI catalogue) {
        Fetched fetched =
                last.filter(it -> it.from().equals(catalogue))
                        .map(Answer::fetched)
                        .orElseGet(() -> asking.apply(catalogue));
        last = wasAsked(fetched) ? Optional.of(new Answer(catalogue, fetched)) : Optional.empty();
        return fetched;
    }

    /// Asks anew the next time.
    public synchronized void forget() {
        last = Optional.empty();
    }

    /// Who was offline asks when that is over.
    private static boolean wasAsked(Fetched fetched) {
        return !(fetched instanceof Fetched.Untold(CatalogueFault.Unfetched(var failure))
                && failure instanceof DownloadFailure.NotPermitted);
    }

    private static Fetched fetched(Way way, URI catalogue) {
        try {
            return switch (way.ask(new SmallFile(catalogue, CatalogueReader.MOST_BYTES + 1))) {
                case Outcome.Came came -> signed(way, catalogue, came.bytes());
                case Outcome.Absent _ -> new Fetched.None();
                case Outcome.Failed(var failure) -> untold(failure);
            };
        } catch (InterruptedException left) {
            Thread.currentThread().interrupt();
            return untold(
                    new DownloadFailure.Connection(
                            new Far.CutOff(Origin.of(catalogue).toString())));
        }
    }

    /// A catalogue without its signature is refused by whoever reads it.
    private static Fetched signed(Way way, URI catalogue, byte[] bytes)
            throws InterruptedException {
        URI signature = URI.create(catalogue + CatalogueFolder.SIGNED);
        return switch (way.ask(new SmallFile(signature, SignatureFile.MOST_BYTES + 1))) {
            case Outcome.Came came -> new Fetched.Files(bytes, came.bytes());
            case Outcome.Absent _ -> new Fetched.Files(bytes, new byte[0]);
            case Outcome.Failed(var failure) -> untold(failure);
        };
    }

    private static Fetched untold(DownloadFailure failure) {
        return new Fetched.Untold(new CatalogueFault.Unfetched(failure));
    }
}
