package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What our own kernels cost, each beside a naive one, by JMH: sampler, schema, look-up, template,
/// text. Not part of the everyday run; JMH starts JVMs of its own, with the flags of the packaged
/// worker.
///
/// `mvn -pl inference/worker -am test -Dtest=KernelBenchmark
/// -Dsurefire.failIfNoSpecifiedTests=false`
///
/// The figures go to `target/kernels.csv`, or to the file that `-Dnearside.kernels` names. Other
/// options of JMH are given by `-Dnearside.jmh`, as in `-Dnearside.jmh="-f 1 -wi 1 -i 1 Sampler"`.
class KernelBenchmark {
    private static final String OPTIONS = "-f 3 -wi 3 -w 1 -i 5 -r 1";
    private static final List<String> WORKER =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m");
    private static final List<String> PASSED =
            List.of("nearside.models", "ENGINE_CACHE_DIR", "ai.djl.offline", "OPT_OUT_TRACKING");

    @Test
    void run() throws Exception {
        Path table = Path.of(System.getProperty("nearside.kernels", "target/kernels.csv"));
        Files.createDirectories(table.toAbsolutePath().getParent());
        Process jmh = new ProcessBuilder(command(table)).redirectErrorStream(true).start();
        jmh.getInputStream().transferTo(System.out);
        assertEquals(0, jmh.waitFor());
    }

    /// JMH hands the flags of its own JVM on to those that it starts.
    private static List<String> command(Path table) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(WORKER);
        PASSED.forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-cp", classPath(), "org.openjdk.jmh.Main"));
        command.addAll(List.of("-foe", "true", "-rf", "csv", "-rff", table.toString()));
        Stream.of(System.getProperty("nearside.jmh", OPTIONS).split(" ")).forEach(command::add);
        return command;
    }

    /// What the tests see, without modules: JMH knows none.
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                Path.of("target", "test-classes").toAbsolutePath().toString(),
                System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path"));
    }
}
