package nearside.desktop.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import java.util.Map;

/// The figures as lines for people.
public final class BenchTable {
    private final StringBuilder lines = new StringBuilder();

    private BenchTable() {}

    public static String of(JsonObject report) {
        BenchTable table = new BenchTable();
        table.add("", report);
        return table.lines.toString().stripTrailing();
    }

    private void add(String before, JsonObject figures) {
        for (Map.Entry<String, JsonElement> figure : figures.entrySet()) {
            String name = before + figure.getKey().replace('_', ' ');
            if (figure.getValue() instanceof JsonObject more) {
                add(name + " ", more);
            } else {
                lines.append("%-44s %s%n".formatted(name, figure.getValue().getAsString()));
            }
        }
    }
}
