package nearside.packaging;

import nearside.packaging.layout.Trees;
import nearside.packaging.natives.Jar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The licences that travel with the program: its own, the list of what it is made of, and the
/// texts that each library brings in its jar. The runtime has the JDK's own `legal` beside it.
record LegalTexts(Path root) {
    private static final Pattern TEXT =
            Pattern.compile("(META-INF/)?([^/]+/)*(LICENSE|NOTICE|ThirdPartyNotices)[^/]*");

    /// Fills the folder.
    void writeTo(Path legal, List<Path> jars) throws IOException {
        Trees.remove(legal);
        Files.createDirectories(legal);
        for (String own : List.of("LICENSE", "THIRD-PARTY.md")) {
            Files.copy(root.resolve(own), legal.resolve(own));
        }
        Trees.copy(root.resolve("packaging/legal"), legal.resolve("texts"));
        for (Path jar : jars) {
            unpack(jar, legal.resolve(name(jar)));
        }
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        Files.createDirectories(folder);
        new Jar(jar).unpack(LegalTexts::isText, folder);
        try (Stream<Path> texts = Files.list(folder)) {
            if (texts.findAny().isEmpty()) {
                Files.delete(folder);
            }
        }
    }

    private static boolean isText(String entry) {
        return TEXT.matcher(entry).matches() && !entry.endsWith(".class");
    }

    private static String name(Path jar) {
        return jar.getFileName().toString().replaceAll("\\.jar$", "");
    }
}
