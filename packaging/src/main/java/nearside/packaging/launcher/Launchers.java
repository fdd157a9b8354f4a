package nearside.packaging.launcher;

import java.util.List;
import java.util.stream.Stream;

/// The two programs of the folder: the core that people start, and the worker that the core starts.
public final class Launchers {
    /// The program that people start.
    public static final String CORE = "nearside";

    /// The program that the core starts; the name is what task managers show.
    public static final String WORKER = "nearside-engine";

    /// Warnings of the JVM would go to standard output, where `ask` writes answers and the worker
    /// writes frames; performance counters would go to a file in the temp folder, and a picture of
    /// the memory, with all that was said in it, to wherever the system keeps such. The collector
    /// is the one with the smallest footprint, and the AOT cache only fits the one it was made
    /// with.
    private static final List<String> EITHER =
            List.of(
                    "-Xlog:disable",
                    "-Xlog:all=error,aot*=off:stderr",
                    "-XX:-UsePerfData",
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:+UseSerialGC");

    private Launchers() {}

    /// The core: no native code but JavaFX, SQLite, the engine's seal and the key store of the
    /// system. AWT only sets the glyphs of a PDF; on macOS it would fight with JavaFX for the first
    /// thread if it were to show anything.
    ///
    /// Larger pieces from a connection than the usual 16 KiB take a third of the processor time
    /// from a download (15.9 → 9 s for 2.3 GB); what lies unread when it is killed comes again, so
    /// that the system keeps at most 1 MiB of it.
    public static LauncherFile core(String version) {
        return new LauncherFile(
                "nearside.desktop/nearside.desktop.Main",
                Stream.concat(
                                Stream.of(
                                        "--module-path",
                                        "$APPDIR/core",
                                        "--enable-native-access=javafx.graphics,"
                                                + "org.xerial.sqlitejdbc,nearside.engine,nearside.storage,"
                                                + "nearside.desktop",
                                        "-Djava.awt.headless=true",
                                        "-Djava.net.useSystemProxies=true",
                                        "-Djdk.httpclient.disableRetryConnect=true",
                                        "-Djdk.httpclient.bufsize=262144",
                                        "-Djdk.httpclient.receiveBufferSize=524288",
                                        "-Dnearside.app=$APPDIR",
                                        "-Dnearside.version=" + version,
                                        "-Dorg.sqlite.lib.path=$APPDIR/natives"),
                                EITHER.stream())
                        .toList());
    }

    /// The worker: every library reads its native code from the folder and none asks the network
    /// for more. Its libraries are automatic modules, which cannot ask for their logger by name. It
    /// computes in native code, so that the JVM's second compiler only takes processors from it at
    /// the start: 0.55 s instead of 0.69 s to the first token on two of them, and no slower then.
    public static LauncherFile worker() {
        return new LauncherFile(
                "nearside.worker/nearside.worker.Main",
                Stream.concat(
                                Stream.of(
                                        "--module-path",
                                        "$APPDIR/worker",
                                        "--add-modules",
                                        "org.slf4j",
                                        "--enable-native-access=com.microsoft.onnxruntime,"
                                                + "ai.djl.tokenizers,com.sun.jna,"
                                                + "nearside.engine,nearside.worker",
                                        "-Donnxruntime.native.path=$APPDIR/natives",
                                        "-DENGINE_CACHE_DIR=$APPDIR/natives",
                                        "-Djna.boot.library.path=$APPDIR/natives",
                                        "-Djna.nounpack=true",
                                        "-Dai.djl.offline=true",
                                        "-DOPT_OUT_TRACKING=true",
                                        "-XX:TieredStopAtLevel=1",
                                        "-Xmx512m"),
                                EITHER.stream())
                        .toList());
    }
}
