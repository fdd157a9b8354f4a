package nearside.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// Identities of far sides, issued by an authority of their own (`README.md` beside the files).
enum Certificates {
    /// For this machine's loopback.
    GOOD("good.p12"),
    EXPIRED("expired.p12"),
    OTHER_HOST("other-host.p12");

    private static final char[] WORD = "changeit".toCharArray();

    private final String file;

    Certificates(String file) {
        this.file = file;
    }

    /// What the far side shows.
    SSLContext identity() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = resource(file).openStream()) {
            store.load(in, WORD);
        }
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, WORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /// The file by which all of them can be trusted.
    static Path authority() throws URISyntaxException {
        return Path.of(resource("authority.pem").toURI());
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Certificates.class.getResource(name), name);
    }
}
