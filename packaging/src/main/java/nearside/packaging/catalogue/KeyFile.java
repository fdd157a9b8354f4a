package nearside.packaging.catalogue;

import nearside.copilot.catalogue.CatalogueKey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file with both halves of a key in PEM, the private one in PKCS#8: as OpenSSL writes them.
final class KeyFile {
    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int LINE = 64;

    private KeyFile() {}

    /// Writes a new one, which nobody but its owner can read where the system can tell.
    ///
    /// @throws IOException also if there is a file already
    static PublicKey make(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        String text = block(PRIVATE, pair.getPrivate()) + block(PUBLIC, pair.getPublic());
        Set<StandardOpenOption> alone =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, alone, ownersOnly())) {
            channel.write(StandardCharsets.US_ASCII.encode(text));
        }
        return pair.getPublic();
    }

    private static FileAttribute<?>[] ownersOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String block(String kind, Key key) {
        String lines =
                Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }

    static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
        byte[] encoded = bytes(file, PRIVATE);
        return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    /// The public half, which has to be one that programs believe.
    static PublicKey publicKey(Path file) throws IOException, GeneralSecurityException {
        byte[] encoded = bytes(file, PUBLIC);
        PublicKey key =
                KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        return CatalogueKey.of(CatalogueKey.text(key))
                .orElseThrow(() -> new GeneralSecurityException("a weak key"));
    }

    private static byte[] bytes(Path file, String kind) throws IOException {
        Matcher block =
                Pattern.compile(
                                "-----BEGIN "
                                        + kind
                                        + "-----([A-Za-z0-9+/=\\s]+)-----END "
                                        + kind
                                        + "-----")
                        .matcher(Files.readString(file, StandardCharsets.US_ASCII));
        if (!block.find()) {
            throw new IOException(file + " holds no " + kind);
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }
}
