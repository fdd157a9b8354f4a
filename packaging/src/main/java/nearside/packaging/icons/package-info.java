/// The icon, drawn from its source in every size.
@NullMarked
package nearside.packaging.icons;

import org.jspecify.annotations.NullMarked;
