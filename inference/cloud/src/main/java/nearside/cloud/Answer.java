package nearside.cloud;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import nearside.cloud.outbound.Call;
import nearside.cloud.outbound.FarException;
import nearside.cloud.outbound.Head;
import nearside.cloud.outbound.Limits;
import nearside.cloud.outbound.Origin;
import nearside.cloud.outbound.RetryAfter;
import nearside.engine.EngineFailure.Far;
import nearside.engine.Finish;
import nearside.engine.ReplyEvent;
import nearside.engine.TokenIds;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// The answer of a far side to one call: its head is looked at, its events become those of a reply.
final class Answer {
    private static final int OK = 200;
    private static final int MOST_WORDS = 1 << 16;
    private static final int MOST_SAID = 300;

    /// A far side that does not keep to the limit is held to it here; its tokens may be smaller.
    private static final int LENIENCE = 2;

    private static final int SLACK = 64;

    /// How long what follows the last event is waited for.
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Question question;
    private final Call call;
    private final Limits limits;
    private final Tally tally;
    private final Consumer<ReplyEvent> told;
    private final Joint joint;
    private final Calls calls;
    private @Nullable String finish;

    Answer(Question question, Call call, Limits limits, Tally tally, Consumer<ReplyEvent> told) {
        this.question = question;
        this.call = call;
        this.limits = limits;
        this.tally = tally;
        this.told = told;
        this.joint = question.joint();
        this.calls = new Calls(question.far());
    }

    Finish read() throws FarException, InterruptedException {
        check(call.begin());
        try {
            return events();
        } catch (FarException failed) {
            if (finish == null) {
                tell(joint.cut());
                throw failed;
            }
            return finished();
        } finally {
            call.used(tally.used());
        }
    }

    private void check(Head head) throws FarException, InterruptedException {
        int status = head.status();
        if (status / 100 == 3) {
            throw failure(new Far.Redirected(far(), origin(head.header("Location"))));
        }
        if (status != OK) {
            Duration pause =
                    head.header("Retry-After")
                            .map(value -> RetryAfter.of(value, Instant.now()))
                            .orElse(Duration.ZERO);
            throw failure(new Far.Refused(far(), status, said(), pause));
        }
        String coding = head.header("Content-Encoding").orElse("identity");
        if (!coding.equalsIgnoreCase("identity")) {
            throw failure(new Far.Garbled(far(), "no content coding", coding));
        }
        String type = head.header("Content-Type").orElse("no type").toLowerCase(Locale.ROOT);
        if (!type.startsWith("text/event-stream")) {
            throw failure(new Far.Garbled(far(), "text/event-stream", shortened(type)));
        }
    }

    private static String origin(Optional<String> location) {
        try {
            return location.map(URI::create).map(Origin::of).map(Origin::toString).orElse("");
        } catch (IllegalArgumentException relative) {
            return "";
        }
    }

    /// The far side's own words for what is wrong.
    private String said() throws InterruptedException {
        String body = question.parcel().withoutKey(words());
        try {
            JsonObject json = JsonParser.parseString(body).getAsJsonObject();
            return shortened(message(json));
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException no) {
            return "";
        }
    }

    private static String message(JsonObject json) {
        JsonObject error =
                json.has("error") && json.get("error").isJsonObject()
                        ? json.getAsJsonObject("error")
                        : json;
        return error.has("message") ? error.get("message").getAsString() : "";
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= MOST_SAID ? line : line.substring(0, MOST_SAID) + "…";
    }

    /// The body, as far as it comes and is not too long.
    private String words() throws InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            List<ByteBuffer> more = call.next(limits.silence());
            while (!more.isEmpty() && bytes.size() < MOST_WORDS) {
                more.forEach(buffer -> write(buffer, bytes));
                more = call.next(limits.silence());
            }
        } catch (FarException cut) {
            return bytes.toString(StandardCharsets.UTF_8);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void write(ByteBuffer buffer, ByteArrayOutputStream to) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        to.writeBytes(bytes);
    }

    private Finish events() throws FarException, InterruptedException {
        EventStream events = new EventStream(far(), call::next, limits);
        DeltaReader reader = new DeltaReader(far());
        for (int count = 0; ; count++) {
            Optional<String> data = events.next();
            if (data.isEmpty()) {
                throw failure(ended(count));
            }
            switch (reader.read(data.get())) {
                case Delta.Part part -> take(part);
                case Delta.Broken(String message, var code) ->
                        throw failure(
                                new Far.Refused(
                                        far(), code.orElse(0), shortened(message), Duration.ZERO));
                case Delta.Done() -> {
                    tell(finish == null ? joint.end() : "");
                    farewell();
                    return finished();
                }
            }
            if (tally.replyTokens() > mostTokens()) {
                return Finish.LENGTH;
            }
        }
    }

    /// Some servers answer a question that they cannot take by the head of a stream with nothing in
    /// it: to ask again would be in vain, and the whole question would leave once more.
    private Far ended(int events) {
        return events == 0
                ? new Far.Garbled(far(), "an event", "an empty answer")
                : new Far.CutOff(far());
    }

    private long mostTokens() {
        return (long) question.prompt().replyLimit() * LENIENCE + SLACK;
    }

    private void take(Delta.Part part) throws FarException {
        // Behind the end there is no text, whatever comes.
        if (finish == null) {
            tell(joint.add(part.text()));
            call(part.calls());
        }
        if (finish == null && part.finish().isPresent()) {
            finish = part.finish().get();
            tell(joint.end());
        }
        part.usage().ifPresent(tally::counted);
    }

    /// What was not offered cannot be asked for: how the reply ends says so.
    private void call(List<Delta.CallPiece> pieces) throws FarException {
        if (!question.prompt().tools().isEmpty()) {
            for (Delta.CallPiece piece : pieces) {
                calls.add(piece);
                tally.wrote(question.tokens().ids(piece.name() + piece.arguments()));
            }
        }
    }

    private void tell(String text) {
        if (!text.isEmpty()) {
            TokenIds ids = question.tokens().ids(text);
            tally.wrote(ids);
            told.accept(new ReplyEvent.Text(text, ids));
        }
    }

    /// Lets the connection come to its end, so that it is known how much came and can be used
    /// again.
    private void farewell() throws InterruptedException {
        try {
            long until = System.nanoTime() + FAREWELL.toNanos();
            while (!call.next(Duration.ofNanos(Math.max(0, until - System.nanoTime()))).isEmpty()) {
                // What follows the end says nothing.
            }
        } catch (FarException cut) {
            // Nor does how it ends.
        }
    }

    private Finish finished() throws FarException {
        if (!calls.isEmpty() && !"length".equals(finish)) {
            calls.whole().forEach(call -> told.accept(new ReplyEvent.Called(call)));
            return Finish.TOOLS;
        }
        return switch (finish == null ? "stop" : finish) {
            case "stop" -> Finish.EOS;
            case "length" -> Finish.LENGTH;
            default -> throw failure(new Far.Withheld(far(), shortened(String.valueOf(finish))));
        };
    }

    private String far() {
        return question.far();
    }

    private static FarException failure(Far failure) {
        return new FarException(failure);
    }
}
