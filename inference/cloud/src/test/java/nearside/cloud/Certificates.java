package nearside.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// Identities of far sides, made by the JDK's keytool and issued by an authority of their own.
///
/// @param identity what the far side shows
/// @param authority the file by which it can be trusted
record Certificates(SSLContext identity, Path authority) {
    private static final String WORD = "changeit";

    /// For this machine's loopback, from now on.
    static Certificates good(Path folder) throws Exception {
        return make(folder, "SAN=IP:127.0.0.1", "-1d");
    }

    static Certificates expired(Path folder) throws Exception {
        return make(folder, "SAN=IP:127.0.0.1", "-30d");
    }

    static Certificates ofOtherHost(Path folder) throws Exception {
        return make(folder, "SAN=DNS:other.example", "-1d");
    }

    /// @param from since when it is valid, for ten days
    private static Certificates make(Path folder, String host, String from) throws Exception {
        Path store = folder.resolve("far.p12");
        Path authority = folder.resolve("authority.pem");
        Path request = folder.resolve("far.csr");
        Path issued = folder.resolve("far.pem");
        pair(store, "authority", "bc:critical=ca:true", "-40d", "400");
        keytool(store, "authority", "-exportcert", "-rfc", "-file", authority.toString());
        pair(store, "far", host, from, "10");
        keytool(store, "far", "-certreq", "-file", request.toString());
        keytool(
                store,
                "authority",
                "-gencert",
                "-rfc",
                "-ext",
                host,
                "-startdate",
                from,
                "-validity",
                "10",
                "-infile",
                request.toString(),
                "-outfile",
                issued.toString());
        keytool(store, "far", "-importcert", "-file", issued.toString());
        return new Certificates(context(store), authority);
    }

    private static void pair(Path store, String name, String extension, String from, String days)
            throws Exception {
        keytool(
                store,
                name,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                extension,
                "-startdate",
                from,
                "-validity",
                days);
    }

    private static void keytool(Path store, String name, String... arguments) throws Exception {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        line.addAll(List.of(arguments));
        line.addAll(List.of("-alias", name, "-storetype", "PKCS12", "-noprompt"));
        line.addAll(List.of("-keystore", store.toString(), "-storepass", WORD));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    /// Only the far side's own key; the authority's stays away.
    private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
        KeyStore all = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            all.load(in, WORD.toCharArray());
        }
        all.deleteEntry("authority");
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(all, WORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
