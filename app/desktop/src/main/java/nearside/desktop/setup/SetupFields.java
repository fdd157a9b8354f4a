package nearside.desktop.setup;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import nearside.copilot.orchestrator.Setup;
import nearside.engine.Penalties;
import nearside.engine.Sampling;
import nearside.engine.Truncation;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What is typed about how a model is asked.
final class SetupFields {
    private final StringProperty system = new SimpleStringProperty("");
    private final ObjectProperty<Optional<String>> model =
            new SimpleObjectProperty<>(Optional.empty());
    private final Map<Knob, StringProperty> numbers = new EnumMap<>(Knob.class);

    SetupFields() {
        for (Knob knob : Knob.values()) {
            numbers.put(knob, new SimpleStringProperty(""));
        }
    }

    /// A field in which no such number stands.
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;
        private final Knob knob;

        Wrong(Knob knob, String found) {
            super(found);
            this.knob = knob;
        }

        Knob knob() {
            return knob;
        }
    }

    StringProperty system() {
        return system;
    }

    /// The id of the model that answers; empty for the usual one.
    ObjectProperty<Optional<String>> model() {
        return model;
    }

    StringProperty number(Knob knob) {
        return numbers.getOrDefault(knob, system);
    }

    void show(Setup setup) {
        Sampling sampling = setup.sampling();
        system.set(setup.system());
        model.set(setup.model());
        show(Knob.TEMPERATURE, sampling.temperature());
        show(Knob.TOP_P, sampling.truncation().topP());
        show(Knob.TOP_K, sampling.truncation().topK());
        show(Knob.MIN_P, sampling.truncation().minP());
        show(Knob.REPETITION_PENALTY, sampling.penalties().repetition());
        show(Knob.PRESENCE_PENALTY, sampling.penalties().presence());
        show(Knob.FREQUENCY_PENALTY, sampling.penalties().frequency());
        show(Knob.MAX_TOKENS, setup.replyLimit());
        OptionalLong seed = sampling.seed();
        number(Knob.SEED).set(seed.isPresent() ? Long.toString(seed.getAsLong()) : "");
    }

    private void show(Knob knob, double value) {
        number(knob).set(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
    }

    /// What stands in them.
    Setup read() throws Wrong {
        Truncation none = Truncation.NONE;
        Penalties free = Penalties.NONE;
        Sampling sampling = Sampling.DEFAULT.with(none).with(free);
        sampling = checked(Knob.TEMPERATURE, sampling::withTemperature);
        sampling = checked(Knob.TOP_P, sampling::withTopP);
        sampling = checked(Knob.TOP_K, whole(Knob.TOP_K, sampling::withTopK));
        sampling = checked(Knob.MIN_P, sampling::withMinP);
        sampling = checked(Knob.REPETITION_PENALTY, sampling::withRepetitionPenalty);
        sampling = checked(Knob.PRESENCE_PENALTY, sampling::withPresencePenalty);
        sampling = checked(Knob.FREQUENCY_PENALTY, sampling::withFrequencyPenalty);
        if (!number(Knob.SEED).get().isBlank()) {
            sampling = sampling.withSeed(seed());
        }
        Sampling all = sampling;
        return checked(
                Knob.MAX_TOKENS,
                whole(
                        Knob.MAX_TOKENS,
                        limit -> new Setup(system.get().strip(), all, limit, model.get())));
    }

    /// Makes something of a number, or refuses it.
    private interface Use<T> {
        T of(double value);
    }

    private interface WholeUse<T> {
        T of(int value);
    }

    private <T> T checked(Knob knob, Use<T> use) throws Wrong {
        String typed = number(knob).get().strip();
        try {
            return use.of(Double.parseDouble(typed.replace(',', '.')));
        } catch (IllegalArgumentException refused) {
            throw new Wrong(knob, typed);
        }
    }

    private static <T> Use<T> whole(Knob knob, WholeUse<T> use) {
        return value -> {
            if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(knob.field());
            }
            return use.of((int) value);
        };
    }

    private long seed() throws Wrong {
        String typed = number(Knob.SEED).get().strip();
        try {
            return Long.parseLong(typed);
        } catch (NumberFormatException refused) {
            throw new Wrong(Knob.SEED, typed);
        }
    }
}
