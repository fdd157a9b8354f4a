package nearside.worker.template;

/// What one rendering may still spend. A template comes with a model from anywhere: it must end.
final class Budget {
    /// A long conversation takes some hundred thousand steps.
    static final long STEPS = 10_000_000;

    /// Characters and list items made on the way, the output included.
    static final long SIZE = 64L << 20;

    static final int DEPTH = 200;

    private long steps;
    private long size;
    private int depth;

    void step() {
        steps(1);
    }

    void steps(long more) {
        steps += more;
        if (steps > STEPS) {
            throw new TemplateException("it takes more than " + STEPS + " steps.");
        }
    }

    void grow(long more) {
        size += more;
        if (size > SIZE) {
            throw new TemplateException("it makes more than " + SIZE + " characters.");
        }
    }

    void enter() {
        depth++;
        if (depth > DEPTH) {
            throw new TemplateException("it calls itself more than " + DEPTH + " levels deep.");
        }
    }

    void leave() {
        depth--;
    }
}
