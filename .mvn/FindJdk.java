import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says in one sentence what is missing when this machine has no JDK 25. Runs on Maven's own JVM (17 or newer) before
 * the toolchains plugin, which finds the JDK by itself in the same places but explains its absence at length.
 */
class FindJdk {
    private static final int WANTED = 25;
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"" + WANTED + "([.\"+-].*)?");

    public static void main(String[] args) throws IOException {
        if (homes().noneMatch(FindJdk::isWanted) && !namedInToolchains()) {
            System.err.println("Nearside is built with JDK " + WANTED + ", and none was found: install one (for example"
                    + " Eclipse Temurin " + WANTED + ") in the usual place of your system or set JAVA_HOME to it, then run"
                    + " the same command again.");
            System.exit(1);
        }
    }

    private static Stream<Path> homes() {
        Path home = Path.of(System.getProperty("user.home"));
        Stream<Path> named = System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().matches("(JAVA|JDK)\\w*HOME\\w*"))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .map(Path::of);
        List<Path> parents = List.of(
                Path.of("/usr/lib/jvm"),
                Path.of("/usr/java"),
                Path.of("/usr/local/openjdk"),
                Path.of("/opt"),
                Path.of("/opt/java"),
                Path.of("/Library/Java/JavaVirtualMachines"),
                home.resolve("Library/Java/JavaVirtualMachines"),
                home.resolve(".sdkman/candidates/java"),
                home.resolve(".jdks"),
                home.resolve(".m2/jdks"),
                home.resolve(".asdf/installs/java"),
                home.resolve(".jbang/cache/jdks"),
                home.resolve(".gradle/jdks"),
                home.resolve("scoop/apps"),
                Path.of("C:/Program Files/Java"),
                Path.of("C:/Program Files/Eclipse Adoptium"),
                Path.of("C:/Program Files/Microsoft"),
                Path.of("C:/Program Files/Zulu"));
        Stream<Path> children = parents.stream().flatMap(FindJdk::below);
        return Stream.of(Stream.of(Path.of(System.getProperty("java.home"))), named, children).flatMap(s -> s);
    }

    private static Stream<Path> below(Path parent) {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.toList().stream();
        } catch (IOException absent) {
            return Stream.empty();
        }
    }

    private static boolean isWanted(Path home) {
        return releaseNames(home.resolve("release")) || releaseNames(home.resolve("Contents/Home/release"));
    }

    private static boolean releaseNames(Path release) {
        try (Stream<String> lines = Files.lines(release)) {
            return lines.anyMatch(line -> VERSION.matcher(line).matches());
        } catch (IOException | RuntimeException absent) {
            return false;
        }
    }

    private static boolean namedInToolchains() throws IOException {
        Path file = Path.of(System.getProperty("user.home"), ".m2", "toolchains.xml");
        return Files.isRegularFile(file) && Files.readString(file).contains("<version>" + WANTED);
    }
}
