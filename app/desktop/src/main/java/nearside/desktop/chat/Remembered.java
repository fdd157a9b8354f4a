package nearside.desktop.chat;

import nearside.copilot.orchestrator.DecisionRecord;
import nearside.desktop.attach.Attached;
import nearside.desktop.trouble.Explain;
import nearside.desktop.trouble.Trouble;
import nearside.storage.Attachment;
import nearside.storage.Message;
import nearside.storage.MessageId;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Turns stored messages into rows.
record Remembered(WhyText whyText, Explain explain) {
    /// @param files of the messages that have any
    List<Row> rows(List<Message> messages, Map<MessageId, List<Attachment>> files) {
        return messages.stream()
                .flatMap(message -> row(message, files.getOrDefault(message.id(), List.of())))
                .toList();
    }

    private Stream<Row> row(Message message, List<Attachment> files) {
        List<Attached> shown = files.stream().map(Attached::of).toList();
        return switch (message.speaker()) {
            case SYSTEM -> Stream.empty();
            case USER ->
                    Stream.of(new Question(message.id(), message.text(), shown, standing(message)));
            case ASSISTANT -> Stream.of(answer(message).with(shown));
        };
    }

    private static boolean isWhole(Message message) {
        return message.body().unreadable() == 0;
    }

    private static Question.Standing standing(Message message) {
        return isWhole(message) ? Question.Standing.SAVED : Question.Standing.DAMAGED;
    }

    private Answer answer(Message message) {
        Optional<Trouble> trouble =
                isWhole(message) ? Optional.empty() : Optional.of(explain.damagedMessage());
        Progress.Over over =
                new Progress.Over(
                        Ending.of(message.state()),
                        message.facts().map(Remembered::footer),
                        trouble);
        if (message.decision().filter(DecisionRecord::isRewritten).isPresent()) {
            Part written = new Part(new Part.Writer.Person(), message.text(), Part.Standing.COUNTS);
            return new Answer(message.id(), List.of(written), over, Answer.Reasons.NONE);
        }
        Optional<Grounds> grounds = message.decision().flatMap(Grounds::ofJson);
        return new Answer(
                message.id(),
                parts(message, grounds.flatMap(Grounds::loan).map(Grounds.Loan::far).orElse("")),
                over,
                grounds.map(this::reasons).orElse(Answer.Reasons.NONE));
    }

    private Answer.Reasons reasons(Grounds grounds) {
        return new Answer.Reasons(
                whyText.of(grounds), whyText.notice(grounds), whyText.borrowed(grounds));
    }

    /// The runs of a reply; one in which it began anew is two.
    private static List<Part> parts(Message message, String far) {
        int givenUp = message.decision().map(DecisionRecord::givenUp).orElse(0);
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (Message.Segment segment : message.segments()) {
            String text = segment.text();
            int cut = Math.clamp(givenUp - at, 0, text.length());
            add(parts, segment.source(), far, text.substring(0, cut), Part.Standing.GIVEN_UP);
            add(parts, segment.source(), far, text.substring(cut), Part.Standing.COUNTS);
            at += text.length();
        }
        return parts;
    }

    private static void add(
            List<Part> parts,
            Message.Source source,
            String far,
            String text,
            Part.Standing standing) {
        if (!text.isEmpty()) {
            Part.Writer writer =
                    switch (source) {
                        case HERE -> new Part.Writer.Here();
                        case BORROWED -> new Part.Writer.Far(far);
                    };
            parts.add(new Part(writer, text, standing));
        }
    }

    private static Progress.Footer footer(Message.Facts facts) {
        return new Progress.Footer(
                facts.model(),
                facts.tokensPerSecond(),
                facts.firstWordSeconds(),
                facts.replyTokens());
    }
}
