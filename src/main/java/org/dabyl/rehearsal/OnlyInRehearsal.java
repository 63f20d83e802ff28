package org.dabyl.rehearsal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;

/** Marks what exists only while {@code dabyl.rehearsal.enabled} is true; the component scan passes it over otherwise. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnBooleanProperty("dabyl.rehearsal.enabled")
public @interface OnlyInRehearsal {}
