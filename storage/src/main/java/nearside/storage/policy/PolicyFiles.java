package nearside.storage.policy;

import nearside.storage.policy.PolicyTexts.PolicyText;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Reads policy files that are in the hands of administrators.
///
/// @param custody whose a file is
record PolicyFiles(Function<Path, Custody> custody) {
    static final int MOST_BYTES = 1 << 16;

    /// Those that are there, each as a text or a fault.
    PolicyTexts read(List<Path> files) {
        List<PolicyText> texts = new ArrayList<>();
        List<PolicyFault> faults = new ArrayList<>();
        for (Path file : files) {
            switch (custody.apply(file)) {
                case Custody.Absent _ -> {}
                case Custody.Faulty(PolicyFault fault) -> faults.add(fault);
                case Custody.Administrators _ -> read(file, texts, faults);
            }
        }
        return new PolicyTexts(texts, faults);
    }

    private static void read(Path file, List<PolicyText> texts, List<PolicyFault> faults) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                faults.add(new PolicyFault.TooLarge(file, Files.size(file), MOST_BYTES));
            } else {
                texts.add(new PolicyText(file, text(bytes)));
            }
        } catch (CharacterCodingException noText) {
            faults.add(new PolicyFault.NotJson(file, "not UTF-8"));
        } catch (IOException unreadable) {
            faults.add(new PolicyFault.Unreadable(file));
        }
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
