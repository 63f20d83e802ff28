package org.dabyl.timetable;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Asks for the clock of the machine, by which leases and waits run. The plain {@link java.time.Clock} is the time that people live
 * in, which the rehearsal may move.
 */
@Qualifier @Target({ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface MachineTime {}
