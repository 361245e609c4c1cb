/** What administrators see and set of webhooks. */
@NullMarked
package org.vigie.webhook.web;

import org.jspecify.annotations.NullMarked;
