package nearside.copilot.fit;

import nearside.copilot.device.Curve;
import nearside.copilot.device.Speed;
import nearside.copilot.orchestrator.Wanted;
import nearside.engine.accelerator.Provider;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// How fast a model is expected to be here, in tokens a second, and how that is known.
public sealed interface ExpectedSpeed {
    /// Measured here with this model.
    record Measured(double reading, double writing, Speed speed) implements ExpectedSpeed {
        public Measured {
            Objects.requireNonNull(speed);
        }
    }

    /// Reckoned from another model that was measured here.
    ///
    /// @param from the id of that one
    record Derived(Range reading, Range writing, String from) implements ExpectedSpeed {
        public Derived {
            Objects.requireNonNull(reading);
            Objects.requireNonNull(writing);
            Objects.requireNonNull(from);
        }
    }

    /// Nothing that was measured here says anything of it.
    record Unknown() implements ExpectedSpeed {}

    /// Between which figures the true one is expected.
    ///
    /// @param likely what is reckoned
    record Range(double low, double likely, double high) {
        /// A tenfold difference in size makes so much uncertain, upwards and downwards.
        static final double PER_TENFOLD = 1.4;

        /// What the same model differs by from one time to the next.
        static final double LEAST = 1.25;

        public Range {
            if (!(low > 0) || low > likely || likely > high) {
                throw new IllegalArgumentException(low + ", " + likely + ", " + high);
            }
        }

        /// @param ratio of the sizes of two models
        static Range around(double likely, double ratio) {
            double factor = LEAST * Math.pow(PER_TENFOLD, Math.abs(Math.log10(ratio)));
            return new Range(likely / factor, likely, likely * factor);
        }
    }

    /// In the time that a layer takes beside its weights so many bytes could be read: by the
    /// starter and the shape of Phi-3-mini on one device (139 and 17.8 tokens a second after 100
    /// tokens, `docs/performance.md`). Without it the starter says a third of what Phi then does.
    long LAYER = 7_850_000;

    /// What is known of a model of that kind of device. Another one's speed says something of it
    /// only where the processor computes both.
    static ExpectedSpeed of(Candidate model, Wanted wanted, Provider on, List<Reference> measured) {
        Optional<Reference> itself =
                measured.stream().filter(it -> it.id().equals(model.id())).findFirst();
        if (itself.isPresent()) {
            Speed speed = itself.get().speed();
            return new Measured(
                    speed.reading().at(wanted.readingAt()),
                    speed.writing().at(writingAt(wanted)),
                    speed);
        }
        return on != Provider.CPU
                ? new Unknown()
                : measured.stream()
                        .min(Comparator.comparingDouble(it -> distance(it, model)))
                        .<ExpectedSpeed>map(it -> derived(model, wanted, it))
                        .orElseGet(Unknown::new);
    }

    /// Of how far another size is.
    private static double distance(Reference measured, Candidate model) {
        return Math.abs(Math.log((double) measured.readBytes() / model.readBytes()));
    }

    /// Each word that is written needs all weights, and all keys and values before it, to be read
    /// from memory, and some time for each layer whatever its size; each that is read with others
    /// needs about two operations a weight.
    private static Derived derived(Candidate model, Wanted wanted, Reference measured) {
        int before = writingAt(wanted);
        double writing =
                cost(measured.readBytes(), measured.layers(), measured.kvBytesPerToken(), before)
                        / cost(model.readBytes(), model.layers(), model.kvBytesPerToken(), before);
        double reading = (double) measured.readBytes() / model.readBytes();
        Speed speed = measured.speed();
        return new Derived(
                Range.around(speed.reading().at(wanted.readingAt()) * reading, reading),
                Range.around(speed.writing().at(before) * writing, writing),
                measured.id());
    }

    /// Of one token, in bytes that could be read meanwhile.
    private static double cost(long weights, int layers, long kvPerToken, int tokens) {
        return weights + (double) layers * LAYER + (double) kvPerToken * tokens;
    }

    private static int writingAt(Wanted wanted) {
        return wanted.promptTokens() + wanted.replyTokens() / 2;
    }

    /// As a decision takes it.
    default Speed likely() {
        return switch (this) {
            case Measured(var _, var _, Speed speed) -> speed;
            case Derived(Range reading, Range writing, var _) ->
                    new Speed(
                            Curve.UNKNOWN.and(1, reading.likely()),
                            Curve.UNKNOWN.and(1, writing.likely()));
            case Unknown() -> Speed.UNKNOWN;
        };
    }
}
