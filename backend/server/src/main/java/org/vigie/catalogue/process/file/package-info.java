/**
 * A catalogue as a file: YAML to read and to compare, XLSX for those who write in tables. Both say the same; whatever is written by one and
 * read by the other comes back byte for byte.
 */
@NullMarked
@NamedInterface("process-file")
package org.vigie.catalogue.process.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
