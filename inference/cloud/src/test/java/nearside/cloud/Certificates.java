package nearside.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// Identities of far sides, made by the JDK's keytool.
///
/// @param identity what the far side shows
/// @param certificate the file by which it can be trusted
record Certificates(SSLContext identity, Path certificate) {
    private static final String WORD = "changeit";

    /// For this machine's loopback, from now on.
    static Certificates good(Path folder) throws Exception {
        return make(folder, "good", "SAN=IP:127.0.0.1", List.of());
    }

    static Certificates expired(Path folder) throws Exception {
        return make(folder, "expired", "SAN=IP:127.0.0.1", List.of("-startdate", "-30d"));
    }

    static Certificates ofOtherHost(Path folder) throws Exception {
        return make(folder, "other", "SAN=DNS:other.example", List.of());
    }

    private static Certificates make(Path folder, String name, String host, List<String> more)
            throws Exception {
        Path store = folder.resolve(name + ".p12");
        Path certificate = folder.resolve(name + ".pem");
        List<String> line =
                new ArrayList<>(
                        List.of(
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + name,
                                "-ext",
                                host));
        line.addAll(List.of("-validity", "10"));
        line.addAll(more);
        keytool(store, line);
        keytool(store, List.of("-exportcert", "-rfc", "-file", certificate.toString()));
        return new Certificates(context(store), certificate);
    }

    private static void keytool(Path store, List<String> arguments) throws Exception {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        line.addAll(arguments);
        line.addAll(List.of("-alias", "far", "-storetype", "PKCS12"));
        line.addAll(List.of("-keystore", store.toString(), "-storepass", WORD));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, WORD.toCharArray());
        }
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, WORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
