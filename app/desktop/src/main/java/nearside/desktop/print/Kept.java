package nearside.desktop.print;

/// A conversation that is kept, and so can be printed.
public record Kept(String id, String title) {}
