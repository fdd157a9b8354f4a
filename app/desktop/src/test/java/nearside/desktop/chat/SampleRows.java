package nearside.desktop.chat;

import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Words;
import nearside.engine.EngineFailure;
import nearside.storage.MessageId;

import java.util.List;
import java.util.Optional;

/// Invented rows to look at.
public final class SampleRows {
    private SampleRows() {}

    public static List<Row> all(Words words) {
        Explain explain = new Explain(words);
        return List.of(
                new Question("What is a moon?", List.of(), Question.Standing.SAVED),
                answer(
                        "A moon is a natural body that orbits a planet. The Earth has one; Jupiter"
                                + " has more than ninety.\n\nOur moon always shows the same side, because it"
                                + " turns once around itself in the time it needs for one orbit. What we see"
                                + " of it depends on where the sun stands.",
                        new Progress.Over(
                                Ending.DONE,
                                Optional.of(new Progress.Footer("starter", 61.4, 0.31, 58)),
                                Optional.empty())),
                new Question(
                        "And why does it always show the same side? Please explain it so that a child"
                                + " understands it, with an example from everyday life and a small"
                                + " experiment.\n为什么月亮总是以同一面朝向我们？",
                        List.of(),
                        Question.Standing.SAVED),
                answer(
                        "Hold a ball and walk around a table while you keep looking at the table. 月亮就是这样绕着地球转的。",
                        new Progress.Over(
                                Ending.CUT,
                                Optional.empty(),
                                Optional.of(
                                        explain.of(
                                                new EngineFailure.WorkerDied(
                                                        EngineFailure.Stage.WRITE, 137))))),
                new Question(
                        "And how long does one turn take?", List.of(), Question.Standing.SAVED),
                borrowed(),
                new Question("Go on then", List.of(), Question.Standing.SAVED),
                answer(
                        "Then the second rename would fail. Add a counter when the name is taken",
                        new Progress.Writing(16, 58.2)),
                new Question("And one more thing", List.of(), Question.Standing.QUEUED));
    }

    private static Answer borrowed() {
        return new Answer(
                new MessageId("b"),
                List.of(
                        new Part(
                                new Part.Writer.Here(),
                                "The moon turns once while it goes around the earth once, which is"
                                        + " why we always see the same side. One turn takes",
                                Part.Standing.COUNTS),
                        new Part(
                                new Part.Writer.Far("Big one"),
                                "27.3 days against the stars. Seen from here it is 29.5 days from"
                                        + " one new moon to the next, since the earth moves on"
                                        + " meanwhile.",
                                Part.Standing.COUNTS)),
                new Progress.Over(
                        Ending.DONE,
                        Optional.of(new Progress.Footer("Big one", 48.1, 0.9, 61)),
                        Optional.empty()),
                new Answer.Reasons(
                        "Borrowed from Big one at api.example.com.",
                        "",
                        "Borrowed from Big one, because the model here could not go on. 312 tokens"
                                + " left this device for api.example.com."));
    }

    private static Answer answer(String text, Progress progress) {
        Answer answer =
                new Answer(
                        new MessageId("m"),
                        List.of(new Part(new Part.Writer.Here(), text, Part.Standing.COUNTS)),
                        new Progress.Over(Ending.DONE, Optional.empty(), Optional.empty()),
                        new Answer.Reasons(
                                "Answered on this device, because everything fits: 213 tokens of conversation need 412 MB of memory, and 9.1 GB were free. Nothing left the device.",
                                "",
                                ""));
        answer.becomes(progress);
        return answer;
    }
}
