package nearside.storage.past;

import nearside.storage.past.PastConversation.Filing;
import nearside.storage.past.PastMessage.Figures;
import nearside.storage.past.PastMessage.Making;
import nearside.storage.past.PastMessage.Run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/// Conversations by chance, with all that one can hold; the same seed makes the same.
public final class PastSamples {
    private static final List<String> WORDS =
            List.of(
                    "egg",
                    "Привет",
                    "ελληνικά",
                    "日本語",
                    "한국어",
                    "العربية",
                    "e\u0301",
                    "\uD83D\uDE00",
                    "<b>",
                    "&amp;",
                    "\"quoted\"",
                    "it's",
                    "\\",
                    "\u0000",
                    "\u0007",
                    "\u2028",
                    "\uFEFF",
                    "```\ncode\n```",
                    "# not a title",
                    "\r\n",
                    "\t",
                    "[link](x)",
                    "|",
                    "</script>",
                    "\uD800",
                    "{\"a\":1}",
                    " ",
                    "");

    /// Bytes of a sample that is not small: several blocks of the store.
    private static final int LARGE = 3 << 20;

    private final SplittableRandom random;

    /// Of its own: what is pinned changes nothing of the rest.
    private final SplittableRandom pins;

    public PastSamples(long seed) {
        random = new SplittableRandom(seed);
        pins = new SplittableRandom(~seed);
    }

    public PastConversation conversation(int messages) {
        List<PastMessage> tree = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            tree.add(message(tree));
        }
        return new PastConversation(
                id(),
                new PastConversation.Head(text(5), time(), time()),
                filing(),
                tree,
                tree.isEmpty() ? Optional.empty() : Optional.of(any(tree).id()),
                maybe(extra()));
    }

    private PastMessage message(List<PastMessage> before) {
        boolean root = before.isEmpty() || random.nextInt(20) == 0;
        List<Run> runs = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            runs.add(new Run(one(PastMessage.Source.values()), text(12)));
        }
        return new PastMessage(
                id(),
                root ? Optional.empty() : Optional.of(any(before).id()),
                new PastMessage.Head(
                        one(PastMessage.Speaker.values()),
                        one(PastMessage.State.values()),
                        time(),
                        pinned()),
                new PastMessage.Content(runs, attachments()),
                making(),
                maybe(extra()));
    }

    /// Mostly none; some without bytes, a few of more than one block: a damage by chance should
    /// mostly meet something else.
    private List<PastAttachment> attachments() {
        List<PastAttachment> attachments = new ArrayList<>();
        for (int i = random.nextInt(8) - 5; i > 0; i--) {
            byte[] bytes = new byte[size()];
            random.nextBytes(bytes);
            attachments.add(PastAttachment.of(id(), text(4), PastBytes.of(List.of(bytes))));
        }
        return attachments;
    }

    private int size() {
        return switch (random.nextInt(200)) {
            case 0 -> random.nextInt(LARGE);
            case 1, 2, 3, 4, 5, 6, 7, 8, 9 -> 0;
            default -> random.nextInt(100);
        };
    }

    private Making making() {
        Optional<String> model = maybe("model-" + random.nextInt(9));
        Figures figures =
                new Figures(
                        random.nextInt(),
                        random.nextInt(100),
                        random.nextDouble() * 1e6,
                        random.nextDouble(),
                        time());
        return new Making(
                model,
                model.flatMap(_ -> maybe(figures)),
                maybe(random.nextBoolean() ? "{\"reason\":\"FITS\"}" : text(3)));
    }

    private Filing filing() {
        List<String> tags = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            tags.add("tag " + random.nextInt(5));
        }
        // A store gives tags in the order in which it met them first.
        return new Filing(
                maybe("folder " + random.nextInt(4)),
                tags.stream().sorted().toList(),
                maybe(time()));
    }

    /// JSON in the form that this program keeps, and text that is none.
    private String extra() {
        return switch (random.nextInt(4)) {
            case 0 ->
                    "{\"from\":\"x\",\"fields\":{\"n\":1e400,\"z\":-0.0,\"l\":[null,true,\"é\"]}}";
            case 1 -> "{ \"spaced\" : 1 }";
            case 2 -> "[".repeat(150) + "]".repeat(150);
            default -> text(4);
        };
    }

    public String text(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(words + 1); i > 0; i--) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return text.toString();
    }

    private Optional<Instant> pinned() {
        return pins.nextInt(4) == 0
                ? Optional.of(Instant.ofEpochSecond(0, pins.nextLong(Long.MAX_VALUE)))
                : Optional.empty();
    }

    private Instant time() {
        return Instant.ofEpochSecond(0, random.nextLong(Long.MAX_VALUE));
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <E> E one(E[] all) {
        return all[random.nextInt(all.length)];
    }
}
