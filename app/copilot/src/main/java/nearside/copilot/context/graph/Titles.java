package nearside.copilot.context.graph;

import nearside.storage.index.Tokens;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What each text is about, by name, and which texts are named by some words.
final class Titles {
    /// Says which of several things of one name is meant.
    private static final Pattern APPENDIX = Pattern.compile("\\s*\\([^)]*\\)\\s*$");

    /// Shorter names are words of any text.
    private static final int SHORTEST = 4;

    private final List<List<String>> names;
    private final Map<String, List<Title>> byFirstWord = new HashMap<>();

    /// A name, and the texts that are about what it names.
    private record Title(List<String> words, Set<Integer> texts) {
        boolean standsAt(int at, List<String> text) {
            return at + words.size() <= text.size()
                    && text.subList(at, at + words.size()).equals(words);
        }
    }

    Titles(List<Text> texts) {
        names = texts.stream().map(Titles::names).toList();
        for (int text = 0; text < names.size(); text++) {
            for (String name : names.get(text)) {
                put(List.of(name.split(" ", -1)), text);
            }
        }
    }

    private void put(List<String> words, int text) {
        List<Title> same = byFirstWord.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>());
        same.stream()
                .filter(it -> it.words().equals(words))
                .findFirst()
                .orElseGet(() -> {
                    Title title = new Title(words, new HashSet<>());
                    same.add(title);
                    return title;
                })
                .texts()
                .add(text);
    }

    /// Its header, and the first name that it names itself.
    private static List<String> names(Text text) {
        if (text.kind() == Text.Kind.TURN) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        names.add(
                String.join(" ", Tokens.of(APPENDIX.matcher(text.header().text()).replaceAll(""))));
        text.pieces().stream()
                .limit(1)
                .flatMap(piece -> piece.names().stream().limit(1))
                .forEach(names::add);
        names.removeIf(name -> !isTelling(name));
        return List.copyOf(names);
    }

    private static boolean isTelling(String name) {
        return name.length() >= SHORTEST
                || (!name.isEmpty() && name.chars().allMatch(Character::isDigit))
                || name.codePoints().anyMatch(Character::isIdeographic);
    }

    /// Names of what a text is about.
    List<String> of(int text) {
        return names.get(text);
    }

    /// The texts that these words name.
    Set<Integer> named(List<String> words) {
        Set<Integer> named = new LinkedHashSet<>();
        for (int at = 0; at < words.size(); at++) {
            for (Title title : byFirstWord.getOrDefault(words.get(at), List.of())) {
                if (title.standsAt(at, words)) {
                    named.addAll(title.texts());
                }
            }
        }
        return named;
    }
}
