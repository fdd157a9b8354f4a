package nearside.desktop.markdown;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A language whose code has colours.
enum CodeLanguage {
    ASSEMBLER("text/asm", "assembler", "asm", "assembly", "nasm", "x86asm"),
    BATCH("text/bat", "bat", "batch", "cmd", "dos"),
    C("text/c", "c", "h"),
    CPP("text/cpp", "cpp", "c++", "cc", "cxx", "hpp", "objective-c++"),
    CSHARP("text/cs", "cs", "csharp", "c#"),
    CSS("text/css", "css"),
    CLOJURE("text/clojure", "clojure", "clj"),
    DART("text/dart", "dart"),
    DELPHI("text/delphi", "delphi", "pascal", "objectpascal"),
    DOCKERFILE("text/dockerfile", "dockerfile", "docker"),
    FORTRAN("text/fortran", "fortran", "f90"),
    GO("text/golang", "go", "golang"),
    GROOVY("text/groovy", "groovy", "gradle"),
    HTML("text/html", "html", "htm", "xhtml", "vue"),
    INI("text/ini", "ini", "toml", "conf", "cfg"),
    JAVA("text/java", "java"),
    JAVASCRIPT("text/javascript", "javascript", "js", "jsx", "mjs", "node"),
    JSON("text/json", "json", "jsonc", "json5", "jsonl"),
    KOTLIN("text/kotlin", "kotlin", "kt", "kts"),
    LATEX("text/latex", "latex", "tex"),
    LESS("text/less", "less", "scss", "sass"),
    LISP("text/lisp", "lisp", "scheme", "elisp", "racket"),
    LUA("text/lua", "lua"),
    MAKEFILE("text/makefile", "makefile", "make", "mk"),
    PERL("text/perl", "perl", "pl"),
    PHP("text/php", "php"),
    PROPERTIES("text/properties", "properties"),
    PROTO("text/proto", "proto", "protobuf"),
    PYTHON("text/python", "python", "py", "python3", "ipython"),
    RUBY("text/ruby", "ruby", "rb"),
    RUST("text/rust", "rust", "rs"),
    SCALA("text/scala", "scala"),
    SHELL("text/unix", "shell", "sh", "bash", "zsh", "console", "shell-session"),
    SQL("text/sql", "sql", "mysql", "postgresql", "sqlite", "plsql"),
    TCL("text/tcl", "tcl"),
    TYPESCRIPT("text/typescript", "typescript", "ts", "tsx"),
    VB("text/vb", "vb", "vbnet", "visualbasic"),
    VHDL("text/vhdl", "vhdl"),
    XML("text/xml", "xml", "svg", "xsd", "xslt", "xaml", "pom"),
    YAML("text/yaml", "yaml", "yml");

    private final String makers;

    /// Each between spaces.
    private final String names;

    CodeLanguage(String makers, String... names) {
        this.makers = makers;
        this.names = " " + String.join(" ", names) + " ";
    }

    /// As a text names it; empty for one that nobody knows here.
    static Optional<CodeLanguage> of(String name) {
        String between = " " + name.toLowerCase(Locale.ROOT) + " ";
        return name.isBlank()
                ? Optional.empty()
                : Arrays.stream(values()).filter(it -> it.names.contains(between)).findFirst();
    }

    /// By which the library knows it.
    String makers() {
        return makers;
    }
}
