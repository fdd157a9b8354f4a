package nearside.desktop.bench.evidence;

import nearside.copilot.context.graph.Text;
import nearside.copilot.context.graph.Text.Kind;
import nearside.desktop.bench.evidence.Task.Evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// All texts of a set as one store: each document once, and each dialogue once.
final class Pool {
    private final List<Text> texts = new ArrayList<>();
    private final Map<List<Text>, Integer> places = new HashMap<>();

    private Pool() {}

    /// The same questions, each to all texts.
    static List<Task> of(List<Task> tasks) {
        Pool pool = new Pool();
        List<List<Evidence>> moved = tasks.stream().map(pool::add).toList();
        List<Task> pooled = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            pooled.add(new Task(task.question(), task.answer(), pool.texts, moved.get(i)));
        }
        return pooled;
    }

    private List<Evidence> add(Task task) {
        boolean dialogue = task.texts().stream().anyMatch(it -> it.kind() == Kind.TURN);
        List<Integer> moved =
                dialogue
                        ? Stream.iterate(place(task.texts()), it -> it + 1)
                                .limit(task.texts().size())
                                .toList()
                        : task.texts().stream().map(it -> place(List.of(it))).toList();
        return task.evidence().stream()
                .map(it -> new Evidence(moved.get(it.text()), it.from(), it.to()))
                .toList();
    }

    private int place(List<Text> together) {
        Integer known = places.get(together);
        if (known != null) {
            return known;
        }
        texts.addAll(together);
        places.put(together, texts.size() - together.size());
        return texts.size() - together.size();
    }
}
