package org.vigie.demo.life;

import java.time.Instant;
import org.vigie.catalogue.Category;
import org.vigie.request.Channel;

/** Something comes in. */
record Arrival(Instant at, Category category, Habits.Habit habit, Channel channel) {}
