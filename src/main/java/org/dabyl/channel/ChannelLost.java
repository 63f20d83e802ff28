package org.dabyl.channel;

/** Told once when the bot can no longer write in a place that was bound. */
public record ChannelLost(Binding binding) {}
