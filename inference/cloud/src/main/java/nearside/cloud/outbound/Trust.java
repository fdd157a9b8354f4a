package nearside.cloud.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Who may vouch for a far side: those whom the system trusts, and those whom the administrators
/// add.
final class Trust {
    /// Where the distributions keep one file of all roots: Debian and its kin, Fedora and its kin,
    /// SUSE, Alpine.
    private static final List<Path> BUNDLES =
            List.of(
                    Path.of("/etc/ssl/certs/ca-certificates.crt"),
                    Path.of("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
                    Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
                    Path.of("/etc/ssl/ca-bundle.pem"),
                    Path.of("/etc/ssl/cert.pem"));

    private static final List<String> WINDOWS = List.of("Windows-ROOT");
    private static final List<String> MAC = List.of("KeychainStore-ROOT", "KeychainStore");

    private Trust() {}

    /// @param added a file of certificates beside the system's
    static SSLContext context(Optional<Path> added) throws GeneralSecurityException, IOException {
        List<Certificate> roots = new ArrayList<>(ofSystem(System.getProperty("os.name", "")));
        if (added.isPresent()) {
            roots.addAll(inFile(added.get()));
        }
        TrustManagerFactory managers =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store(roots));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    /// On Linux the distribution's own file counts alone: a root that was taken out there must not
    /// come back by the runtime's list. The stores of Windows and macOS hold only what was used or
    /// added there, so the runtime's list counts beside them.
    private static List<Certificate> ofSystem(String system)
            throws GeneralSecurityException, IOException {
        if (system.startsWith("Windows")) {
            return joined(ofRuntime(), ofStores(WINDOWS));
        }
        if (system.startsWith("Mac")) {
            return joined(ofRuntime(), ofStores(MAC));
        }
        Optional<Path> bundle = BUNDLES.stream().filter(Files::isReadable).findFirst();
        return bundle.isPresent() ? inFile(bundle.get()) : ofRuntime();
    }

    private static List<Certificate> joined(List<Certificate> some, List<Certificate> more) {
        List<Certificate> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static List<Certificate> ofRuntime() throws GeneralSecurityException, IOException {
        Path file = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        return in(KeyStore.getInstance(file.toFile(), (char[]) null));
    }

    private static List<Certificate> ofStores(List<String> kinds)
            throws GeneralSecurityException, IOException {
        List<Certificate> all = new ArrayList<>();
        for (String kind : kinds) {
            KeyStore store = KeyStore.getInstance(kind);
            store.load(null, null);
            all.addAll(in(store));
        }
        return all;
    }

    private static List<Certificate> in(KeyStore store) throws GeneralSecurityException {
        List<Certificate> all = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            Certificate certificate = store.getCertificate(alias);
            if (certificate != null) {
                all.add(certificate);
            }
        }
        return all;
    }

    /// All certificates of a file in PEM or DER.
    static List<Certificate> inFile(Path file) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            return List.copyOf(all);
        }
    }

    private static KeyStore store(List<Certificate> roots)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < roots.size(); i++) {
            store.setCertificateEntry("root-" + i, roots.get(i));
        }
        return store;
    }
}
