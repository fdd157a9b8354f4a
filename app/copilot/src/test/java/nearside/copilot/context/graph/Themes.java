package nearside.copilot.context.graph;

import nearside.engine.Prompt.Line;
import nearside.engine.Role;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A long talk with planted themes: each is told in ten to twenty sentences with words of its own,
/// in mixed order, with chatter of everybody's words between them.
public final class Themes {
    private static final String[] SYLLABLES =
            ("ba be bi bo bu da de di do du fa fe fi fo ga go ka ke ki ko la le li lo lu ma me mi mo"
                            + " na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi"
                            + " vo za ze zi zo")
                    .split(" ", -1);
    private static final int WORDS = 24;
    private static final int COMMON = 400;

    private final SplittableRandom random;
    private final List<List<String>> vocabularies = new ArrayList<>();
    private final List<String> common;
    private final List<Line> lines = new ArrayList<>();
    private final List<List<String>> sentences = new ArrayList<>();

    /// @param letters of the whole talk, at least
    public Themes(long seed, int themes, int letters) {
        random = new SplittableRandom(seed);
        common = words(COMMON);
        List<String> all = new ArrayList<>();
        for (int theme = 0; theme < themes; theme++) {
            vocabularies.add(words(WORDS));
            List<String> own =
                    IntStream.range(0, 10 + random.nextInt(11))
                            .mapToObj(_ -> told(vocabularies.getLast()))
                            .toList();
            sentences.add(own);
            all.addAll(own);
        }
        int length = all.stream().mapToInt(String::length).sum();
        while (length < letters) {
            all.add(chatter());
            length += all.getLast().length();
        }
        Collections.shuffle(all, new Random(seed));
        turns(all);
    }

    private void turns(List<String> all) {
        int at = 0;
        while (at < all.size()) {
            int end = Math.min(all.size(), at + 1 + random.nextInt(12));
            Role role = lines.size() % 2 == 0 ? Role.USER : Role.ASSISTANT;
            lines.add(new Line(role, String.join(" ", all.subList(at, end))));
            at = end;
        }
    }

    private List<String> words(int count) {
        return IntStream.range(0, count).mapToObj(_ -> word()).toList();
    }

    private String word() {
        return IntStream.range(0, 2 + random.nextInt(3))
                .mapToObj(_ -> SYLLABLES[random.nextInt(SYLLABLES.length)])
                .collect(Collectors.joining());
    }

    /// Some words of a theme among those of everybody.
    private String told(List<String> vocabulary) {
        List<String> words = new ArrayList<>();
        for (int i = 3 + random.nextInt(4); i > 0; i--) {
            words.add(vocabulary.get(random.nextInt(vocabulary.size())));
            words.add(commonWord());
        }
        return "The " + String.join(" ", words) + ".";
    }

    private String chatter() {
        return IntStream.range(0, 4 + random.nextInt(12))
                .mapToObj(_ -> commonWord())
                .collect(Collectors.joining(" ", "So ", "."));
    }

    /// Some are said much more than others.
    private String commonWord() {
        double at = random.nextDouble();
        return common.get((int) (at * at * common.size()));
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /// The part of the themes of which at least one sentence is in a text.
    public double heardIn(String text) {
        long heard =
                sentences.stream().filter(own -> own.stream().anyMatch(text::contains)).count();
        return (double) heard / sentences.size();
    }
}
