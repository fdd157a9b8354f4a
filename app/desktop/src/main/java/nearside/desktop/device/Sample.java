package nearside.desktop.device;

/// The device's memory at one moment.
public record Sample(long freeBytes, long totalBytes) {}
