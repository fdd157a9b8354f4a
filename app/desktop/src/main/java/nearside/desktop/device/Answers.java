package nearside.desktop.device;

/// How many answers were written on this device, and how many were borrowed.
public record Answers(int here, int borrowed) {}
