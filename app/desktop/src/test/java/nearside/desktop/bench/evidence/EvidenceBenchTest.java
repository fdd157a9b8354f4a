package nearside.desktop.bench.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.desktop.bench.evidence.PackPlan.Room;
import nearside.desktop.bench.evidence.PackPlan.Titles;
import nearside.desktop.bench.evidence.PackPlan.Where;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class EvidenceBenchTest {
    private static final String SET =
            """
            [{"question": "In which country lives the painter Anna Berg?", "context": [
               ["Anna Berg", ["Anna Berg is a painter.", "She lives near Lake Vorn."]],
               ["Radio", ["A painter paints a lake.", "Each country has a painter."]],
               ["Lake Vorn", ["Lake Vorn lies in Estonia.", "It is deep."]]],
              "supporting_facts": [["Anna Berg", 1], ["Lake Vorn", 0]]},
             {"question": "What is on air?", "context": [
               ["Radio", ["A painter paints a lake.", "Each country has a painter."]],
               ["Waves", ["Waves are on air."]]],
              "supporting_facts": [["Waves", 0]]}]
            """;

    private static JsonObject run(Room room, Where where) {
        PackPlan plan = new PackPlan(Path.of("set"), room, where, Titles.READ);
        return new EvidenceBench(plan, text -> text.split(" ", -1).length)
                .run(JsonParser.parseString(SET).getAsJsonArray());
    }

    private static double complete(JsonObject report, String way) {
        return report.getAsJsonObject("ways")
                .getAsJsonObject(way)
                .getAsJsonObject("evidence_complete")
                .get("share")
                .getAsDouble();
    }

    @Test
    void hopsKeepWhatWordsDoNot() {
        JsonObject report = run(new Room.Ratio(1.3), Where.ITS_OWN);
        assertEquals(2, report.get("questions").getAsInt());
        assertEquals((33 + 16) / 2.0, report.get("full_tokens").getAsDouble());
        assertEquals(1, complete(report, "packer"));
        assertEquals(0.5, complete(report, "bm25_sentences"));
    }

    /// A text that two questions share stands in the store once.
    @Test
    void inAPoolEachQuestionIsPutToAllTexts() {
        JsonObject report = run(new Room.Budget(30), Where.POOLED);
        assertEquals(38, report.get("full_tokens").getAsDouble());
        assertEquals(1, complete(report, "packer"));
    }

    @Test
    void withRoomForAllEverythingIsKept() {
        JsonObject report = run(new Room.Budget(1_000), Where.ITS_OWN);
        for (String way : report.getAsJsonObject("ways").keySet()) {
            assertEquals(1, complete(report, way));
        }
    }

    @Test
    void withoutALimitItEndsWhereNothingIsAdded() {
        JsonObject packer =
                run(new Room.Adaptive(), Where.POOLED)
                        .getAsJsonObject("ways")
                        .getAsJsonObject("packer");
        assertEquals(1, packer.getAsJsonObject("evidence_complete").get("share").getAsDouble());
        assertTrue(packer.get("tokens").getAsDouble() < 38);
    }

    /// R, `binom.test`-like figures: Wilson's interval of 93 of 100 is 0.863 to 0.966.
    @Test
    void theIntervalOfAShareIsWilsons() {
        assertArrayEquals(new double[] {0.8625, 0.9657}, EvidenceReport.interval(93, 100), 0.0005);
        assertArrayEquals(new double[] {0, 0.2775}, EvidenceReport.interval(0, 10), 0.0005);
    }
}
