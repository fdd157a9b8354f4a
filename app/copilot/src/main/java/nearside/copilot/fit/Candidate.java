package nearside.copilot.fit;

import nearside.copilot.catalogue.Offered;
import nearside.copilot.models.Published;
import nearside.copilot.orchestrator.Situation.Cache;
import nearside.copilot.orchestrator.Situation.Model.Present;
import nearside.copilot.orchestrator.Situation.Weights;
import nearside.engine.accelerator.Provider;
import nearside.engine.memory.ModelSize;

import java.util.Objects;
import java.util.Optional;

/// A model that a person could choose, here already or not.
///
/// @param model the id that its variants share
/// @param present as a decision sees it; its id is the variant's
/// @param readBytes weights that are read for each token
/// @param bytesToCome that are not on this device yet
/// @param madeFor the kind of device that computes this form best
public record Candidate(
        String model, Present present, long readBytes, long bytesToCome, Provider madeFor) {
    /// Bits of a weight of four bits with its part of a scale. What a file has beyond that is the
    /// table of words, of which one row is read for a token.
    private static final int BITS = 5;

    public Candidate {
        Objects.requireNonNull(model);
        Objects.requireNonNull(present);
        Objects.requireNonNull(madeFor);
        if (readBytes < 1 || bytesToCome < 0) {
            throw new IllegalArgumentException(readBytes + " read, " + bytesToCome + " to come");
        }
    }

    /// One that a catalogue offers; empty where its shape is not known.
    public static Optional<Candidate> of(Offered offered, Cache cache) {
        return Published.of(offered)
                .map(it ->
                        new Candidate(
                                offered.entry().id(),
                                new Present(
                                        offered.variant().id(),
                                        size(it.size(), cache),
                                        it.window(),
                                        Weights.ON_DISK,
                                        cache),
                                readBytes(it.bytes(), offered.entry().traits().parameters()),
                                it.bytes(),
                                offered.variant().accelerator()));
    }

    /// One that is here, as a decision sees it.
    public static Candidate here(Present present) {
        return new Candidate(
                present.id(), present, Math.max(1, present.size().weightBytes()), 0, Provider.CPU);
    }

    /// A number of a cache of bytes has one byte instead of four.
    private static ModelSize size(ModelSize exact, Cache cache) {
        return switch (cache) {
            case FLOAT32, FLOAT32_OR_INT8 -> exact;
            case INT8 -> exact.withKvBytesPerToken(exact.kvBytesPerToken() / Float.BYTES);
        };
    }

    private static long readBytes(long bytes, long parameters) {
        return Math.clamp(parameters / Byte.SIZE * BITS, 1, bytes);
    }

    public String id() {
        return present.id();
    }

    /// The same where nothing has to come any more.
    public Candidate withoutDownload() {
        return new Candidate(model, present, readBytes, 0, madeFor);
    }

    /// The same with a cache that stays exact, where it is exact now.
    Candidate exact() {
        return switch (present.cache()) {
            case FLOAT32, FLOAT32_OR_INT8 -> with(Cache.FLOAT32);
            case INT8 -> this;
        };
    }

    /// The same where a cache of bytes may be taken.
    Candidate yielding() {
        return switch (present.cache()) {
            case FLOAT32, FLOAT32_OR_INT8 -> with(Cache.FLOAT32_OR_INT8);
            case INT8 -> this;
        };
    }

    private Candidate with(Cache cache) {
        return new Candidate(
                model,
                new Present(
                        present.id(), present.size(), present.window(), present.loaded(), cache),
                readBytes,
                bytesToCome,
                madeFor);
    }

    long kvBytesPerToken() {
        return present.size().kvBytesPerToken();
    }

    int layers() {
        return present.size().layers();
    }

    /// The same with so many bytes of weights that are read for each token.
    public Candidate reading(long bytes) {
        return new Candidate(model, present, bytes, bytesToCome, madeFor);
    }
}
