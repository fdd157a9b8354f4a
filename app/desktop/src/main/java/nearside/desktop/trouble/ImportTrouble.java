package nearside.desktop.trouble;

import nearside.copilot.models.ImportOutcome;
import nearside.copilot.outside.FormatKind;
import nearside.copilot.outside.Outside;
import nearside.copilot.outside.ZipFlaw;
import nearside.storage.shelf.Unlinked;

/// Sentences for models that were not brought in from outside.
record ImportTrouble(Wording wording, FolderTrouble folder) {
    Trouble of(ImportOutcome.Refusal refusal) {
        return switch (refusal) {
            case ImportOutcome.Refused(var flaw) -> folder.of(flaw);
            case ImportOutcome.NoSpace(long needed, long free) ->
                    wording.trouble(
                            "import-no-space", refusal, wording.bytes(needed), wording.bytes(free));
            case ImportOutcome.NoModel(Outside.NoModel found) -> of(found);
            case ImportOutcome.BadArchive(ZipFlaw flaw) -> of(flaw);
            case ImportOutcome.NotLinked(Unlinked(String file, String problem)) ->
                    wording.trouble("import-not-linked", problem, file);
            case ImportOutcome.OnlyCopied only -> wording.trouble("import-only-copied", only);
        };
    }

    private Trouble of(Outside.NoModel found) {
        return switch (found) {
            case Outside.OtherFormat(FormatKind kind) ->
                    wording.trouble("import-form." + name(kind), kind);
            case Outside.SeveralInside(var folders) ->
                    wording.trouble("import-several", folders, String.join(", ", folders));
        };
    }

    private static String name(FormatKind kind) {
        return switch (kind) {
            case GGUF -> "gguf";
            case SAFETENSORS -> "safetensors";
            case PYTORCH -> "pytorch";
            case ONNX_ALONE -> "onnx";
            case ARCHIVE -> "archive";
            case OLLAMA -> "ollama";
            case UNKNOWN -> "unknown";
        };
    }

    private Trouble of(ZipFlaw flaw) {
        return switch (flaw) {
            case ZipFlaw.Damaged damaged -> wording.trouble("zip-damaged", damaged);
            case ZipFlaw.TooManyEntries(int most) -> wording.trouble("zip-many", flaw, most);
            case ZipFlaw.TooLarge(long most) ->
                    wording.trouble("zip-large", flaw, wording.bytes(most));
            case ZipFlaw.Encrypted(String name) -> wording.trouble("zip-encrypted", flaw, name);
            case ZipFlaw.OtherMethod(String name, int method) ->
                    wording.trouble("zip-method", flaw, name, method);
            case ZipFlaw.BadName(String name) -> wording.trouble("zip-name", flaw, name);
            case ZipFlaw.Twice(String name) -> wording.trouble("zip-twice", flaw, name);
            case ZipFlaw.TooDeep(String name) -> wording.trouble("zip-deep", flaw, name);
            case ZipFlaw.NotAPlainFile(String name) -> wording.trouble("zip-link", flaw, name);
            case ZipFlaw.SeveralFolders(var folders) ->
                    wording.trouble("zip-several", flaw, String.join(", ", folders));
            case ZipFlaw.Nothing nothing -> wording.trouble("zip-nothing", nothing);
        };
    }
}
