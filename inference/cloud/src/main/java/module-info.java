import org.jspecify.annotations.NullMarked;

/// The only door out: chat completions of borrowed models, and downloads of models.
@NullMarked
module nearside.cloud {
    requires static org.jspecify;
    requires transitive nearside.engine;
    requires java.net.http;
    requires com.google.gson;
    requires jtokkit;

    exports nearside.cloud;
    exports nearside.cloud.download;
    exports nearside.cloud.outbound;
    exports nearside.cloud.proof;
}
