package nearside.worker.template;

/// A chat template that cannot be used, or that refuses the conversation; the message is one clear
/// sentence.
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;

    public TemplateException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /// The sentence that says what was wrong, where, and what was expected.
    public String problem() {
        return problem;
    }

    static TemplateException at(int line, String problem) {
        return new TemplateException("Line " + line + " of the chat template: " + problem);
    }
}
