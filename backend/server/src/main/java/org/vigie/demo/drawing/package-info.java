/**
 * Draws what a telephone would have shown: a street of Aubrelle, painted flat, with the thing that is reported. No picture comes
 * from anywhere else. The same seed paints the same picture.
 */
@NullMarked
package org.vigie.demo.drawing;

import org.jspecify.annotations.NullMarked;
