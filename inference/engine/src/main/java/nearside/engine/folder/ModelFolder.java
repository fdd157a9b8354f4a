package nearside.engine.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A model folder that was looked at and found sound: what is in it, nothing opened yet.
///
/// @param family the `type` that `genai_config.json` gives, such as `phi3` or `llama`
/// @param madeFor the provider that `genai_config.json` names, such as `cuda`; empty for the
///   processor. It runs on the processor too, only slower than a folder made for that.
public record ModelFolder(
        Path path,
        String family,
        Optional<String> madeFor,
        Contents contents,
        Shape shape,
        Names names) {

    public ModelFolder {
        path = path.toAbsolutePath().normalize();
        Objects.requireNonNull(family);
        Objects.requireNonNull(madeFor);
    }

    /// Checks the folder without loading any native code and without following any link. A link to
    /// a folder is refused too: who accepts one resolves it first.
    public static FolderCheck check(Path folder) {
        try {
            return new FolderCheck.Sound(new FolderLook(folder).look());
        } catch (Flawed found) {
            return new FolderCheck.Flawed(found.flaw());
        }
    }

    /// The folder's own name, which serves as the model's id.
    public String id() {
        return String.valueOf(path.getFileName());
    }

    /// What lies in the folder.
    ///
    /// @param files every file that belongs to the model, relative to the folder
    /// @param weightBytes bytes of the graph and of all its external data
    /// @param tokenizerHash SHA-256 of `tokenizer.json` in hexadecimal: token counts hold for it
    ///   alone
    public record Contents(List<String> files, long weightBytes, String tokenizerHash) {
        public Contents {
            files = List.copyOf(files);
        }
    }

    /// The numbers of the decoder.
    ///
    /// @param kvNumberBytes bytes of one number of the KV cache
    /// @param window the most tokens the model can see, prompt and reply together
    /// @param switchAt tokens after which a long-context model changes its rotary factors: past and
    ///   present must then be read with the same ones; empty for all other models
    public record Shape(
            int layers,
            int kvHeads,
            int headSize,
            int kvNumberBytes,
            int vocabulary,
            int window,
            OptionalInt switchAt) {

        /// Numbers of KV cache for one token.
        public long kvNumbersPerToken() {
            return 2L * layers * kvHeads * headSize;
        }

        /// Bytes of KV cache for one token, past and present sharing one buffer.
        public long kvBytesPerToken() {
            return kvNumbersPerToken() * kvNumberBytes;
        }
    }

    /// Names in the graph, as `genai_config.json` gives them (`%d` stands for the layer).
    public record Names(String onnxFile, Inputs inputs, Outputs outputs, Set<Integer> endOfReply) {
        public Names {
            endOfReply = Set.copyOf(endOfReply);
        }
    }

    public record Inputs(
            String ids,
            String mask,
            Optional<String> positions,
            String pastKey,
            String pastValue) {}

    public record Outputs(String logits, String presentKey, String presentValue) {}
}
