package nearside.worker.template;

import nearside.worker.template.Node.Loop;
import nearside.worker.template.Node.Target;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Walks the nodes of a template and writes the text.
final class Renderer {
    /// How a run of nodes came to its end.
    private enum Flow {
        ON,
        BREAK,
        CONTINUE
    }

    /// What making `loop` costs.
    private static final int PLACE = 30;

    private final Budget budget = new Budget();
    private final Evaluator evaluator;
    private final Scope globals;

    Renderer(Map<String, Value> variables, LocalDateTime now) {
        this.evaluator = new Evaluator(budget, now, this::call);
        this.globals = Scope.outermost(variables);
    }

    String render(List<Node> nodes) {
        MeteredText out = new MeteredText(budget);
        try {
            run(nodes, globals, out);
        } catch (TemplateException problem) {
            throw TemplateException.at(evaluator.line(), problem.problem());
        } catch (StackOverflowError _) { // a list in a list in a list …, built by a loop
            throw TemplateException.at(evaluator.line(), "its values are nested too deeply.");
        }
        return out.toString();
    }

    private Flow run(List<Node> nodes, Scope scope, MeteredText out) {
        for (Node node : nodes) {
            Flow flow = run(node, scope, out);
            if (flow != Flow.ON) {
                return flow;
            }
        }
        return Flow.ON;
    }

    private Flow run(Node node, Scope scope, MeteredText out) {
        budget.step();
        return switch (node) {
            case Node.Plain plain -> on(() -> out.add(plain.text()));
            case Node.Print print -> on(() -> out.add(evaluator.text(print.expression(), scope)));
            case Node.If choice -> branch(choice, scope, out);
            case Node.For loop -> loop(loop, scope, out);
            case Node.Assign assign ->
                    on(() ->
                            assign(
                                    assign.target(),
                                    evaluator.evaluate(assign.value(), scope),
                                    scope));
            case Node.AssignBlock assign ->
                    on(() -> assign(assign.target(), Value.of(text(assign.body(), scope)), scope));
            case Node.Define define -> on(() -> scope.set(define.name(), new Value.Macro(define)));
            case Node.Group group -> run(group.body(), scope, out);
            case Node.Jump jump -> jump.way() == Node.Way.BREAK ? Flow.BREAK : Flow.CONTINUE;
        };
    }

    private static Flow on(Runnable action) {
        action.run();
        return Flow.ON;
    }

    private String text(List<Node> body, Scope scope) {
        MeteredText inner = new MeteredText(budget);
        run(body, scope.inner(), inner);
        return inner.toString();
    }

    private Flow branch(Node.If choice, Scope scope, MeteredText out) {
        for (Node.Branch branch : choice.branches()) {
            if (evaluator.evaluate(branch.condition(), scope).holds()) {
                return run(branch.body(), scope, out);
            }
        }
        return run(choice.otherwise(), scope, out);
    }

    private Flow loop(Node.For node, Scope scope, MeteredText out) {
        List<Value> items = items(node.loop(), scope);
        if (items.isEmpty()) {
            return run(node.otherwise(), scope, out);
        }
        for (int i = 0; i < items.size(); i++) {
            int index = i;
            Scope inner = scope.turn(() -> place(items, index));
            assign(node.loop().names(), items.get(i), inner);
            if (run(node.body(), inner, out) == Flow.BREAK) {
                break;
            }
        }
        return Flow.ON;
    }

    private List<Value> items(Loop loop, Scope scope) {
        List<Value> all = evaluator.items(loop.items(), scope);
        budget.steps(all.size());
        if (loop.condition().isEmpty()) {
            return all;
        }
        List<Value> kept = new ArrayList<>();
        for (Value item : all) {
            Scope inner = scope.inner();
            assign(loop.names(), item, inner);
            if (evaluator.evaluate(loop.condition().get(), inner).holds()) {
                kept.add(item);
            }
        }
        return kept;
    }

    /// What `loop` stands for.
    private Value place(List<Value> items, int index) {
        budget.steps(PLACE);
        Map<String, Value> entries = new LinkedHashMap<>();
        int size = items.size();
        entries.put("index", Value.of(index + 1));
        entries.put("index0", Value.of(index));
        entries.put("revindex", Value.of(size - index));
        entries.put("revindex0", Value.of(size - index - 1));
        entries.put("first", Value.of(index == 0));
        entries.put("last", Value.of(index == size - 1));
        entries.put("length", Value.of(size));
        entries.put("depth", Value.of(1));
        entries.put("depth0", Value.of(0));
        if (index > 0) {
            entries.put("previtem", items.get(index - 1));
        }
        if (index < size - 1) {
            entries.put("nextitem", items.get(index + 1));
        }
        return new Value.Mapping(entries);
    }

    private void assign(Target target, Value value, Scope scope) {
        switch (target) {
            case Target.Names names -> assign(names.names(), value, scope);
            case Target.Member member -> {
                if (!(scope.get(member.namespace()) instanceof Value.Namespace namespace)) {
                    throw new TemplateException(
                            "'" + member.namespace() + "' is no namespace: it cannot be changed.");
                }
                namespace.entries.put(member.name(), value);
            }
        }
    }

    private void assign(List<String> names, Value value, Scope scope) {
        if (names.size() == 1) {
            scope.set(names.getFirst(), value);
            return;
        }
        List<Value> parts = evaluator.unpacked(value);
        if (parts.size() != names.size()) {
            throw new TemplateException(
                    "expected " + names.size() + " values, found " + parts.size() + ".");
        }
        for (int i = 0; i < parts.size(); i++) {
            scope.set(names.get(i), parts.get(i));
        }
    }

    private String call(Node.Define macro, Given given) {
        budget.enter();
        Scope scope = globals.inner();
        Given bound = given.to(macro.parameters().stream().map(Node.Parameter::name).toList());
        for (Node.Parameter parameter : macro.parameters()) {
            Value missing = new Value.Missing("'" + parameter.name() + "' was not given");
            Value value =
                    bound.at(parameter.name())
                            .or(() -> parameter.fallback().map(e -> evaluator.evaluate(e, scope)))
                            .orElse(missing);
            scope.set(parameter.name(), value);
        }
        String text = text(macro.body(), scope);
        budget.leave();
        return text;
    }
}
