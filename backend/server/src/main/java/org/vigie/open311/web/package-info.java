/** What other systems read and send, in the forms that GeoReport v2 prescribes; and whose keys hold, for administrators. */
@NullMarked
package org.vigie.open311.web;

import org.jspecify.annotations.NullMarked;
