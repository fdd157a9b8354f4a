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
            case Outside.OtherFormat(FormatKind kind) -> of(kind);
            case Outside.SeveralInside(var folders) ->
                    wording.trouble("import-several", folders, String.join(", ", folders));
        };
    }

    private Trouble of(FormatKind kind) {
        return switch (kind) {
            case GGUF -> wording.trouble("import-form.gguf", kind);
            case SAFETENSORS -> wording.trouble("import-form.safetensors", kind);
            case PYTORCH -> wording.trouble("import-form.pytorch", kind);
            case ONNX_ALONE -> wording.trouble("import-form.onnx", kind);
            case ARCHIVE -> wording.trouble("import-form.archive", kind);
            case OLLAMA -> wording.trouble("import-form.ollama", kind);
            case UNKNOWN -> wording.trouble("import-form.unknown", kind);
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
