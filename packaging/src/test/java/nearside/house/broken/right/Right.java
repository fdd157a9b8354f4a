package nearside.house.broken.right;

import nearside.house.broken.left.Left;

/// The other half of a cycle of packages.
public record Right(Left other) {}
