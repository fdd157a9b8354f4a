package nearside.engine.local;

import nearside.engine.LogitBias;
import nearside.engine.Penalties;
import nearside.engine.ReplyForm;
import nearside.engine.Sampling;
import nearside.engine.Speculation;
import nearside.engine.Truncation;
import nearside.engine.schema.JsonSchema;
import nearside.engine.schema.SchemaCheck;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How the choice of tokens is written into a frame: the fields in the order of the record.
final class SamplingForm {
    private SamplingForm() {}

    static void write(Sampling sampling, Outgoing out) throws IOException {
        Truncation truncation = sampling.truncation();
        Penalties penalties = sampling.penalties();
        out.real(sampling.temperature());
        out.number(truncation.topK()).real(truncation.topP()).real(truncation.minP());
        out.real(penalties.repetition()).real(penalties.presence()).real(penalties.frequency());
        out.number(sampling.logitBias().byId().size());
        for (Map.Entry<Integer, Double> bias : sampling.logitBias().byId().entrySet()) {
            out.number(bias.getKey()).real(bias.getValue());
        }
        write(sampling.form(), out);
        out.text(sampling.speculation().name());
        out.maybe(sampling.seed());
    }

    private static void write(ReplyForm form, Outgoing out) throws IOException {
        out.number(form.stop().size());
        for (String stop : form.stop()) {
            out.text(stop);
        }
        out.text(form.schema().map(JsonSchema::source).orElse("")); // no schema is empty
    }

    static Sampling read(Incoming in) throws FrameException {
        return new Sampling(
                in.real(),
                new Truncation(in.number(), in.real(), in.real()),
                new Penalties(in.real(), in.real(), in.real()),
                bias(in),
                form(in),
                in.choice(Speculation.values()),
                in.maybeLong());
    }

    private static LogitBias bias(Incoming in) throws FrameException {
        int count = in.count(Integer.BYTES + Double.BYTES);
        Map<Integer, Double> byId = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            byId.put(in.number(), in.real());
        }
        return new LogitBias(byId);
    }

    private static ReplyForm form(Incoming in) throws FrameException {
        int count = in.count(Integer.BYTES);
        List<String> stop = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stop.add(in.text());
        }
        return new ReplyForm(stop, schema(in.text()));
    }

    private static Optional<JsonSchema> schema(String source) throws FrameException {
        if (source.isEmpty()) {
            return Optional.empty();
        }
        return switch (JsonSchema.check(source)) {
            case SchemaCheck.Sound(JsonSchema schema) -> Optional.of(schema);
            case SchemaCheck.Flawed(var flaw) -> throw new FrameException("schema: " + flaw);
        };
    }
}
