/** OGC API Features over HTTP: JSON for programs, pages for people. */
@NullMarked
package org.vigie.features.web;

import org.jspecify.annotations.NullMarked;
