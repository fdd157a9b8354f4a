package nearside.copilot.context;

import nearside.copilot.context.Filling.Kept;
import nearside.copilot.context.graph.Graph;
import nearside.copilot.context.graph.Text;
import nearside.copilot.context.graph.Text.Kind;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/// Writes what stays as one text: each source once, under a header with a number that an answer can
/// cite. Documents stand so that the best are at the ends, where models look (Liu et al., "Lost in
/// the Middle", 2024); turns stand in their order.
public record Rendering(Graph graph) {
    /// Sources with a blank line between; empty where nothing stays.
    public String of(Kept kept) {
        return order(kept.texts()).stream()
                .map(text -> source(text, kept))
                .collect(Collectors.joining("\n\n"));
    }

    /// @param texts the best first
    private List<Integer> order(List<Integer> texts) {
        List<Integer> turns = texts.stream().filter(it -> kind(it) == Kind.TURN).sorted().toList();
        Deque<Integer> front = new ArrayDeque<>();
        Deque<Integer> back = new ArrayDeque<>();
        for (int text : texts) {
            if (kind(text) == Kind.DOCUMENT) {
                if (front.size() <= back.size()) {
                    front.addLast(text);
                } else {
                    back.addFirst(text);
                }
            }
        }
        List<Integer> all = new ArrayList<>(front);
        all.addAll(turns);
        all.addAll(back);
        return all;
    }

    private Kind kind(int text) {
        return graph.text(text).kind();
    }

    private String source(int text, Kept kept) {
        Text source = graph.text(text);
        String name = source.header().text();
        StringBuilder written = new StringBuilder("[" + (text + 1) + "]");
        written.append(name.isEmpty() ? "" : " " + name);
        for (int piece = graph.begin(text); piece < graph.begin(text + 1); piece++) {
            if (kept.pieces().get(piece)) {
                boolean first = kept.pieces().previousSetBit(piece - 1) < graph.begin(text);
                written.append(first ? "\n" : " ").append(graph.piece(piece).text().strip());
            }
        }
        return written.toString();
    }
}
