package nearside.copilot.orchestrator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// A reply as a model would write it to its end: prose in one of several languages, at times with a
/// list, code or a table in it. No run of eight words comes twice.
///
/// @param sentences where each sentence begins
record TrueText(String text, List<Integer> sentences) {
    private static final List<List<String>> TONGUES =
            List.of(
                    words(
                            "the moon sea harbour ship wind it’s light stone river don’t garden"
                                    + " market bridge winter paper letter window carries follows"
                                    + " remembers against between without slowly because whenever old"
                                    + " bright narrow seven quiet tide rope captain’s island morning"
                                    + " turns keeps opens under above"),
                    words(
                            "der Mond die See das Schiff größer Straße über während zwischen langsam"
                                    + " Brücke Fenster schreibt bleibt öffnet leise früh alte hellen"
                                    + " Garten Wind Stein Fluß Morgen niemand immer gegen unter Häfen"
                                    + " zählt später süß müde bevor wohin"),
                    words(
                            "la lune mer bateau l’île d’abord été où déjà pendant lentement pont"
                                    + " fenêtre écrit reste ouvre tôt vieille claire jardin vent pierre"
                                    + " rivière matin personne toujours contre sous ports compte après"
                                    + " doux fatigué c’est n’est avant"),
                    words(
                            "月亮 大海 港口 船只 微风 光芒 石头 河流 花园 市场 桥梁 冬天 信件 窗户 跟随 记得 反对"
                                    + " 之间 缓慢 因为 明亮 狭窄 安静 潮水 绳索 船长 岛屿 清晨 转动 保持 打开 下面"
                                    + " 上方 从来 已经 然而 人们 城墙 远山 灯塔"));
    private static final int CHINESE = 3;

    TrueText {
        sentences = List.copyOf(sentences);
    }

    private static List<String> words(String all) {
        return List.of(all.split(" "));
    }

    static TrueText of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        while (true) {
            TrueText text = new Writer(random).write();
            if (Grams.of(text.text()).repeated() == 0) {
                return text;
            }
        }
    }

    /// Where the last sentence begins that begins before this place.
    int sentenceBefore(int at) {
        return sentences.stream().filter(it -> it < at).mapToInt(it -> it).max().orElse(0);
    }

    private static final class Writer {
        private final SplittableRandom random;
        private final int tongue;
        private final StringBuilder text = new StringBuilder();
        private final List<Integer> sentences = new ArrayList<>();

        Writer(SplittableRandom random) {
            this.random = random;
            this.tongue = random.nextInt(TONGUES.size());
        }

        TrueText write() {
            paragraph();
            int parts = 2 + random.nextInt(3);
            for (int i = 0; i < parts; i++) {
                text.append("\n\n");
                switch (random.nextInt(6)) {
                    case 0 -> list("- ");
                    case 1 -> list("1. ");
                    case 2 -> code();
                    case 3 -> table();
                    default -> paragraph();
                }
            }
            text.append("\n\n");
            paragraph();
            return new TrueText(text.toString(), sentences);
        }

        private void paragraph() {
            int count = 3 + random.nextInt(5);
            for (int i = 0; i < count; i++) {
                text.append(i > 0 && tongue != CHINESE ? " " : "");
                sentence();
            }
        }

        private void list(String mark) {
            int count = 3 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                text.append(i > 0 ? "\n" : "");
                text.append(mark.equals("- ") ? mark : i + 1 + ". ");
                sentence();
            }
        }

        private void code() {
            text.append("```java\n");
            int count = 2 + random.nextInt(5);
            for (int i = 0; i < count; i++) {
                text.append("    int %s = %s(%s, %s);\n".formatted(name(), name(), name(), name()));
            }
            text.append("```");
        }

        private String name() {
            return pick() + "_" + pick();
        }

        private void table() {
            text.append("| %s | %s |\n|---|---|".formatted(pick(), pick()));
            int count = 2 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                text.append("\n| %s %s | %s |".formatted(pick(), pick(), pick()));
            }
        }

        private void sentence() {
            sentences.add(text.length());
            int count = 5 + random.nextInt(10);
            int quoted = random.nextInt(2 * count);
            List<String> words = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String word = i == 0 ? capital(pick()) : pick();
                words.add(i == quoted ? "“" + word + "”" : word);
            }
            boolean chinese = tongue == CHINESE;
            text.append(String.join(chinese ? "" : " ", words));
            text.append(List.of(".", "!", "?", ".").get(random.nextInt(4)));
            if (chinese) {
                text.setCharAt(text.length() - 1, "。！？".charAt(random.nextInt(3)));
            }
        }

        private String pick() {
            List<String> all = TONGUES.get(tongue);
            return all.get(random.nextInt(all.size()));
        }

        private static String capital(String word) {
            return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        }
    }
}
