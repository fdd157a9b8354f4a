package nearside.engine.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Names a model by what is in its folder: for what is kept about it from one start to the next.
public final class ModelHash {
    private ModelHash() {}

    /// SHA-256, in hexadecimal, of the graph file and of name and size of every other file. The
    /// weights are gigabytes and are not read: a folder whose weights alone were replaced, by as
    /// many bytes, keeps its hash. What is found by it must therefore be harmless when it is wrong.
    public static String of(ModelFolder folder) throws IOException {
        MessageDigest sha256 = sha256();
        Path graph = folder.path().resolve(folder.names().onnxFile());
        try (InputStream in = Files.newInputStream(graph);
                OutputStream out =
                        new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
            in.transferTo(out);
        }
        for (String file : folder.contents().files()) {
            String line = file + "\n" + Files.size(folder.path().resolve(file)) + "\n";
            sha256.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
