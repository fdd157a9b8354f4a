/// The Java runtime that Nearside brings along.
@NullMarked
package nearside.packaging.runtime;

import org.jspecify.annotations.NullMarked;
