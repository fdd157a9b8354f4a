package nearside.house.broken.left;

import nearside.house.broken.right.Right;

/// Half of a cycle of packages.
public record Left(Right other) {}
