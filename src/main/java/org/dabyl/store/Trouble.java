package org.dabyl.store;

/**
 * Something that is wrong with the program, for the operator; names no person.
 *
 * @param words what is wrong
 * @param remedy what to do about it; two troubles with the same remedy are one
 */
public record Trouble(String words, String remedy) {}
