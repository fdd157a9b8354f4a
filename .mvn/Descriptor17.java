import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Marks a compiled module descriptor as one of Java 17, so that Maven's own JVM can read it when it makes the jar. The
 * form of descriptors has not changed since; all other classes stay at 25. Argument: the module-info.class, if any.
 */
class Descriptor17 {
    private static final int MAJOR = 7;
    private static final byte JAVA_17 = 61;

    public static void main(String[] args) throws IOException {
        Path descriptor = Path.of(args[0]);
        if (!Files.exists(descriptor)) {
            return;
        }
        byte[] bytes = Files.readAllBytes(descriptor);
        if (bytes[MAJOR] > JAVA_17) {
            bytes[MAJOR] = JAVA_17;
            Files.write(descriptor, bytes);
        }
    }
}
