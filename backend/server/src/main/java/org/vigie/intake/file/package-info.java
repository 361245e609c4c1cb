/**
 * Requests from another system's file: a small mapping says which column is what, each row becomes a request by the same lookup and
 * coverage as every other, and the same file again changes nothing. A row that is not plainly in is kept where it can be and named
 * in the report, or rejected by name.
 */
@NullMarked
@NamedInterface("file")
package org.vigie.intake.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
