package nearside.engine.accelerator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// All that a verdict depends on: when any of it changes, the trial is made again.
///
/// @param runtime the version of ONNX Runtime
/// @param modelHash by [nearside.engine.folder.ModelHash]
public record TrialKey(Device device, String runtime, String modelHash) {

    /// SHA-256, in hexadecimal, of the parts with their lengths.
    public String name() {
        MessageDigest sha256 = sha256();
        for (String part :
                List.of(
                        device.provider().word(),
                        device.name(),
                        device.driver(),
                        runtime,
                        modelHash)) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha256.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            sha256.update(bytes);
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
