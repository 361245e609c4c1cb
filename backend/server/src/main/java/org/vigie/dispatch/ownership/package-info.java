/** Who follows a request is changed at the desk with a reason, and by rule when somebody is away for long. */
@NullMarked
package org.vigie.dispatch.ownership;

import org.jspecify.annotations.NullMarked;
