package nearside.cloud;

import nearside.cloud.FarModel.Dialect;
import nearside.cloud.outbound.Digest;
import nearside.cloud.outbound.Errand;
import nearside.cloud.outbound.Key;
import nearside.cloud.outbound.Limits;
import nearside.cloud.outbound.Outbound;
import nearside.cloud.outbound.Permit;
import nearside.cloud.outbound.Route;
import nearside.engine.Prompt;
import nearside.engine.Role;
import nearside.engine.Sampling;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A borrowed engine with everything around it, waiting for far sides no longer than a test may.
record Borrowed(CloudEngine engine, Outbound outbound, Books books) implements AutoCloseable {
    static final Limits SHORT =
            new Limits(
                    Duration.ofSeconds(5),
                    Duration.ofMillis(400),
                    Duration.ofMillis(1_200),
                    Duration.ofMillis(10));

    static final String SECRET = "sk-test-0123456789";

    /// Everything is permitted.
    static final Gate OPEN =
            (model, parcel) ->
                    Optional.of(
                            new Permit(
                                    model.origin(),
                                    Digest.of(parcel.body()),
                                    new Errand(
                                            Errand.Purpose.ANSWER,
                                            "NO_MEMORY_LOAD",
                                            "",
                                            List.of())));

    static Borrowed from(URI base, Limits limits) throws IOException {
        return from(base, Route.SYSTEM, limits, OPEN);
    }

    static Borrowed from(URI base, Route route, Limits limits, Gate gate) throws IOException {
        Books books = new Books();
        Outbound outbound = Outbound.by(route, books, limits);
        return new Borrowed(
                new CloudEngine(model(base), outbound, new Breaker(), gate), outbound, books);
    }

    static FarModel model(URI base) {
        Key key = new Key(nearside.cloud.outbound.Origin.of(base), Key.Header.BEARER, SECRET);
        return new FarModel("Far", base, "far", Dialect.COMPATIBLE, Optional.of(key), 128_000);
    }

    static Prompt ask(String question) {
        return new Prompt(
                List.of(new Prompt.Line(Role.USER, question)),
                Prompt.Ending.NEW_REPLY,
                Prompt.SpecialTokens.AS_TEXT,
                Sampling.DEFAULT,
                4_000);
    }

    @Override
    public void close() {
        outbound.close();
    }
}
