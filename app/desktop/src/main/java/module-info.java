import org.jspecify.annotations.NullMarked;

/// Shows: the only JavaFX; main, wiring, the terminal commands.
@NullMarked
module nearside.desktop {
    requires static org.jspecify;
    requires nearside.copilot;
    requires java.desktop;
    requires java.logging;
    requires java.management;
    requires com.google.gson;
    requires javafx.controls;
    requires atlantafx.base;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;
    requires info.picocli;
    requires org.commonmark;
    requires org.fife.RSyntaxTextArea;
    requires jlatexmath;
    requires org.commonmark.ext.autolink;
    requires org.commonmark.ext.footnotes;
    requires org.commonmark.ext.gfm.strikethrough;
    requires org.commonmark.ext.gfm.tables;
    requires org.commonmark.ext.task.list.items;
}
