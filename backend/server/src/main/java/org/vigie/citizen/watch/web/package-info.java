@NullMarked
package org.vigie.citizen.watch.web;

import org.jspecify.annotations.NullMarked;
