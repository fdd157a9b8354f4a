package nearside.worker.template;

import java.util.List;
import java.util.Optional;

/// Something in a template that writes text or decides what is written.
sealed interface Node {
    record Plain(String text) implements Node {}

    record Print(Expression expression) implements Node {}

    record If(List<Branch> branches, List<Node> otherwise) implements Node {}

    record Branch(Expression condition, List<Node> body) {}

    record For(Loop loop, List<Node> body, List<Node> otherwise) implements Node {}

    record Loop(List<String> names, Expression items, Optional<Expression> condition, int line) {}

    record Assign(Target target, Expression value) implements Node {}

    record AssignBlock(Target target, List<Node> body) implements Node {}

    /// Macros are bound by name where they stand.
    record Define(String name, List<Parameter> parameters, List<Node> body) implements Node {}

    record Parameter(String name, Optional<Expression> fallback) {}

    /// A tag that only marks a part of the text, such as `{% generation %}`.
    record Group(List<Node> body) implements Node {}

    record Jump(Way way) implements Node {}

    enum Way {
        BREAK,
        CONTINUE
    }

    /// Where a value is put.
    sealed interface Target {
        record Names(List<String> names, int line) implements Target {}

        record Member(String namespace, String name, int line) implements Target {}
    }
}
