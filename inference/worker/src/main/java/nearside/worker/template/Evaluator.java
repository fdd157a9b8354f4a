package nearside.worker.template;

import nearside.worker.template.Expression.Arguments;
import nearside.worker.template.Expression.Attribute;
import nearside.worker.template.Expression.Link;
import nearside.worker.template.Expression.Named;
import nearside.worker.template.Expression.Pair;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the value of an expression.
final class Evaluator {
    /// Runs a macro, which is the renderer's to do.
    interface Macros {
        String call(Node.Define macro, Given given);
    }

    private final Budget budget;
    private final Macros macros;
    private final Writing writing;
    private final Operators operators;
    private final Comparing comparing;
    private final Items items;
    private final Methods methods;
    private final Functions functions;
    private final Filters filters;
    private final Tests tests;
    private int line = 1;

    Evaluator(Budget budget, LocalDateTime now, Macros macros) {
        this.budget = budget;
        this.macros = macros;
        this.writing = new Writing(budget);
        this.operators = new Operators(budget, writing);
        this.items = new Items(budget);
        this.comparing = new Comparing(budget, items);
        this.methods = new Methods(budget, items, writing, comparing);
        this.functions = new Functions(budget, now);
        this.tests = new Tests(comparing);
        this.filters = new Filters(budget, items, writing, comparing, tests);
    }

    /// The line of what was evaluated last.
    int line() {
        return line;
    }

    String text(Expression expression, Scope scope) {
        return writing.text(evaluate(expression, scope));
    }

    List<Value> items(Expression expression, Scope scope) {
        return items.of(evaluate(expression, scope));
    }

    /// The parts of a value that is put into several names.
    List<Value> unpacked(Value value) {
        return items.of(value);
    }

    Value evaluate(Expression expression, Scope scope) {
        budget.step();
        line = expression.line();
        return switch (expression) {
            case Expression.Literal literal -> literal.value();
            case Expression.Name name -> scope.get(name.name());
            case Expression.ListOf list -> new Value.Sequence(all(list.items(), scope));
            case Expression.DictOf dict -> mapping(dict.pairs(), scope);
            case Attribute attribute ->
                    items.attribute(evaluate(attribute.target(), scope), attribute.name());
            case Expression.Subscript subscript ->
                    items.subscript(
                            evaluate(subscript.target(), scope), evaluate(subscript.key(), scope));
            case Expression.Slice slice -> slice(slice, scope);
            case Expression.Call call -> call(call, scope);
            case Expression.Filter filter ->
                    filters.apply(
                            filter.name(),
                            evaluate(filter.target(), scope),
                            given(filter.arguments(), scope));
            case Expression.Test test ->
                    Value.of(
                            tests.holds(
                                    test.name(),
                                    evaluate(test.target(), scope),
                                    given(test.arguments(), scope)));
            case Expression.Not not -> Value.of(!evaluate(not.operand(), scope).holds());
            case Expression.Signed signed ->
                    operators.signed(signed.sign(), evaluate(signed.operand(), scope));
            case Expression.And and -> {
                Value left = evaluate(and.left(), scope);
                yield left.holds() ? evaluate(and.right(), scope) : left;
            }
            case Expression.Or or -> {
                Value left = evaluate(or.left(), scope);
                yield left.holds() ? left : evaluate(or.right(), scope);
            }
            case Expression.Binary binary -> binary(binary, scope);
            case Expression.Comparison comparison -> comparison(comparison, scope);
            case Expression.Choice choice -> choice(choice, scope);
        };
    }

    private List<Value> all(List<Expression> expressions, Scope scope) {
        return expressions.stream().map(item -> evaluate(item, scope)).toList();
    }

    private Value mapping(List<Pair> pairs, Scope scope) {
        Map<String, Value> entries = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            if (!(evaluate(pair.key(), scope) instanceof Value.Text key)) {
                throw new TemplateException("expected a text as the key of a mapping.");
            }
            entries.put(key.text(), evaluate(pair.value(), scope));
        }
        return new Value.Mapping(entries);
    }

    private Value slice(Expression.Slice slice, Scope scope) {
        Value target = evaluate(slice.target(), scope);
        return items.slice(
                target,
                bound(slice.range().from(), scope),
                bound(slice.range().to(), scope),
                bound(slice.range().step(), scope));
    }

    private Optional<Long> bound(Optional<Expression> expression, Scope scope) {
        return expression
                .map(bound -> evaluate(bound, scope))
                .filter(value -> !(value instanceof Value.None))
                .map(Numbers::whole);
    }

    private Value binary(Expression.Binary binary, Scope scope) {
        Value left = evaluate(binary.left(), scope);
        Value right = evaluate(binary.right(), scope);
        line = binary.line();
        return operators.apply(left, binary.operator(), right);
    }

    private Value comparison(Expression.Comparison comparison, Scope scope) {
        Value left = evaluate(comparison.first(), scope);
        for (Link link : comparison.links()) {
            Value right = evaluate(link.right(), scope);
            if (!comparing.holds(left, link.relation(), right)) {
                return Value.of(false);
            }
            left = right;
        }
        return Value.of(true);
    }

    private Value choice(Expression.Choice choice, Scope scope) {
        if (evaluate(choice.condition(), scope).holds()) {
            return evaluate(choice.then(), scope);
        }
        return choice.otherwise()
                .map(otherwise -> evaluate(otherwise, scope))
                .orElseGet(() -> new Value.Missing("the inline 'if' has no 'else'"));
    }

    private Value call(Expression.Call call, Scope scope) {
        if (call.target() instanceof Attribute method) {
            Value target = evaluate(method.target(), scope);
            Given given = given(call.arguments(), scope);
            line = call.line();
            return methods.call(target, method.name(), given);
        }
        Value target = evaluate(call.target(), scope);
        Given given = given(call.arguments(), scope);
        line = call.line();
        return switch (target) {
            case Value.Function function -> functions.call(function, given);
            case Value.Macro macro -> Value.of(macros.call(macro.definition(), given));
            case Value.Missing missing -> throw new TemplateException(missing.problem() + ".");
            case Value.Text _,
                    Value.Whole _,
                    Value.Real _,
                    Value.Truth _,
                    Value.None _,
                    Value.Sequence _,
                    Value.Mapping _,
                    Value.Namespace _ ->
                    throw new TemplateException(
                            "expected a function, found " + target.kind() + ".");
        };
    }

    private Given given(Arguments arguments, Scope scope) {
        Map<String, Value> named = new LinkedHashMap<>();
        for (Named argument : arguments.named()) {
            named.put(argument.name(), evaluate(argument.value(), scope));
        }
        return new Given(all(arguments.positional(), scope), named);
    }
}
