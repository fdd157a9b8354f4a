package nearside.desktop.chat;

import nearside.desktop.trouble.Explain;
import nearside.desktop.trouble.Trouble;
import nearside.storage.Message;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Turns stored messages into rows.
record Remembered(WhyText whyText, Explain explain) {
    List<Row> rows(List<Message> messages) {
        return messages.stream().flatMap(this::row).toList();
    }

    private Stream<Row> row(Message message) {
        return switch (message.speaker()) {
            case SYSTEM -> Stream.empty();
            case USER -> Stream.of(new Question(message.id(), message.text(), standing(message)));
            case ASSISTANT -> Stream.of(answer(message));
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
        Optional<Grounds> grounds = message.decision().flatMap(Grounds::ofJson);
        return new Answer(
                message.id(),
                message.text(),
                over,
                grounds.map(whyText::of).orElse(""),
                grounds.map(whyText::notice).orElse(""));
    }

    private static Progress.Footer footer(Message.Facts facts) {
        return new Progress.Footer(
                facts.model(),
                facts.tokensPerSecond(),
                facts.firstWordSeconds(),
                facts.replyTokens());
    }
}
