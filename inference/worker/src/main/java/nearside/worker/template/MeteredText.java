package nearside.worker.template;

/// A text that grows at the cost of a budget.
final class MeteredText {
    private final StringBuilder text = new StringBuilder();
    private final Budget budget;

    MeteredText(Budget budget) {
        this.budget = budget;
    }

    MeteredText add(String more) {
        budget.grow(more.length());
        text.append(more);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
