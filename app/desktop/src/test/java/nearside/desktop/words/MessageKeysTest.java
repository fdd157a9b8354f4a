package nearside.desktop.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class MessageKeysTest {
    private static final Path SOURCES = Path.of("src/main/java/nearside/desktop");
    private static final Path RESOURCES = Path.of("src/main/resources/nearside/desktop/words");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern TROUBLE = Pattern.compile("trouble\\(\\s*\"([a-z.-]+)\"");
    private static final Pattern KEY = Pattern.compile("[a-z]+([.-][a-z-]+)*");
    private static final Pattern SHOWN =
            Pattern.compile(
                    "(?:new (?:Label|Button|Text|MenuItem|RadioMenuItem|Tooltip)|setText"
                            + "|setPromptText|setAccessibleText|setTitle)\\(\\s*\"([^\"]+)\"");

    private final Properties english = read("messages.properties");
    private final Properties chinese = read("messages_zh_CN.properties");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertEquals(keys(english), keys(chinese));
    }

    @Test
    void bothLanguagesUseTheSameArguments() {
        for (String key : keys(english)) {
            assertEquals(arguments(english, key), arguments(chinese, key), key);
        }
    }

    /// Chinese has no plural forms: where English chooses by a number, it says the number.
    @Test
    void bothLanguagesTakeThemAsTheSameKind() {
        for (String key : keys(english)) {
            assertEquals(kinds(english.getProperty(key)), kinds(chinese.getProperty(key)), key);
        }
    }

    @Test
    void anArgumentOfAnotherKindIsFound() {
        assertEquals(Set.of("0 number", "1 text"), kinds("{0,choice,1#1 a|1<{0,number} b} {1}"));
        assertEquals(Set.of("0 text"), kinds("{0}"));
        assertEquals(Set.of("0 number"), kinds("{0,number,integer}"));
    }

    /// What counts of an argument that stands in a text twice is where it is a number.
    private static Set<String> kinds(String text) {
        Set<String> numbers =
                all(Pattern.compile("\\{(\\d),(?:number|choice)"), text)
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet());
        return all(Pattern.compile("\\{(\\d)"), text)
                .map(match -> match.group(1))
                .map(index -> index + (numbers.contains(index) ? " number" : " text"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTextIsAPatternThatCanBeFilled() {
        for (Properties texts : List.of(english, chinese)) {
            for (String key : keys(texts)) {
                String text = texts.getProperty(key);
                assertTrue(new MessageFormat(text).toPattern().length() > 0, key);
                assertTrue(text.indexOf('\'') < 0, "straight apostrophe: " + key);
                assertTrue(text.indexOf('!') < 0 && text.indexOf('！') < 0, "mark: " + key);
            }
        }
    }

    @Test
    void everyTextIsUsedAndEveryUsedOneIsThere() {
        Set<String> used = new TreeSet<>(named());
        Set<String> there = keys(english);
        Set<String> missing =
                askedFor().filter(key -> !there.contains(key)).collect(Collectors.toSet());
        Set<String> unused =
                there.stream().filter(key -> !used.contains(key)).collect(Collectors.toSet());
        assertEquals(Set.of(), missing, "missing");
        assertEquals(Set.of(), unused, "unused");
    }

    @Test
    void viewsHoldNoTextOfTheirOwn() {
        Set<String> found =
                sources()
                        .flatMap(source -> all(SHOWN, source).map(match -> match.group(1)))
                        .filter(text -> text.chars().anyMatch(Character::isLetter))
                        .collect(Collectors.toSet());
        assertEquals(Set.of(), found);
    }

    @Test
    void theScanFindsATextInAView() {
        assertEquals(1, all(SHOWN, "Label title = new Label(\"Hello\");").count());
    }

    /// All literals that look like keys, and the sentences of each named trouble.
    private static Set<String> named() {
        Stream<String> literals =
                sources()
                        .flatMap(source -> all(LITERAL, source).map(match -> match.group(1)))
                        .filter(text -> KEY.matcher(text).matches());
        return Stream.concat(literals, troubles()).collect(Collectors.toSet());
    }

    /// The keys that are asked for by name.
    private static Stream<String> askedFor() {
        Pattern asked = Pattern.compile("words\\s*\\.of\\(\\s*\"([^\"]+)\"");
        Stream<String> direct =
                sources().flatMap(source -> all(asked, source).map(match -> match.group(1)));
        return Stream.concat(direct, troubles());
    }

    private static Stream<String> troubles() {
        return sources()
                .flatMap(source -> all(TROUBLE, source).map(match -> match.group(1)))
                .flatMap(name ->
                        Stream.of(".title", ".meaning", ".next")
                                .map(end -> "trouble." + name + end));
    }

    private static Stream<MatchResult> all(Pattern pattern, String source) {
        return pattern.matcher(source).results();
    }

    private static Stream<String> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(MessageKeysTest::text)
                    .toList()
                    .stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Set<String> keys(Properties texts) {
        return new TreeSet<>(texts.stringPropertyNames());
    }

    private static Set<String> arguments(Properties texts, String key) {
        Pattern argument = Pattern.compile("\\{(\\d)");
        return all(argument, texts.getProperty(key))
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The second one of two would win unseen.
    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_zh_CN.properties"})
    void noKeyStandsTwice(String name) throws IOException {
        Set<String> seen = new TreeSet<>();
        Set<String> twice = new TreeSet<>();
        for (String line : Files.readAllLines(RESOURCES.resolve(name))) {
            int equals = line.indexOf(" = ");
            if (equals > 0 && !line.startsWith("#") && !seen.add(line.substring(0, equals))) {
                twice.add(line.substring(0, equals));
            }
        }
        assertEquals(Set.of(), twice);
    }

    private static Properties read(String name) {
        Properties texts = new Properties();
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(name))) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return texts;
    }
}
