package nearside.desktop.trouble;

import nearside.engine.folder.FolderFlaw;

/// Sentences for what is wrong with a model folder.
record FolderTrouble(Wording wording) {
    Trouble of(FolderFlaw flaw) {
        return switch (flaw) {
            case FolderFlaw.NotAFolder no -> wording.trouble("not-a-folder", no);
            case FolderFlaw.Missing(String file) -> wording.trouble("file-missing", flaw, file);
            case FolderFlaw.NotAPlainFile(String file) ->
                    wording.trouble("not-a-plain-file", flaw, file);
            case FolderFlaw.Cut(String file, long expected, long found) ->
                    wording.trouble("file-cut", flaw, file, expected, found);
            case FolderFlaw.NotJson(String file, String _) ->
                    wording.trouble("not-json", flaw, file);
            case FolderFlaw.WrongValue wrong ->
                    wording.trouble(
                            "wrong-value",
                            wrong,
                            wrong.file(),
                            wrong.key(),
                            wrong.expected(),
                            wrong.found());
            case FolderFlaw.NativeCode(String file, String key, String value) ->
                    wording.trouble("native-code", flaw, file, key, value);
            case FolderFlaw.StrayData(String file, String location) ->
                    wording.trouble("stray-data", flaw, file, location);
            case FolderFlaw.NotOnnx(String file, String _) ->
                    wording.trouble("not-onnx", flaw, file);
            case FolderFlaw.MadeFor(String provider) -> wording.trouble("made-for", flaw, provider);
            case FolderFlaw.Unsupported(String what) -> wording.trouble("unsupported", flaw, what);
        };
    }
}
