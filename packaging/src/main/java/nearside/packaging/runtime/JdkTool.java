package nearside.packaging.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A tool of the JDK that this build runs on: jmod, jlink, jpackage.
public record JdkTool(String name, Map<String, String> environment) {
    public JdkTool {
        environment = Map.copyOf(environment);
    }

    public JdkTool(String name) {
        this(name, Map.of());
    }

    /// Runs the tool to its end; what it printed is part of the exception when it fails.
    public void run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", name).toString());
        command.addAll(arguments);
        Path output = Files.createTempFile(name, ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            int exit = builder.redirectOutput(output.toFile()).start().waitFor();
            if (exit != 0) {
                throw new IOException(
                        name + " ended with " + exit + ":\n" + Files.readString(output));
            }
        } finally {
            Files.delete(output);
        }
    }
}
