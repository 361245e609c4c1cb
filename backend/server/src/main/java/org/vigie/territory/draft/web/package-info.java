/** Drafts of sectors over HTTP, for those who administer the jurisdiction. */
@NullMarked
package org.vigie.territory.draft.web;

import org.jspecify.annotations.NullMarked;
