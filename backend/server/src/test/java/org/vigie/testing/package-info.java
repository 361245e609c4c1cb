/** What the contract tests stand on: a private PostGIS cluster for the test run, and jurisdictions made for one test each. */
@NullMarked
package org.vigie.testing;

import org.jspecify.annotations.NullMarked;
