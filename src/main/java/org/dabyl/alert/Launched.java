package org.dabyl.alert;

/** An alert is about to call its people. May be said twice. */
public record Launched(Alert alert) {}
