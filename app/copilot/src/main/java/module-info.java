import org.jspecify.annotations.NullMarked;

/// Decides: no UI, no SQL, no network, no native code.
@NullMarked
module nearside.copilot {
    requires static org.jspecify;
    requires transitive nearside.engine;
    requires transitive nearside.cloud;
    requires transitive nearside.storage;
    requires transitive com.google.gson;
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires networkanalysis;
    requires org.apache.opennlp.tools;

    exports nearside.copilot.borrow;
    exports nearside.copilot.borrow.mask;
    exports nearside.copilot.catalogue;
    exports nearside.copilot.context;
    exports nearside.copilot.context.cost;
    exports nearside.copilot.context.graph;
    exports nearside.copilot.context.reading;
    exports nearside.copilot.context.scope;
    exports nearside.copilot.device;
    exports nearside.copilot.downloads;
    exports nearside.copilot.fit;
    exports nearside.copilot.models;
    exports nearside.copilot.orchestrator;
    exports nearside.copilot.outside;
}
