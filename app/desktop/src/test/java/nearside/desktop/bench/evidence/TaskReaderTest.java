package nearside.desktop.bench.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;

import nearside.copilot.context.reading.Piece;
import nearside.desktop.bench.evidence.PackPlan.Titles;
import nearside.desktop.bench.evidence.Task.Evidence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class TaskReaderTest {
    private static JsonArray json(String text) {
        return JsonParser.parseString(text.replace('\'', '"')).getAsJsonArray();
    }

    private static List<Task> read(String text) {
        return new TaskReader(Titles.READ).read(json(text));
    }

    private static final String DOCUMENTS =
            "[{'question': 'Who?', 'answer': 'Ann', 'context': [['A', ['One.', ' Two.']], ['B',"
                    + " ['Three.']]], 'supporting_facts': [['B', 0], ['A', 1], ['A', 7]]}]";

    @Test
    void documentsHaveTitlesAndSentences() {
        Task task = read(DOCUMENTS).getFirst();
        assertEquals("Who?", task.question());
        assertEquals(Optional.of("Ann"), task.answer());
        assertEquals(
                List.of("A", "B"), task.texts().stream().map(it -> it.header().text()).toList());
        assertEquals(
                List.of("One.", "Two."),
                task.texts().getFirst().pieces().stream().map(Piece::text).toList());
        assertEquals(
                List.of(new Evidence(1, 0, 1), new Evidence(0, 1, 2)),
                task.evidence(),
                "a number beyond the text is none");
    }

    @Test
    void titlesCanBeLeftOut() {
        Task task = new TaskReader(Titles.LEFT_OUT).read(json(DOCUMENTS)).getFirst();
        assertEquals(List.of("", ""), task.texts().stream().map(it -> it.header().text()).toList());
        assertEquals(2, task.evidence().size());
    }

    @Test
    void aDialogueHasTurnsWithIdsThatAreTextsOrNumbers() {
        Task task =
                read("[{'question': 'Who?', 'turns': [{'id': 't1', 'speaker': 'a', 'text': 'Hello."
                                + " You.'}, {'id': 2, 'speaker': 'b', 'text': 'Yes'}], 'gold': [2,"
                                + " 't1']}]")
                        .getFirst();
        assertEquals(Optional.empty(), task.answer());
        assertEquals(
                List.of(new Evidence(1, 0, 1), new Evidence(0, 0, 1)),
                task.evidence(),
                "a short turn is one piece");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[] | expected at least one question, found none",
                "[7] | question 1: expected an object, found 7",
                "[{}] | question 1: expected a text under \"question\", found nothing",
                "[{'question': 'Q'}] | question 1: expected \"context\" or \"turns\", found neither",
                "[{'question': 'Q', 'context': 3}] | question 1: expected an array under \"context\", found 3",
                "[{'question': 'Q', 'context': [['A']]}] | question 1: expected [title, sentences], found an array of 1",
                "[{'question': 'Q', 'context': [['A', ['x']]], 'supporting_facts': [['Z', 0]]}] | question 1: expected a title of \"context\", found 'Z'",
                "[{'question': 'Q', 'context': [['A', ['x']]], 'supporting_facts': [['A', -1]]}] | question 1: expected a number from 0 on, found -1",
                "[{'question': 'Q', 'turns': [{'id': 1, 'speaker': 'a', 'text': 'x'}], 'gold': [5]}] | question 1: expected an id of \"turns\" in \"gold\", found 5",
                "[{'question': 'Q', 'turns': [{'speaker': 'a', 'text': 'x'}], 'gold': []}] | question 1: expected an id that is a text or a number, found null",
            })
    void whatIsWrongIsSaidWithItsPlace(String set, String sentence) {
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> read(set));
        assertEquals(sentence, wrong.getMessage());
    }
}
