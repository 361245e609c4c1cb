/**
 * Photos: received as bytes that nobody vouches for, kept as a JPEG of our own making.
 *
 * <p>The type is told by the content, the size in pixels by the header before anything is decoded; position, time and orientation are
 * read from EXIF and nothing else of the received file survives: what is stored is drawn anew. Files are named by the SHA-256 of
 * what is in them, apart for each jurisdiction.
 */
@NullMarked
@NamedInterface("photo")
package org.vigie.intake.photo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
