package nearside.desktop.bench.evidence;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import nearside.copilot.context.Sources;
import nearside.copilot.context.graph.Text;
import nearside.desktop.bench.evidence.PackPlan.Titles;
import nearside.desktop.bench.evidence.Task.Evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Reads a set of questions: a JSON array in the form of HotpotQA (`question`, `answer`, `context`
/// as pairs of title and sentences, `supporting_facts` as pairs of title and number of a sentence),
/// or in the form of dialogues (`question`, `turns` as objects with `id`, `speaker` and `text`,
/// `gold` as ids).
///
/// Yang et al., "HotpotQA: A Dataset for Diverse, Explainable Multi-hop Question Answering", 2018.
final class TaskReader {
    private final Titles titles;
    private final Sources sources = new Sources();
    private final Map<String, Text> turns = new HashMap<>();

    TaskReader(Titles titles) {
        this.titles = titles;
    }

    /// @throws IllegalArgumentException that says where the set is not as expected
    List<Task> read(JsonArray set) {
        if (set.isEmpty()) {
            throw new IllegalArgumentException("expected at least one question, found none");
        }
        return IntStream.range(0, set.size())
                .mapToObj(i -> task(new Place("question " + (i + 1)), set.get(i)))
                .toList();
    }

    private Task task(Place at, JsonElement element) {
        JsonObject task = at.object(element, "an object");
        String question = at.text(task, "question");
        if (task.has("turns")) {
            return dialogue(at, task, question);
        }
        if (!task.has("context")) {
            throw at.expected("\"context\" or \"turns\"", "neither");
        }
        return documents(at, task, question);
    }

    private Task documents(Place at, JsonObject task, String question) {
        List<Text> texts = new ArrayList<>();
        Map<String, Integer> byTitle = new HashMap<>();
        for (JsonElement each : at.array(task, "context")) {
            JsonArray pair = at.pair(each, "[title, sentences]");
            String title = at.text(pair.get(0), "a title");
            List<String> sentences = at.texts(pair.get(1), "sentences");
            byTitle.putIfAbsent(title, texts.size());
            texts.add(
                    sources.document(
                            titles == Titles.READ ? title : "",
                            sentences.stream().map(String::strip).toList()));
        }
        List<Evidence> evidence = new ArrayList<>();
        for (JsonElement each : at.array(task, "supporting_facts")) {
            JsonArray pair = at.pair(each, "[title, number of a sentence]");
            String title = at.text(pair.get(0), "a title");
            int sentence = at.number(pair.get(1));
            Integer text = byTitle.get(title);
            if (text == null) {
                throw at.expected("a title of \"context\"", "'" + title + "'");
            }
            // Some of the set's own numbers are beyond the text.
            if (sentence < texts.get(text).pieces().size()) {
                evidence.add(new Evidence(text, sentence, sentence + 1));
            }
        }
        return new Task(question, answer(at, task), texts, evidence);
    }

    private Task dialogue(Place at, JsonObject task, String question) {
        List<Text> texts = new ArrayList<>();
        Map<String, Integer> byId = new HashMap<>();
        for (JsonElement each : at.array(task, "turns")) {
            JsonObject turn = at.object(each, "turns as objects");
            String speaker = titles == Titles.READ ? at.text(turn, "speaker") : "";
            byId.put(id(at, turn.get("id")), texts.size());
            texts.add(turn(speaker, at.text(turn, "text")));
        }
        List<Evidence> evidence = new ArrayList<>();
        for (JsonElement gold : at.array(task, "gold")) {
            Integer text = byId.get(id(at, gold));
            if (text == null) {
                throw at.expected("an id of \"turns\" in \"gold\"", gold.toString());
            }
            evidence.add(new Evidence(text, 0, texts.get(text).pieces().size()));
        }
        return new Task(question, answer(at, task), texts, evidence);
    }

    private static Optional<String> answer(Place at, JsonObject task) {
        return task.get("answer") instanceof JsonPrimitive
                ? Optional.of(at.text(task, "answer"))
                : Optional.empty();
    }

    /// Many questions are asked of one dialogue.
    private Text turn(String speaker, String text) {
        return turns.computeIfAbsent(speaker + "\n" + text, _ -> sources.turn(speaker, text));
    }

    private static String id(Place at, JsonElement id) {
        if (id instanceof JsonPrimitive value && (value.isString() || value.isNumber())) {
            return value.getAsString();
        }
        throw at.expected("an id that is a text or a number", String.valueOf(id));
    }
}
