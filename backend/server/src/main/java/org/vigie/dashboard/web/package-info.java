@NullMarked
package org.vigie.dashboard.web;

import org.jspecify.annotations.NullMarked;
