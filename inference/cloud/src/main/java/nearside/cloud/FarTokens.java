package nearside.cloud;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;

import nearside.engine.Prompt.Line;
import nearside.engine.TokenIds;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Counts as a far side counts: by the encoding of its model where that is known, else by the
/// newest one (`o200k_base`), which is an estimate for models of other makers.
///
/// A message costs its text, its role, and three marks around them; the opening of the reply costs
/// three more (OpenAI's cookbook, "How to count tokens with tiktoken").
public final class FarTokens {
    private static final EncodingRegistry ENCODINGS = Encodings.newLazyEncodingRegistry();

    /// `<|im_start|>`, `<|im_end|>` and `<|im_sep|>` of `o200k`.
    private static final int START = 200_264;

    private static final int END = 200_265;
    private static final int SEPARATOR = 200_266;

    private final Encoding encoding;

    private FarTokens(Encoding encoding) {
        this.encoding = encoding;
    }

    /// By the far side's name of its model.
    public static FarTokens of(String model) {
        return new FarTokens(
                ENCODINGS
                        .getEncodingForModel(model)
                        .orElseGet(() -> ENCODINGS.getEncoding(EncodingType.O200K_BASE)));
    }

    public int count(String text) {
        return encoding.countTokensOrdinary(text);
    }

    TokenIds ids(String text) {
        return TokenIds.of(encoding.encodeOrdinary(text).toArray());
    }

    /// The whole prompt, the opening of the reply included.
    TokenIds prompt(List<Line> lines) {
        IntStream messages = lines.stream().flatMapToInt(this::message);
        IntStream opening = IntStream.of(START, ids("assistant").at(0), SEPARATOR);
        return TokenIds.of(IntStream.concat(messages, opening).toArray());
    }

    private IntStream message(Line line) {
        Stream<TokenIds> calls =
                line.calls().stream().map(call -> ids(call.name() + call.arguments()));
        return Stream.of(
                        Stream.of(
                                TokenIds.of(START),
                                ids(line.role().wire()),
                                TokenIds.of(SEPARATOR),
                                ids(line.text())),
                        calls,
                        Stream.of(TokenIds.of(END)))
                .flatMap(it -> it)
                .flatMapToInt(TokenIds::stream);
    }
}
