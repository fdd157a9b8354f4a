package nearside.desktop.models;

import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;

/// Puts a model's name and what it is doing into one line.
record StatusText(Words words, Amounts amounts) {
    StatusText(Words words) {
        this(words, new Amounts(words));
    }

    String of(ModelStatus status) {
        return switch (status) {
            case ModelStatus.None _ -> words.of("model.none");
            case ModelStatus.Loading(String model) -> line(model, words.of("model.loading"));
            case ModelStatus.Ready(String model) -> line(model, words.of("model.ready"));
            case ModelStatus.Answering(String model, double rate) ->
                    line(model, rate > 0 ? amounts.rate(rate) : words.of("model.answering"));
            case ModelStatus.Unloaded(String model) -> line(model, words.of("model.unloaded"));
            case ModelStatus.Down(String model, var _) -> line(model, words.of("model.down"));
        };
    }

    private static String line(String model, String state) {
        return model + " · " + state;
    }
}
