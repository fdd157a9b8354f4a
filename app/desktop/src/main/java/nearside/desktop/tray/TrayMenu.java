package nearside.desktop.tray;

import nearside.desktop.bus.Offered;
import nearside.desktop.bus.Value;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The menu of the tray on Linux: com.canonical.dbusmenu, version 3, one level deep
/// (https://github.com/AyatanaIndicators/libdbusmenu).
final class TrayMenu implements Offered {
    static final String PATH = "/MenuBar";
    static final String FACE = "com.canonical.dbusmenu";
    static final String XML =
            """
            <node>
              <interface name="com.canonical.dbusmenu">
                <property name="Version" type="u" access="read"/>
                <property name="TextDirection" type="s" access="read"/>
                <property name="Status" type="s" access="read"/>
                <property name="IconThemePath" type="as" access="read"/>
                <method name="GetLayout">
                  <arg type="i" direction="in"/><arg type="i" direction="in"/>
                  <arg type="as" direction="in"/>
                  <arg type="u" direction="out"/><arg type="(ia{sv}av)" direction="out"/>
                </method>
                <method name="GetGroupProperties">
                  <arg type="ai" direction="in"/><arg type="as" direction="in"/>
                  <arg type="a(ia{sv})" direction="out"/>
                </method>
                <method name="GetProperty">
                  <arg type="i" direction="in"/><arg type="s" direction="in"/>
                  <arg type="v" direction="out"/>
                </method>
                <method name="Event">
                  <arg type="i" direction="in"/><arg type="s" direction="in"/>
                  <arg type="v" direction="in"/><arg type="u" direction="in"/>
                </method>
                <method name="EventGroup">
                  <arg type="a(isvu)" direction="in"/><arg type="ai" direction="out"/>
                </method>
                <method name="AboutToShow">
                  <arg type="i" direction="in"/><arg type="b" direction="out"/>
                </method>
                <method name="AboutToShowGroup">
                  <arg type="ai" direction="in"/>
                  <arg type="ai" direction="out"/><arg type="ai" direction="out"/>
                </method>
              </interface>
            </node>
            """;

    private final List<TrayFace.Item> items;
    private final Executor ui;

    TrayMenu(List<TrayFace.Item> items, Executor ui) {
        this.items = List.copyOf(items);
        this.ui = ui;
    }

    @Override
    public String call(String function, Value arguments) {
        List<String> parts = arguments.parts();
        return switch (function) {
            case "GetLayout" -> "(uint32 1, " + layout(parts.getFirst()) + ")";
            case "GetGroupProperties" -> "(" + groups(parts.getFirst()) + ",)";
            case "GetProperty" -> "(" + property(parts.getFirst(), parts.get(1)) + ",)";
            case "Event" -> {
                event(parts);
                yield "()";
            }
            case "EventGroup" -> {
                new Value(parts.getFirst()).parts().forEach(each -> event(new Value(each).parts()));
                yield "(@ai [],)";
            }
            case "AboutToShow" -> "(false,)";
            default -> "(@ai [], @ai [])";
        };
    }

    private void event(List<String> parts) {
        if (parts.get(1).equals("clicked")) {
            number(parts.getFirst()).ifPresent(at -> ui.execute(items.get(at - 1).action()));
        }
    }

    /// Zero is the menu itself; its lines are counted from one on.
    private Optional<Integer> number(String id) {
        return IntStream.rangeClosed(1, items.size())
                .boxed()
                .filter(at -> id.equals(Integer.toString(at)))
                .findFirst();
    }

    private String layout(String root) {
        if (!root.equals("0")) {
            return number(root).map(this::line).orElse("(0, @a{sv} {}, @av [])");
        }
        return IntStream.rangeClosed(1, items.size())
                .mapToObj(at -> "<" + line(at) + ">")
                .collect(
                        Collectors.joining(
                                ", ", "(0, {'children-display': <'submenu'>}, @av [", "])"));
    }

    private String line(int at) {
        return "(%d, %s, @av [])".formatted(at, properties(at));
    }

    private String properties(int at) {
        return "{'label': <%s>}".formatted(Value.of(items.get(at - 1).text().replace("_", "__")));
    }

    private String groups(String ids) {
        List<String> asked = new Value(ids).parts();
        return IntStream.rangeClosed(1, items.size())
                .filter(at -> asked.isEmpty() || asked.contains(Integer.toString(at)))
                .mapToObj(at -> "(%d, %s)".formatted(at, properties(at)))
                .collect(Collectors.joining(", ", "@a(ia{sv}) [", "]"));
    }

    private String property(String id, String name) {
        return number(id)
                .filter(_ -> name.equals("label"))
                .map(at -> "<" + Value.of(items.get(at - 1).text()) + ">")
                .orElse("<''>");
    }

    @Override
    public String property(String name) {
        return switch (name) {
            case "Version" -> "uint32 3";
            case "TextDirection" -> "'ltr'";
            case "IconThemePath" -> "@as []";
            default -> "'normal'";
        };
    }
}
