package nearside.copilot.context.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Where each word stands and how often, in plain arrays: the places of word `w` are
/// `places[begins[w]]` to `places[begins[w + 1] - 1]`, in their order.
final class Postings {
    private final Map<String, Integer> ids = new HashMap<>();
    private final int[] begins;
    private final int[] places;
    private final int[] counts;

    /// @param all the words of each place
    Postings(List<List<String>> all) {
        int[] sizes = all.stream().mapToInt(List::size).toArray();
        int[] words = new int[Arrays.stream(sizes).sum()];
        int at = 0;
        for (List<String> place : all) {
            for (String word : place) {
                words[at++] = ids.computeIfAbsent(word, _ -> ids.size());
            }
        }
        begins = new int[ids.size() + 1];
        places = new int[words.length];
        counts = new int[words.length];
        int[] ends = ends(words, sizes);
        fill(words, sizes, ends);
    }

    /// Counts the places of each word and lays them one after the other.
    private int[] ends(int[] words, int[] sizes) {
        int[] last = new int[ids.size()];
        Arrays.fill(last, -1);
        int at = 0;
        for (int place = 0; place < sizes.length; place++) {
            for (int i = 0; i < sizes[place]; i++) {
                int word = words[at++];
                if (last[word] != place) {
                    last[word] = place;
                    begins[word + 1]++;
                }
            }
        }
        for (int word = 0; word < ids.size(); word++) {
            begins[word + 1] += begins[word];
        }
        return Arrays.copyOf(begins, ids.size());
    }

    private void fill(int[] words, int[] sizes, int[] ends) {
        int at = 0;
        for (int place = 0; place < sizes.length; place++) {
            for (int i = 0; i < sizes[place]; i++) {
                int word = words[at++];
                boolean again = ends[word] > begins[word] && places[ends[word] - 1] == place;
                if (!again) {
                    places[ends[word]++] = place;
                }
                counts[ends[word] - 1]++;
            }
        }
    }

    /// Told of a place and a count.
    interface Visitor {
        void at(int place, int count);
    }

    void visit(String word, Visitor visitor) {
        int id = ids.getOrDefault(word, -1);
        if (id >= 0) {
            for (int i = begins[id]; i < begins[id + 1]; i++) {
                visitor.at(places[i], counts[i]);
            }
        }
    }

    /// Tells of the places on both sides of one, so many of each, without that one.
    void visitNear(String word, int place, int each, Visitor visitor) {
        int id = ids.getOrDefault(word, -1);
        int at = id < 0 ? -1 : Arrays.binarySearch(places, begins[id], begins[id + 1], place);
        if (at >= 0) {
            int end = Math.min(at + each + 1, begins[id + 1]);
            for (int i = Math.max(at - each, begins[id]); i < end; i++) {
                if (i != at) {
                    visitor.at(places[i], counts[i]);
                }
            }
        }
    }

    /// In how many places it stands.
    int spread(String word) {
        int id = ids.getOrDefault(word, -1);
        return id < 0 ? 0 : begins[id + 1] - begins[id];
    }

    IntStream places(String word) {
        int id = ids.getOrDefault(word, -1);
        return id < 0 ? IntStream.empty() : Arrays.stream(places, begins[id], begins[id + 1]);
    }
}
