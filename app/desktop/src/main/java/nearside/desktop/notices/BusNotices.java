package nearside.desktop.notices;

import nearside.desktop.bus.SessionBus;
import nearside.desktop.bus.SessionBus.Place;
import nearside.desktop.bus.Value;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/// The notifications of Linux desktops
/// (https://specifications.freedesktop.org/notification-spec/latest/).
public final class BusNotices implements Notices {
    private static final String NAME = "org.freedesktop.Notifications";
    private static final Place PLACE = new Place(NAME, "/org/freedesktop/Notifications", NAME);

    private final SessionBus bus;
    private final Executor ui;
    private final Map<String, Runnable> told = new ConcurrentHashMap<>();

    /// @param ui where what a person chooses is done
    public BusNotices(SessionBus bus, Executor ui) {
        this.bus = bus;
        this.ui = ui;
        bus.listen(PLACE, "ActionInvoked", this::invoked);
        bus.listen(PLACE, "NotificationClosed", closed -> told.remove(closed.parts().getFirst()));
    }

    @Override
    public void tell(String title, String text, Runnable chosen) {
        String arguments =
                "(%s, uint32 0, '', %s, %s, ['default', ''], {'desktop-entry': <'nearside-nearside'>}, -1)"
                        .formatted(Value.of("Nearside"), Value.of(title), Value.of(text));
        bus.ask(PLACE, "Notify", arguments)
                .ifPresent(id -> told.put(id.parts().getFirst(), chosen));
    }

    private void invoked(Value which) {
        Runnable chosen = told.remove(which.parts().getFirst());
        if (chosen != null) {
            ui.execute(chosen);
        }
    }
}
