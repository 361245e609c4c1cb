/**
 * A door: open data at {@code /{code}/open-data}, for portals, newsrooms, spreadsheets and other people's pages. Lists as files, feeds of
 * what is new and what was answered, the page that explains them and the record that portals harvest; all of it through the published
 * views of {@code map}, so that nothing private can leave here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"geo", "access", "download", "map", "map :: filter", "features :: page"})
package org.vigie.opendata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
