package nearside.engine.local;

import nearside.engine.folder.FolderFlaw;

import java.io.IOException;

/// How a flaw of a model folder is written into a frame: one byte of kind, then its fields.
final class FlawForm {
    private FlawForm() {}

    static void write(FolderFlaw flaw, Outgoing out) throws IOException {
        switch (flaw) {
            case FolderFlaw.NotAFolder() -> out.kind(0);
            case FolderFlaw.Missing(String file) -> out.kind(1).text(file);
            case FolderFlaw.NotAPlainFile(String file) -> out.kind(2).text(file);
            case FolderFlaw.Cut(String file, long expected, long found) ->
                    out.kind(3).text(file).number(expected).number(found);
            case FolderFlaw.NotJson(String file, String problem) ->
                    out.kind(4).text(file).text(problem);
            case FolderFlaw.WrongValue(String file, String key, String expected, String found) ->
                    out.kind(5).text(file).text(key).text(expected).text(found);
            case FolderFlaw.NativeCode(String file, String key, String value) ->
                    out.kind(6).text(file).text(key).text(value);
            case FolderFlaw.StrayData(String file, String location) ->
                    out.kind(7).text(file).text(location);
            case FolderFlaw.NotOnnx(String file, String problem) ->
                    out.kind(8).text(file).text(problem);
            case FolderFlaw.Unsupported(String what) -> out.kind(9).text(what);
            case FolderFlaw.MadeFor(String provider) -> out.kind(10).text(provider);
        }
    }

    static FolderFlaw read(Incoming in) throws FrameException {
        int kind = in.kind();
        return switch (kind) {
            case 0 -> new FolderFlaw.NotAFolder();
            case 1 -> new FolderFlaw.Missing(in.text());
            case 2 -> new FolderFlaw.NotAPlainFile(in.text());
            case 3 -> new FolderFlaw.Cut(in.text(), in.longNumber(), in.longNumber());
            case 4 -> new FolderFlaw.NotJson(in.text(), in.text());
            case 5 -> new FolderFlaw.WrongValue(in.text(), in.text(), in.text(), in.text());
            case 6 -> new FolderFlaw.NativeCode(in.text(), in.text(), in.text());
            case 7 -> new FolderFlaw.StrayData(in.text(), in.text());
            case 8 -> new FolderFlaw.NotOnnx(in.text(), in.text());
            case 9 -> new FolderFlaw.Unsupported(in.text());
            case 10 -> new FolderFlaw.MadeFor(in.text());
            default -> throw new FrameException("flaw kind " + kind);
        };
    }
}
